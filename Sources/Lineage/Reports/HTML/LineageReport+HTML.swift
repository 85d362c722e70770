import RDF

extension LineageReport {
  /// The report as one self-contained page: no network, text from documents escaped, to be read on a screen, a phone or paper.
  public var html: String {
    let root = ancestry.root
    let sections = [
      timeline, mainPathSection, changesSection, wordingSection, ancestorsTable, sharedTable,
      posteritySection,
      ringsSection,
    ].joined()
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
      <title>Lineage of \(root.symbol)</title>
      <style>
      \(HTML(trusted: PackageResources.report_css))</style>
      </head>
      <body>
      <header>
      <p class="kind">Lineage\(root.adoptedOn.map { " · adopted \($0)" } ?? "")</p>
      <h1>\(link(root))</h1>
      \(root.title.map { "<p class=\"title\" dir=\"auto\">\($0)</p>\n" as HTML } ?? "")\(figures)
      </header>
      <main>
      \(sections)</main>
      <footer><p>Stemma, a family tree of United Nations texts. † marks a document that is cited but not in the store.</p></footer>
      <script>
      \(HTML(trusted: PackageResources.report_js))</script>
      </body>
      </html>

      """
    return page.markup
  }

  private var figures: HTML {
    let relatives = ancestry.ancestors.dropFirst()
    let direct = relatives.count(where: \.isDirect)
    let entries = [
      ("ancestors", relatives.count), ("cited directly", direct), ("inherited", relatives.count - direct),
      ("generations", ancestry.depth), ("not in the store", ancestry.gaps.count),
      ("go back to it", ancestry.descendants.count - 1),
    ]
    let list = entries.map { name, value in "<div><dt>\(name)</dt><dd>\(value)</dd></div>" as HTML }.joined()
    return "<dl class=\"figures\">\(list)</dl>"
  }

  private var timeline: HTML {
    if ancestry.ancestors.count < 2 {
      return section("built-on", "What is it built on?", "<p>It cites nothing.</p>")
    }
    let layout = TimelineLayout(of: ancestry)
    let families = RelationFamilies(of: ancestry.citations)
    let rest: HTML =
      layout.left > 0
      ? "<p>The picture shows the \(layout.nodes.count) weightiest documents; the table below has the other \(layout.left) too.</p>\n"
      : ""
    return section(
      "built-on", "What is it built on?",
      """
      <figure>
      \(legend(families))<div class="scroll" tabindex="-1">
      \(TimelineDrawing(ancestry, layout: layout, families: families).svg)
      </div>
      <p id="line" role="status">Point at a document, or reach it with Tab and the arrow keys, and its line of descent lights up. Click or Enter holds it, Esc lets go.</p>
      </figure>
      \(rest)
      """)
  }

  private func legend(_ families: RelationFamilies) -> HTML {
    func button(_ number: Int, _ name: String, _ count: Int) -> HTML {
      "<li><button type=\"button\" aria-pressed=\"false\" data-r=\"\(number)\" class=\"r\(number)\"><i></i>\(name) <span>\(count)</span></button></li>\n"
    }
    var entries = families.named.enumerated().map { button($0 + 1, $1.name.words, $1.count) }
    if families.others > 0 { entries.append(button(0, "other", families.others)) }
    let hasNotes = ancestry.citations.contains { $0.relations.contains("footnoteCites") }
    let note: HTML = hasNotes ? "<li class=\"key\"><i class=\"note\"></i>in a footnote</li>\n" : ""
    return """
      <ul class="legend" aria-label="Relations">
      \(entries.joined())<li class="key"><i class="main"></i>main path</li>
      \(note)<li class="key"><b class="series"></b>its series</li>
      <li class="key"><b class="gap"></b>not in the store</li>
      </ul>

      """
  }

  private var mainPathSection: HTML {
    if ancestry.mainPath.count < 2 { return "" }
    let steps = ancestry.mainPath.map { step in
      let names = step.map { document in
        "\(link(document))\(document.adoptedOn.map { " <time>\($0)</time>" as HTML } ?? "")" as HTML
      }
      return "<li>\(names.joined(separator: " ↔ "))</li>\n" as HTML
    }
    return section(
      "main-path", "Its main line",
      """
      <p>The way back that most lines of descent share, by search path count.</p>
      <ol class="path">
      \(steps.joined())</ol>

      """)
  }

  private var ringsSection: HTML {
    if ancestry.cycles.isEmpty { return "" }
    let rings = ancestry.cycles.map { ring in "<li>\(ring.map(link).joined(separator: " ↔ "))</li>\n" as HTML
    }
    return section("rings", "Documents that cite each other", "<ul>\n\(rings.joined())</ul>\n")
  }

  func section(_ id: String, _ heading: String, _ content: HTML) -> HTML {
    "<section id=\"\(id)\">\n<h2>\(heading)</h2>\n\(content)</section>\n"
  }

  /// The symbol, leading to the document where it has an address.
  func link(_ document: DocumentCard) -> HTML {
    let mark: HTML = document.isHeld ? "" : "<sup title=\"not in the store\">†</sup>"
    let address = document.iri.value
    let isSymbol = address.hasPrefix(Stemma.documents)
    let isAddress = address.hasPrefix("https://") || address.hasPrefix("http://")
    let style: HTML = isSymbol ? " class=\"symbol\"" : ""
    return isAddress
      ? "<a href=\"\(address)\"\(style)>\(document.symbol)\(mark)</a>"
      : "\(document.symbol)\(mark)"
  }
}
