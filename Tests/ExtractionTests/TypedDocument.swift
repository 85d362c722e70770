import Documents
import FileFixtures

/// A document as a typist sets it — header, title, paragraphs with their numbers, markers and italics, meeting, notes — to be
/// written in any form that is read.
struct TypedDocument {
  enum Form: CaseIterable {
    case docx, html, markdown, flowing, wrapped
  }

  /// Words in one type; behind them may stand the marker of a footnote, counted from 0.
  struct Run {
    var text: String
    var isItalic = false
    var note: Int?
  }

  var header: [String]
  var paragraphs: [[Run]]
  var closing: [String] = []
  var notes: [(label: String, text: String)]

  init(_ document: Document) {
    let number = document.symbol?.text.split(separator: "/").suffix(2).joined(separator: "/") ?? ""
    let day = TypedDocument.day(document.adoptedOn ?? "")
    header = [
      "United Nations", document.symbol?.text ?? "", document.organ?.rawValue ?? "",
      "\(TypedDocument.ordinal(document.session ?? 0)) session",
    ]
    if let item = document.agendaItem { header.append("Agenda item \(item)") }
    header.append("Resolution adopted by the General Assembly on \(day)")
    if let report = document.committeeReport {
      header.append("[on the report of the First Committee (\(report.text))]")
    }
    header.append("\(number). \(document.title ?? "")")
    paragraphs = document.paragraphs.map(TypedDocument.runs)
    if let meeting = document.meeting { closing = [meeting, day] }
    notes = document.footnotes.map { ($0.label, $0.text) }
  }

  /// "4(a)" is printed "(a)", "1.3" is printed "1.3.".
  private static func runs(_ paragraph: Documents.Paragraph) -> [Run] {
    var runs: [Run] = []
    if let number = paragraph.number {
      runs.append(Run(text: (number.lastIndex(of: "(").map { String(number[$0...]) } ?? "\(number).") + " "))
    }
    let text = Array(paragraph.text.utf8)
    let italics = paragraph.openingPhrase?.utf8.count ?? 0
    var cuts = Set([0, italics, text.count] + paragraph.markers.map(\.offset)).filter { $0 <= text.count }
      .sorted()
    if cuts.count == 1 { cuts.append(text.count) }
    for (start, end) in zip(cuts, cuts.dropFirst()) {
      runs.append(Run(text: String(decoding: text[start..<end], as: UTF8.self), isItalic: end <= italics))
      for marker in paragraph.markers where marker.offset == end {
        runs.append(Run(text: "", note: marker.footnote))
      }
    }
    return runs
  }

  func bytes(_ form: Form) -> [UInt8] {
    switch form {
    case .docx: docx
    case .html: Array(html.utf8)
    case .markdown: Array(markdown.utf8)
    case .flowing: Array(text(width: nil).utf8)
    case .wrapped: Array(text(width: 78).utf8)
    }
  }

  private var docx: [UInt8] {
    var all = header.map { DOCXFixture.Paragraph($0) }
    for runs in paragraphs {
      all.append(
        DOCXFixture.Paragraph(
          runs.map { DOCXFixture.Run($0.text, italic: $0.isItalic, footnote: $0.note) }))
    }
    all += closing.map { DOCXFixture.Paragraph($0) }
    return DOCXFixture(all, footnotes: notes.map(\.text)).bytes()
  }

  private var html: String {
    func escaped(_ text: String) -> String {
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }
    var lines = header.map { "<p>\(escaped($0))</p>" }
    for runs in paragraphs {
      let words = runs.map { run in
        let text = run.isItalic ? "<em>\(escaped(run.text))</em>" : escaped(run.text)
        return text + (run.note.map { "<sup>\(notes[$0].label)</sup>" } ?? "")
      }
      lines.append("<p>\(words.joined())</p>")
    }
    lines += closing.map { "<p>\(escaped($0))</p>" } + ["<hr>"]
    lines += notes.map { "<p><sup>\($0.label)</sup> \(escaped($0.text))</p>" }
    return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>\n"
      + lines.joined(separator: "\n") + "\n</body></html>\n"
  }

  private var markdown: String {
    var blocks = header
    blocks[blocks.count - 1] = "**\(blocks[blocks.count - 1])**"
    for runs in paragraphs {
      let words = runs.map { run in
        (run.isItalic ? "*\(run.text)*" : run.text) + (run.note.map { "[^\(notes[$0].label)]" } ?? "")
      }
      blocks.append(words.joined())
    }
    blocks += closing + notes.map { "[^\($0.label)]: \($0.text)" }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// A paragraph a line, or lines of `width` with the notes under a rule; the markers are raised digits.
  private func text(width: Int?) -> String {
    func raised(_ label: String) -> String { String(label.map { digits[Int(String($0)) ?? 0] }) }
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    var blocks = header
    for runs in paragraphs {
      blocks.append(runs.map { $0.text + ($0.note.map { raised(notes[$0].label) } ?? "") }.joined())
    }
    blocks += closing + notes.map { "\(raised($0.label)) \($0.text)" }
    guard let width else { return blocks.joined(separator: "\n\n") + "\n" }
    return blocks.map { TypedDocument.wrapped($0, width) }.joined(separator: "\n\n") + "\n"
  }

  private static func wrapped(_ text: String, _ width: Int) -> String {
    var lines = [""]
    for word in text.split(separator: " ") {
      if !lines[lines.count - 1].isEmpty, lines[lines.count - 1].count + 1 + word.count > width {
        lines.append("")
      }
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
    }
    return lines.joined(separator: "\n")
  }

  private static func day(_ iso: String) -> String {
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December",
    ]
    return parts.count == 3 ? "\(parts[2]) \(months[parts[1] - 1]) \(parts[0])" : ""
  }

  /// "Seventy-third".
  private static func ordinal(_ number: Int) -> String {
    let tens = ["", "", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"]
    let wholeTens = [
      "", "", "twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth",
    ]
    let ones = ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
    return number % 10 == 0 ? wholeTens[number / 10] : "\(tens[number / 10])-\(ones[number % 10])"
  }
}
