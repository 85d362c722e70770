import Testing

@testable import Lineage

@Suite struct HTMLTests {
  @Test("text is escaped wherever it is put, markup is not")
  func escaping() {
    let text = "<script>\"&'\u{1}</script>\n"
    let piece: HTML = "<b title=\"\(text)\">\(text)</b>\("<i>" as HTML)\(3)"
    let escaped = "&lt;script&gt;&quot;&amp;&#39;\u{FFFD}&lt;/script&gt;\n"
    #expect(piece.markup == "<b title=\"\(escaped)\">\(escaped)</b><i>3")
    #expect([piece, "x"].joined(separator: "\(text)").markup == piece.markup + escaped + "x")
  }

  @Test("in every form of the report a hostile title stays text")
  func hostileTitle() throws {
    let network = try SmallNetwork(
      """
      A/RES/90/2 2035-12-01 </title><script>alert("&")</script>
      A/RES/90/1 2034-12-01 "quoted\\" ]]> <img src=x onerror=alert(1)>
      A/RES/90/2 > A/RES/90/1
      """)
    let report = LineageReport(try network.ancestry(of: "A/RES/90/2"))
    let page = report.html
    #expect(!page.contains("<script>alert") && !page.contains("<img"))
    #expect(page.contains("&lt;/title&gt;&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;"))
    #expect(page.contains("&lt;img src=x onerror=alert(1)&gt;"))
    #expect(try report.json().contains(#""</title><script>alert(\"&\")</script>""#))
    #expect(!report.markdown.contains("| <") && report.markdown.contains(#"\<script\>"#))
    #expect(try report.graph(format: "graphml").contains("&lt;script&gt;"))
    #expect(try report.graph(format: "dot").contains(#"alert(\"&amp;\")"#))
  }

  @Test("a document that cites nothing has a page too")
  func alone() throws {
    let report = LineageReport(try SmallNetwork("A/RES/90/2 2035-12-01 Alone").ancestry(of: "A/RES/90/2"))
    #expect(report.html.contains("It cites nothing."))
    for form in LineageReport.forms { #expect(try !form.render(report).isEmpty, "\(form.name)") }
  }
}
