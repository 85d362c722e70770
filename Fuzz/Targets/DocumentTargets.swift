import FileFixtures

extension FuzzTarget {
  /// A quarter of the inputs are bytes of a file, the rest choices of which a well-formed document is made.
  private static func documents(
    _ markup: Markup?,
    raw: @escaping @Sendable (inout Choices) -> [UInt8] = { Array($0.rest) },
    wrapped: @escaping @Sendable (String, inout Choices) -> [UInt8] = { text, _ in Array(text.utf8) }
  ) -> @Sendable () throws -> (UnsafeBufferPointer<UInt8>) throws -> Void {
    {
      let extracting = try Extracting()
      return { input in
        var choices = Choices(input)
        guard choices.chance(75) else {
          let bytes = raw(&choices)
          // A PDF is read by another program, which is not what is tried here.
          if !bytes.contains(UInt8(ascii: "%")) || !bytes.starts(with: "%PDF".utf8) {
            try extracting.take(bytes)
          }
          return
        }
        guard let markup else {
          var text = ""
          while !choices.isAtEnd { text += choices.pick(Phrases.all) }
          return try extracting.take(Array(text.utf8))
        }
        var rest = choices
        let text = markup.text(&choices)
        try extracting.take(wrapped(text, &rest))
      }
    }
  }

  /// Seeds taken as they stand bear a first byte that says so.
  private static func raw(_ files: [[UInt8]]) -> [[UInt8]] { files.map { [0] + $0 } }

  static let akn = FuzzTarget(
    name: "akn", summary: "AKN4UN files, through to triples", maxLength: 100,
    words: Phrases.all.filter { $0.utf8.count < 30 } + [
      "<akomaNtoso>", "<statement>", "<preamble>", "<mainBody>", "<paragraph>", "<num>", "<content>", "<p>",
      "</p>",
    ],
    seeds: { raw(Corpus.files(".xml").map { Array($0.prefix(4000)) }) + Corpus.files(".txt") },
    start: documents(
      Markup(
        elements: [
          "preamble", "mainBody", "paragraph", "num", "content", "p", "blockList", "item", "list", "point",
          "intro", "section", "heading",
          "subheading", "crossHeading", "authorialNote", "a", "sup", "span", "i", "eol/", "br/", "table",
          "tr", "td", "embeddedStructure",
          "quotedStructure", "container", "formula", "attachment", "attachments", "conclusions", "meta",
          "FRBRdate/", "FRBRlanguage/",
          "step/", "count", "organization", "keyword/", "preface", "docNumber", "docTitle", "docType",
          "docDate", "session", "coverPage",
          "FRBRthis/", "FRBRnumber/", "subparagraph", "alinea", "collection", "component", "body", "block",
        ],
        attributes: [
          "name", "href", "marker", "class", "refersTo", "date", "language", "as", "outcome", "by", "showAs",
          "value", "number", "eId",
        ],
        head: "<akomaNtoso><statement>", tail: "</statement></akomaNtoso>")))

  static let html = FuzzTarget(
    name: "html", summary: "web pages, through to triples", maxLength: 100,
    words: Phrases.all.filter { $0.utf8.count < 30 } + [
      "<html>", "<p>", "<li>", "<ol start=\"", "<sup>", "<em>", "</", "&#x", "<!--", "<script>",
    ],
    seeds: { raw(Corpus.files(".html")) + Corpus.files(".txt") },
    start: documents(
      Markup(
        elements: [
          "p", "div", "h1", "h2", "ol", "ul", "li", "sup", "em", "i", "cite", "b", "a", "table", "tr", "td",
          "br/", "hr/", "span", "main", "article",
          "nav", "script", "style", "title", "blockquote", "pre", "dl", "dt", "dd", "sub", "u",
        ],
        attributes: ["start", "value", "type", "href", "class", "lang", "id"], head: "<html><body>",
        tail: "</body></html>")))

  static let docx = FuzzTarget(
    name: "docx", summary: "DOCX files, through to triples", maxLength: 100,
    words: Phrases.all.filter { $0.utf8.count < 30 } + [
      "PK\u{3}\u{4}", "word/document.xml", "word/numbering.xml", "_rels/.rels",
    ],
    seeds: { raw([[]]) + Corpus.files(".txt") },
    start: documents(
      Markup(
        elements: [
          "w:p", "w:r", "w:t", "w:pPr", "w:numPr", "w:ilvl/", "w:numId/", "w:rPr", "w:i/", "w:vertAlign/",
          "w:footnoteReference/", "w:hyperlink",
          "w:tbl", "w:tr", "w:tc", "w:del", "w:ins", "w:tab/", "w:br/", "w:sdt", "w:sdtContent", "w:pStyle/",
          "w:sym/", "w:fldSimple", "w:instrText",
          "w:abstractNum", "w:lvl", "w:start/", "w:numFmt/", "w:lvlText/", "w:num", "w:abstractNumId/",
          "w:lvlOverride", "w:startOverride/", "w:noBreakHyphen/",
        ],
        attributes: [
          "w:val", "w:id", "w:numId", "w:abstractNumId", "w:ilvl", "w:styleId", "r:id", "w:type", "w:char",
          "w:customMarkFollows",
        ],
        head: "", tail: ""), raw: damaged
    ) { text, choices in
      // What was made stands in the body or in the numbering, with a list that counts from a chosen number beside it.
      let start = choices.pick(Phrases.values)
      let format = choices.pick([
        "decimal", "lowerLetter", "upperRoman", "lowerRoman", "upperLetter", "bullet", "none",
      ])
      var fixture = DOCXFixture(
        (0..<3).map {
          .init([.init(Phrases.all[(Int(choices.byte()) + $0) % Phrases.all.count])], list: (1, $0 % 2))
        }, footnotes: ["A/150/123."])
      fixture.numbering =
        "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"\(start)\"/><w:numFmt w:val=\"\(format)\"/>"
        + "<w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
      if choices.chance(30) { fixture.numbering += text } else { fixture.bodyStart = text }
      return fixture.bytes(deflated: false)
    })

  /// A whole file, since a cut one is refused at its first look; the choices are bytes to put in it and how much of it is left.
  private static func damaged(_ choices: inout Choices) -> [UInt8] {
    var bytes = wholeFile
    while !choices.isAtEnd {
      let place = Int(choices.byte()) << 8 | Int(choices.byte())
      if choices.chance(10) { bytes.removeLast(place % bytes.count / 8) }
      bytes[place % bytes.count] = choices.byte()
    }
    return bytes
  }

  private static let wholeFile: [UInt8] = {
    var fixture = DOCXFixture(
      [
        .init("Resolution adopted by the General Assembly on 5 December 2095"),
        .init("The General Assembly,"),
        .init([.init("Recalling", italic: true), .init(" its resolution 150/36"), .init("", footnote: 0)]),
        .init([.init("Decides to act;")], list: (1, 0)),
      ], footnotes: ["A/150/123."])
    fixture.head = "A/RES/151/12"
    return fixture.bytes()
  }()

  static let text = FuzzTarget(
    name: "text", summary: "plain text and Markdown, through to triples", maxLength: 100,
    words: Phrases.all.filter { $0.utf8.count < 30 },
    seeds: { raw(Corpus.files(".txt", ".md")) + Corpus.files(".txt") }, start: documents(nil))
}
