import Diagnostics
import Testing
import XML

@Suite("XML writer")
struct XMLWriterTests {
  private final class Sink {
    var bytes: [UInt8] = []
  }

  private func document(_ body: (inout XMLWriter) throws -> Void) throws -> String {
    let sink = Sink()
    var writer = try XMLWriter { sink.bytes += $0 }
    try body(&writer)
    try writer.finish()
    return String(decoding: sink.bytes, as: UTF8.self)
  }

  @Test func documentsAreIndented() throws {
    let text = try document { writer in
      try writer.start("a", ["x": "1 < \"2\" & 3\n", "b:y": "é"])
      try writer.element("b", text: "]]> <&> \r")
      try writer.start("c")
      try writer.end()
      try writer.start("d")
      let fragment = XMLFragment()
      fragment.line(depth: 2)
      fragment.markup("<e f=\"")
      try "\"\t\n<".withCStringBytes { try fragment.value($0) }
      fragment.markup("\">")
      try "a\r<>&\"\t\n".withCStringBytes { try fragment.text($0) }
      fragment.markup("</e>")
      try writer.write(fragment)
      try writer.end()
      try writer.end()
    }
    #expect(
      text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <a x="1 &lt; &quot;2&quot; &amp; 3&#10;" b:y="é">
          <b>]]&gt; &lt;&amp;&gt; &#13;</b>
          <c/>
          <d>
            <e f="&quot;&#9;&#10;&lt;">a&#13;&lt;&gt;&amp;"\t
        </e>
          </d>
        </a>

        """)
  }

  @Test(arguments: ["", "1a", "a b", "a:b:c", ":a", "a\u{0}", "é<"])
  func badNamesAreRefused(name: String) {
    #expect(throws: Diagnostic.self) { try document { try $0.start(name) } }
    #expect(!XMLText.isQName(name))
  }

  @Test(arguments: ["\u{0}", "a\u{1}", "\u{FFFE}", "é\u{FFFF}", "\u{1F}"])
  func charactersThatXMLCannotHoldAreRefused(text: String) {
    #expect(throws: Diagnostic.self) { try document { try $0.element("a", text: text) } }
    #expect(throws: Diagnostic.self) { try document { try $0.start("a", ["x": text]) } }
    let fragment = XMLFragment()
    #expect(throws: XMLText.Forbidden.self) { try text.withCStringBytes { try fragment.text($0) } }
    #expect(throws: XMLText.Forbidden.self) { try text.withCStringBytes { try fragment.value($0) } }
  }

  @Test(arguments: [
    [0xC0, 0x80], [0xC1, 0x81], [0xED, 0xA0, 0x80], [0xFF], [0xE2, 0x82], [0xF4, 0x90, 0x80, 0x80],
  ])
  func brokenTextIsRefused(bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer {
      #expect(XMLText.firstForbidden(in: $0) == XMLText.Forbidden(scalar: nil))
    }
  }

  @Test func failuresOfTheTargetComeOut() {
    struct Full: Error {}
    #expect(throws: Full.self) {
      var writer = try XMLWriter { _ in throw Full() }
      try writer.start("a")
      for _ in 0..<10_000 { try writer.element("b", text: "text") }
      try writer.end()
      try writer.finish()
    }
  }
}

extension String {
  fileprivate func withCStringBytes(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) rethrows {
    var copy = self
    try copy.withUTF8(body)
  }
}
