/// A DOCX file as Word writes it, in small: paragraphs of runs, counted lists, footnotes, page heads.
public struct DOCXFixture {
  public struct Run {
    public var text: String
    public var isItalic = false
    public var isRaised = false
    /// The address that the run links to.
    public var link: String?
    /// The footnote that the run refers to, from 0.
    public var footnote: Int?
    /// What the author wrote in place of the footnote's number.
    public var mark: String?

    public init(
      _ text: String, italic: Bool = false, raised: Bool = false, link: String? = nil, footnote: Int? = nil,
      mark: String? = nil
    ) {
      self.text = text
      isItalic = italic
      isRaised = raised
      self.link = link
      self.footnote = footnote
      self.mark = mark
    }
  }

  public struct Paragraph {
    public var runs: [Run]
    /// `numId` and level of a counted paragraph.
    public var list: (id: Int, level: Int)?

    public init(_ runs: [Run], list: (id: Int, level: Int)? = nil) {
      self.runs = runs
      self.list = list
    }

    public init(_ text: String) { self.init([Run(text)]) }
  }

  public var paragraphs: [Paragraph]
  public var footnotes: [String] = []
  /// The content of `numbering.xml`.
  public var numbering = ""
  public var head: String?
  /// Put before the paragraphs as it stands.
  public var bodyStart = ""
  public var documentTypeDeclaration = ""

  public init(_ paragraphs: [Paragraph], footnotes: [String] = []) {
    self.paragraphs = paragraphs
    self.footnotes = footnotes
  }

  public func bytes(deflated: Bool = true) -> [UInt8] {
    let name = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    let space = "\(name) xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var relations = [("n", "numbering", "numbering.xml"), ("f", "footnotes", "footnotes.xml")]
    if head != nil { relations.append(("h", "header", "header1.xml")) }
    var links = ""
    for link in paragraphs.flatMap(\.runs).compactMap(\.link) {
      links += "<Relationship Id=\"\(id(link))\" Type=\"\(office)/hyperlink\" Target=\"\(escaped(link))\""
      links += " TargetMode=\"External\"/>"
    }
    let section = head == nil ? "" : "<w:sectPr><w:headerReference r:id=\"h\"/></w:sectPr>"
    let body = bodyStart + paragraphs.map(xml).joined() + section
    let notes = footnotes.enumerated().map { index, text in
      let runs = "<w:r><w:footnoteRef/></w:r><w:r><w:t> \(escaped(text))</w:t></w:r>"
      return "<w:footnote w:id=\"\(index + 1)\"><w:p>\(runs)</w:p></w:footnote>"
    }
    let separator = "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote>"
    func list(_ relations: [(id: String, type: String, target: String)], _ more: String) -> String {
      let package = "http://schemas.openxmlformats.org/package/2006/relationships"
      return "<Relationships xmlns=\"\(package)\">"
        + relations.map {
          "<Relationship Id=\"\($0.id)\" Type=\"\(office)/\($0.type)\" Target=\"\($0.target)\"/>"
        }.joined() + more + "</Relationships>"
    }
    let files = [
      ("_rels/.rels", list([("d", "officeDocument", "word/document.xml")], "")),
      ("word/_rels/document.xml.rels", list(relations, links)),
      (
        "word/document.xml",
        "<?xml version=\"1.0\"?>\(documentTypeDeclaration)"
          + "<w:document \(space)><w:body>\(body)</w:body></w:document>"
      ),
      ("word/numbering.xml", "<w:numbering \(space)>\(numbering)</w:numbering>"),
      (
        "word/footnotes.xml",
        "<w:footnotes \(space)>\(separator)\(notes.joined())</w:footnotes>"
      ),
      ("word/header1.xml", "<w:hdr \(space)><w:p><w:r><w:t>\(escaped(head ?? ""))</w:t></w:r></w:p></w:hdr>"),
    ]
    return ZipFixture.packed(files.map { ($0.0, Array($0.1.utf8)) }, deflated: deflated)
  }

  private func xml(_ paragraph: Paragraph) -> String {
    let list = paragraph.list.map {
      "<w:pPr><w:numPr><w:ilvl w:val=\"\($0.level)\"/><w:numId w:val=\"\($0.id)\"/></w:numPr></w:pPr>"
    }
    return "<w:p>\(list ?? "")\(paragraph.runs.map(xml).joined())</w:p>"
  }

  private func xml(_ run: Run) -> String {
    var inner = "<w:rPr>\(run.isItalic ? "<w:i/>" : "")"
    inner += run.isRaised ? "<w:vertAlign w:val=\"superscript\"/></w:rPr>" : "</w:rPr>"
    if let footnote = run.footnote {
      let custom = run.mark == nil ? "" : " w:customMarkFollows=\"1\""
      inner += "<w:footnoteReference\(custom) w:id=\"\(footnote + 1)\"/>"
      if let mark = run.mark { inner += "<w:t>\(mark)</w:t>" }
    } else {
      inner += "<w:t xml:space=\"preserve\">\(escaped(run.text))</w:t>"
    }
    let whole = "<w:r>\(inner)</w:r>"
    return run.link.map { "<w:hyperlink r:id=\"\(id($0))\">\(whole)</w:hyperlink>" } ?? whole
  }

  private func id(_ link: String) -> String {
    "l" + String(link.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFF_FFFF })
  }

  private func escaped(_ text: String) -> String {
    text.reduce(into: "") { out, character in
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case "\"": out += "&quot;"
      default: out.append(character)
      }
    }
  }
}
