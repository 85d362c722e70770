import Documents

/// One paragraph of any length, full of citations that no list joins: the worst that relations can meet.
enum LongParagraph {
  static func document(_ bytes: Int) -> Document {
    var text = "Recalling the work"
    var number = 0
    while text.utf8.count < bytes {
      number += 1
      text +=
        " done by States to keep their lakes, among them what resolution 60/\(number % 300 + 1) says of boats"
    }
    var document = Document()
    document.symbol = Symbol(canonical: "A/RES/99/1")
    document.organ = .generalAssembly
    document.paragraphs = [Paragraph(kind: .preambular, ordinal: 1, fragment: "pp1", text: text + ",")]
    return document
  }
}
