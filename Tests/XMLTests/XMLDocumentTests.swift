import Diagnostics
import Testing
import XML

@Suite struct XMLDocumentTests {
  @Test func treeKeepsNamesAttributesAndText() throws {
    let text = "<a:r xmlns:a='x' k='1 &lt; 2'>one<b/><![CDATA[ & two]]><!-- no --><b>&#233;</b></a:r>"
    let root = try XMLDocument(xml: Array(text.utf8), name: "t").root
    #expect(root.name == "r")
    #expect(root["k"] == "1 < 2")
    #expect(root["missing"] == nil)
    #expect(root.text == "one & twoé")
    #expect(root.elements.map(\.name) == ["b", "b"])
    #expect(root.all("b").count == 2)
  }

  @Test(arguments: [
    (
      "<a><b></a>",
      "'t' is not well-formed XML in line 1, column 11: opening and ending tag mismatch: b line 1 and a"
    ),
    ("<a>&nope;</a>", "'t' is not well-formed XML in line 1, column 10: entity 'nope' not defined"),
    ("", "'t' is not well-formed XML in line 1, column 1: document is empty"),
  ]) func firstErrorIsNamed(text: String, message: String) {
    do {
      _ = try XMLDocument(xml: Array(text.utf8), name: "t")
      Issue.record("parsed")
    } catch {
      #expect((error as? Diagnostic)?.message == message)
    }
  }

  @Test func nothingIsReadFromOutside() throws {
    let text = "<!DOCTYPE a [<!ENTITY f SYSTEM 'file:///etc/hostname'><!ENTITY p 'plain'>]><a>x&f;&p;</a>"
    #expect(try XMLDocument(xml: Array(text.utf8), name: "t").root.text == "xplain")
  }

  @Test func bombsAreRefused() throws {
    var text = "<!DOCTYPE a [<!ENTITY e0 'xxxxxxxxxx'>"
    for level in 1...12 {
      text += "<!ENTITY e\(level) '" + String(repeating: "&e\(level - 1);", count: 10) + "'>"
    }
    text += "]><a>&e12;</a>"
    let length = (try? XMLDocument(xml: Array(text.utf8), name: "t"))?.root.text.utf8.count ?? 0
    #expect(length < 1000)
  }

  @Test func htmlIsForgiven() throws {
    let root = try XMLDocument(html: Array("<p>one<p>two &eacute; <b>three".utf8), name: "t").root
    #expect(root.all("p").map(\.text) == ["one", "two é three"])
  }
}
