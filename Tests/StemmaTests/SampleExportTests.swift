import Export
import Foundation
import Testing

/// `Exports/Samples`: the sample corpus through every profile and format. Record with `UPDATE_GOLDEN=1`.
@Suite struct SampleExportTests {
  private static let project = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let samples = project.appendingPathComponent("Exports/Samples")
  private static let arguments = ["lineage": " document=A/RES/56/19"]
  private static let isRecording = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil

  @Test("the sample corpus is exported as the samples show")
  func samples() throws {
    let machine = try store()
    var names: Set<String> = ["README.md", "full.sha256"]
    for profile in Profile.bundled {
      for format in ExportFormat.all where profile != "full" || format.name == "turtle" {
        let name = "\(profile).\(format.fileExtension)"
        names.insert(name)
        try export(profile, format, to: name, in: machine)
        try compare(try Data(contentsOf: machine.file(name)), with: name)
      }
    }
    let found = try FileManager.default.contentsOfDirectory(atPath: Self.samples.path)
    #expect(Set(found) == names)
  }

  @Test("the whole graph has the recorded checksum in every format")
  func wholeGraph() throws {
    let machine = try store()
    let names = ExportFormat.all.map { "full.\($0.fileExtension)" }
    for (format, name) in zip(ExportFormat.all, names) { try export("full", format, to: name, in: machine) }
    let sums = try machine.run("sha256sum \(names.joined(separator: " "))")
    try compare(Data(sums.utf8), with: "full.sha256")
  }

  @Test("the whole graph is written alike whatever the order in which files were read")
  func order() throws {
    let machine = try store()
    let files = try FileManager.default.contentsOfDirectory(atPath: machine.corpus).sorted().reversed()
    for file in files {
      let said = try machine.run("stemma build \(machine.corpus)/'\(file)' --store reversed 2>&1")
      #expect(!said.contains("["), "\(said)")
    }
    for format in ["graphml", "rdfxml", "turtle", "nquads"] {
      let said = try machine.run(
        """
        stemma export --profile full --format \(format) >one && stemma export --profile full --format \(format) \
        --store reversed >two && cmp one two
        """)
      #expect(said.isEmpty, "\(format): \(said)")
    }
  }

  @Test("RDF/XML of a built store declares nothing that the store does not say")
  func nothingIsAdded() throws {
    let machine = try store()
    let type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
    let owl = "http://www.w3.org/2002/07/owl#"
    let declarations =
      "s|^  <owl:\\([A-Za-z]*\\) rdf:about=\"\\([^\"]*\\)\".*|<\\2> <\(type)> <\(owl)\\1> .|p"
    let said = try machine.run(
      """
      stemma export --profile full -o g.nt && stemma export --profile full -o g.rdf
      sed -n '\(declarations)' g.rdf >declared && wc -l <declared && grep -Fxvf g.nt declared
      """)
    // `grep` ends with 1 where it finds nothing.
    #expect(said.hasSuffix("\n[1]\n") && said.split(separator: "\n").count == 2, "\(said)")
    #expect(try #require(Int(said.prefix { $0.isNumber })) >= 100)
  }

  private func store() throws -> SessionMachine {
    let machine = try SessionMachine()
    let said = try machine.run("stemma build \(machine.corpus)")
    #expect(!said.contains("\n["), "\(said)")
    return machine
  }

  private func export(
    _ profile: String, _ format: ExportFormat, to name: String, in machine: SessionMachine
  ) throws {
    let said = try machine.run(
      "stemma export --profile \(profile)\(Self.arguments[profile] ?? "") --format \(format.name) -o \(name)")
    #expect(said.isEmpty, "\(name): \(said)")
  }

  /// Compares with the recorded file, or records it and fails.
  private func compare(_ found: Data, with name: String) throws {
    let file = Self.samples.appendingPathComponent(name)
    let recorded = try? Data(contentsOf: file)
    if recorded == found { return }
    if Self.isRecording {
      try found.write(to: file)
      Issue.record("recorded \(name)")
    } else {
      Issue.record("Exports/Samples/\(name) differs; see its README")
    }
  }
}
