import Export
import RDF

/// Graphs that the tests export.
enum Samples {
  static let turtle = """
    <A/RES/73/27> a :Document, :Resolution ; dcterms:identifier "A/RES/73/27" ; dcterms:title "Developments"@en, "Progrès"@fr ;
      :adoptedOn "2018-12-05"^^xsd:date ; :recalls <A/RES/71/28> ; :endorses <A/68/98> ; dcterms:hasPart <A/RES/73/27#pp3> .
    <A/RES/71/28> a :Document, :Resolution ; dcterms:identifier "A/RES/71/28" ; :recalls <A/RES/53/70> .
    <A/RES/73/27#pp3> a :PreambularParagraph ; :text "Recalling <its> \\"resolution\\" & more"@en ; :ordinal 3 .
    _:note dcterms:source <A/68/98> ; rdfs:label "" .
    <A/68/98> a :Document ; <http://other.example/x#shown> true ; <http://other.example/x#shown> <http://other.example/y> .
    """

  static func graph() throws -> FixedGraph { try FixedGraph(turtle: turtle) }

  /// Text that formats and tools have stumbled over.
  static let hostile = [
    "", " ", "\"", "\\", "'", "]]>", "<![CDATA[", "&amp;", "&#x1;", "-->", "a\nb", "a\rb", "a\r\nb", "\ta\t",
    "  a  b  ",
    "\u{7F}", "\u{85}\u{2028}", "\u{202E}gnp.exe", "\u{FEFF}bom", "e\u{301}", "😀👩‍👩‍👧", "العربية", "中文",
    "\u{10FFFD}",
    "$x", "%s%n", "{\"a\": 1}", "a;b,c", "=1+1", String(repeating: "long & ", count: 5000),
  ]

  /// Text that XML cannot hold.
  static let unwritable = ["\u{0}", "a\u{1}b", "\u{B}", "\u{1F}", "\u{FFFE}", "x\u{FFFF}"]
}
