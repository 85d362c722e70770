import Diagnostics
import RDF
import Testing

/// Sources that the fuzzer made, or that are made to do harm: each ends in one error that says where.
@Suite struct HostileSourceTests {
  private func failure(_ format: RDFFormat, _ bytes: [UInt8]) -> String {
    var collector = QuadCollector()
    do {
      try bytes.withUnsafeBufferPointer {
        _ = try RDFReader(format: format, base: "http://base.test/").read(
          bytes: $0, name: "a", into: &collector)
      }
      return "no error"
    } catch { return (error as? Diagnostic)?.message ?? "\(error)" }
  }

  private func failure(_ format: RDFFormat, _ text: String) -> String { failure(format, Array(text.utf8)) }

  @Test func aBlankNodeNeedsALabel() {
    for format in [RDFFormat.ntriples, .nquads] {
      #expect(failure(format, "_: <http://e/p> 1 .") == "expected a blank node label behind '_:'")
      #expect(failure(format, "_:\u{1} <http://e/p> 1 .") == "expected a blank node label behind '_:'")
    }
  }

  @Test func turtleIsUTF8() {
    let overlong = Array("<http://e/s> <http://e/p> \"g".utf8) + [0xC0, 0xA9] + Array("\" .".utf8)
    for format in [RDFFormat.turtle, .trig] {
      #expect(failure(format, overlong) == "the text is not valid UTF-8")
    }
  }

  @Test func languageTagsHaveTheirForm() {
    #expect(failure(.turtle, "<s> <p> \"t\"@fr-CA .") == "no error")
    #expect(failure(.turtle, "<s> <p> \"t\"@f--a .") == "'@f--a' is no language tag")
  }

  @Test func nestingIsBounded() {
    for (open, close) in [("[ <p> ", "]"), ("(", ")")] {
      func source(_ depth: Int) -> String {
        "<s> <p> " + String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
          + " ."
      }
      for format in [RDFFormat.turtle, .trig] {
        #expect(failure(format, source(256)) == "no error")
        for depth in [257, 100_000] {
          #expect(failure(format, source(depth)).hasPrefix("brackets nested more than 256 deep, at a:1:"))
        }
      }
    }
    // Brackets that are none: in IRIs, strings and comments.
    let marks = String(repeating: "[(", count: 1000)
    let text =
      "<s> <p> \"\(marks)\", '\\'\(marks)', \"\"\"\"\(marks)\n\"\"\" . # \(marks)\n<s> <p> <\(marks.replacing("[", with: "x"))> ."
    #expect(failure(.turtle, text) == "no error")
  }
}
