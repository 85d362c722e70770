import Foundation
import Testing

/// The HTML report in a real browser, and its figures against those of the other forms.
@Suite struct ReportPageTests {
  private static let hasBrowser = FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium")

  /// What `Files/page-check.js` leaves in the page.
  private struct Check: Decodable {
    struct Step: Decodable {
      let name: String
      let active: String?
      let lit: [String]
      let focused: Bool
      let curves: Int
      let pressed: [String]
      let said: String?
    }

    let errors: [String]
    let steps: [Step]
    let attacked: Bool
    let stops: Int
    let nodes: [String]
    let rows: Int
    let requests: Int
    let overflow: Int
    let title: String
  }

  @Test(
    "the page works from the keyboard, shows every ancestor, and runs nothing that a document says",
    .enabled(if: hasBrowser, "chromium is not installed"), arguments: [1280, 390])
  func browser(width: Int) throws {
    let machine = try store()
    let check = try open("A/RES/99/1", width: width, in: machine)
    let report = try ReportJSON(of: "A/RES/99/1", in: machine)
    #expect(check.errors.isEmpty && !check.attacked && check.requests == 0)
    #expect(check.title.hasPrefix("</title><script>"))
    #expect(Set(check.nodes) == Set(report.ancestors.map(\.symbol)))
    #expect(check.rows == report.ancestors.count - 1)
    #expect(check.overflow <= 0, "nothing but the picture scrolls sideways")
    #expect(check.stops == 1, "the picture is one stop of the Tab key")

    let steps = Dictionary(uniqueKeysWithValues: check.steps.map { ($0.name, $0) })
    let (focus, down, left) = try (
      #require(steps["focus"]), #require(steps["down"]), #require(steps["left"])
    )
    #expect(focus.active == "A/RES/99/1" && Set(focus.lit) == Set(report.mainPath.flatMap(\.self)))
    #expect(focus.curves == report.mainPath.count - 1)
    #expect(down.active != focus.active && left.active != down.active)
    for step in [down, left] {
      let active = try #require(step.active)
      #expect(step.focused && step.lit.contains("A/RES/99/1") && step.lit.contains(active))
      #expect(step.said?.hasPrefix("A/RES/99/1 → ") == true)
    }
    let held = try #require(steps["held"])
    #expect(held.pressed == [left.active] && held.lit == left.lit && held.focused)
    let freed = try #require(steps["let go"])
    #expect(freed.pressed.isEmpty && freed.lit.isEmpty && !freed.focused)
  }

  @Test("the main path of the ICT series is the one that an independent search path count finds")
  func mainPath() throws {
    let report = try ReportJSON(of: "A/RES/78/237", in: try store())
    var cited: [String: [String]] = [:]
    for citation in report.citations { cited[citation.citing, default: []].append(citation.cited) }
    // Paths from a document to any that cites nothing, and from the root to a document, by their recursive definitions.
    var toEnd: [String: Int] = [:]
    func pathsToEnd(_ document: String) -> Int {
      if let known = toEnd[document] { return known }
      let count = cited[document].map { $0.reduce(0) { $0 + pathsToEnd($1) } } ?? 1
      toEnd[document] = count
      return count
    }
    var fromRoot = ["A/RES/78/237": 1]
    func pathsFromRoot(_ document: String) -> Int {
      if let known = fromRoot[document] { return known }
      let count = report.citations.filter { $0.cited == document }.reduce(0) { $0 + pathsFromRoot($1.citing) }
      fromRoot[document] = count
      return count
    }
    var greatest: [String: Int] = [:]
    func greatestTotal(_ document: String) -> Int {
      if let known = greatest[document] { return known }
      let total =
        (cited[document] ?? []).map { pathsFromRoot(document) * pathsToEnd($0) + greatestTotal($0) }.max()
        ?? 0
      greatest[document] = total
      return total
    }
    let path = report.mainPath.map { $0[0] }
    let total = zip(path, path.dropFirst()).reduce(0) { sum, step in
      #expect(cited[step.0]?.contains(step.1) == true)
      return sum + pathsFromRoot(step.0) * pathsToEnd(step.1)
    }
    #expect(report.mainPath.allSatisfy { $0.count == 1 } && path.first == "A/RES/78/237")
    #expect(cited[try #require(path.last)] == nil, "it ends at an origin")
    #expect(total == greatestTotal("A/RES/78/237") && total > 0)
    #expect(path.count > 10)
  }

  private func store() throws -> SessionMachine {
    let machine = try SessionMachine()
    let said = try machine.run("stemma build \(machine.corpus) && stemma load $FILES/hostile.ttl")
    #expect(!said.contains("["), "\(said)")
    return machine
  }

  private func open(_ symbol: String, width: Int, in machine: SessionMachine) throws -> Check {
    let said = try machine.run(
      """
      stemma lineage \(symbol) -o page.html &&
      sed -e '0,/<head>/s//<head><script>const errors = []; addEventListener("error", (e) => errors.push(e.message))<\\/script>/' \
        page.html >checked.html &&
      { echo '<script>'; cat $FILES/page-check.js; echo '</script>'; } >>checked.html &&
      chromium --headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --user-data-dir="$PWD/profile" \
        --window-size=\(width),900 --virtual-time-budget=5000 --dump-dom "file://$PWD/checked.html" 2>log
      """)
    let encoded = said.split(separator: "<pre id=\"checked\">").last?.split(separator: "</pre>").first
    let data = try #require(encoded.flatMap { Data(base64Encoded: String($0)) }, "\(said.suffix(2000))")
    return try JSONDecoder().decode(Check.self, from: data)
  }
}

/// The parts of `stemma lineage --format json` that the tests compare with.
private struct ReportJSON: Decodable {
  struct Ancestor: Decodable { let symbol: String }
  struct Citation: Decodable {
    let citing: String
    let cited: String
  }

  let ancestors: [Ancestor]
  let citations: [Citation]
  let mainPath: [[String]]

  init(of symbol: String, in machine: SessionMachine) throws {
    let text = try machine.run("stemma lineage \(symbol) --format json")
    self = try JSONDecoder().decode(ReportJSON.self, from: Data(text.utf8))
  }
}
