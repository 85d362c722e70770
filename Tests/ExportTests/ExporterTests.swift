import Diagnostics
import Export
import Foundation
import RDF
import Testing

@Suite("Exporter")
struct ExporterTests {
  @Test func formatsHaveNamesAndWords() {
    #expect(Set(ExportFormat.all.map(\.name)).count == ExportFormat.all.count)
    #expect(Set(ExportFormat.all.map(\.fileExtension)).count == ExportFormat.all.count)
    for format in ExportFormat.all {
      #expect(!format.summary.isEmpty && !format.summary.hasSuffix("."))
      #expect(ExportFormat(path: "a/b.\(format.fileExtension)")?.name == format.name)
    }
  }

  @Test(arguments: ExportFormat.all.map(\.name))
  func twoRunsGiveTheSameBytes(name: String) throws {
    let folder = try TemporaryFolder()
    let format = try ExportFormat.named(name)
    for file in ["a", "b"] {
      try Exporter(source: Samples.graph()).export(
        profile: .named("full"), format: format, to: folder.file(file))
    }
    let first = try Data(contentsOf: URL(fileURLWithPath: folder.file("a")))
    #expect(first == (try Data(contentsOf: URL(fileURLWithPath: folder.file("b")))))
    #expect(!first.isEmpty)
    #expect(folder.contents == ["a", "b"])
  }

  @Test func bundledProfilesParse() throws {
    for name in Profile.bundled { #expect(!(try Profile.named(name)).summary.isEmpty) }
    #expect {
      try Profile.named("citation")
    } throws: {
      "\($0)" == "error: no export profile 'citation' (did you mean 'citations'?)"
    }
  }

  @Test func unknownFormatsAreNamed() {
    #expect {
      try ExportFormat.named("graphlm")
    } throws: {
      "\($0)" == "error: no export format 'graphlm' (did you mean 'graphml'?)"
    }
  }

  @Test func errorsInProfilesPointIntoTheFile() throws {
    #expect {
      try Profile(name: "p", text: "# A profile\n# nodes\nSELECT ?node { ?node a }\n")
    } throws: {
      "\($0)".contains("p.rq:3:")
    }
    #expect {
      try Profile(name: "p", text: "# nodes\nSELECT ?x { ?x a ?y }\n")
    } throws: {
      "\($0)" == "error: the query 'nodes' of p.rq needs a variable ?node"
    }
    #expect(throws: Diagnostic.self) { try Profile(name: "p", text: "ASK { ?x a ?y }") }
    #expect(throws: Diagnostic.self) {
      try Profile(name: "p", text: "# type: a date\nSELECT ?source ?target { ?source a ?target }")
    }
  }

  @Test func edgesStandForTriples() throws {
    let profile = try Profile(
      name: "p",
      text:
        "# nodes\nSELECT ?node ?kind ?label { }\n# edges\nSELECT ?source ?target ?relation { ?source ?relation ?target }"
    )
    let nodes: [[String: Term]] = [
      ["node": .iri("http://e/a"), "kind": .iri("http://e/K"), "label": .string("A")]
    ]
    let edges: [[String: Term]] = [
      ["source": .iri("http://e/a"), "target": .iri("http://e/b"), "relation": .iri("http://e/r")]
    ]
    let output = ByteOutput()
    try Exporter(source: FixedGraph(tables: [nodes, edges])).write(profile, .named("ntriples"), to: output)
    #expect(
      output.text == """
        <http://e/a> <\(RDF.type.value)> <http://e/K> .
        <http://e/a> <\(RDFS.label.value)> "A" .
        <http://e/a> <http://e/r> <http://e/b> .

        """)
  }

  @Test func nothingHalfWrittenIsLeft() throws {
    let folder = try TemporaryFolder()
    let bad = FixedGraph([
      Triple(.iri("http://e/a"), RDFS.label, .string("fine")),
      Triple(.iri("http://e/b"), RDFS.label, .string("\u{1}")),
    ])
    try Data("old".utf8).write(to: URL(fileURLWithPath: folder.file("old.rdf")))
    for file in ["new.rdf", "old.rdf"] {
      #expect(throws: Diagnostic.self) {
        try Exporter(source: bad).export(
          profile: .named("full"), format: .named("rdfxml"), to: folder.file(file))
      }
    }
    #expect(folder.contents == ["old.rdf"])
    #expect(try String(contentsOfFile: folder.file("old.rdf"), encoding: .utf8) == "old")
  }

  @Test func pathsThatCannotBeWrittenAreNamed() throws {
    let folder = try TemporaryFolder()
    let exporter = Exporter(source: try Samples.graph())
    for path in [folder.path, folder.file("no/such/folder.rdf"), "/dev/full"] {
      #expect {
        try exporter.export(profile: .named("full"), format: .named("rdfxml"), to: path)
      } throws: {
        "\($0)".hasPrefix("error: cannot write") && "\($0)".contains(path)
      }
    }
  }
}
