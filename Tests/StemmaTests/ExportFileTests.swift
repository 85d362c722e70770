import Foundation
import Testing

/// Exports that cannot be finished leave the folder as it was.
@Suite struct ExportFileTests {
  private func machine() throws -> SessionMachine {
    let machine = try SessionMachine()
    _ = try machine.run("stemma build \(machine.corpus) && mkdir out && echo old >out/old.rdf")
    return machine
  }

  /// Beyond 4 KB every write fails, as on a full disk.
  private static let limit = "trap '' XFSZ; ulimit -f 8"
  /// The thread sanitizer writes a larger file of its own, without which it cannot run.
  private static let runsInLimit =
    (try? SessionMachine()).flatMap { machine in
      try? machine.run(
        "\(limit); stemma extract '\(machine.corpus)'/A_RES_53_70.txt >/dev/null 2>&1 && echo yes")
    } == "yes\n"

  @Test(
    "a file system that takes no more leaves no half file",
    .enabled(if: runsInLimit, "the tool itself writes a larger file"),
    arguments: ["rdfxml", "graphml", "turtle", "csv"])
  func noRoom(format: String) throws {
    let machine = try machine()
    let said = try machine.run(
      """
      \(ExportFileTests.limit)
      stemma export --profile citations --format \(format) -o out/new.rdf
      stemma export --profile citations --format \(format) -o out/old.rdf
      ls out; cat out/old.rdf
      """)
    #expect(said.hasPrefix("old.rdf\nold\n"), "\(said)")
    #expect(said.contains("error: cannot write to 'out/new.rdf': file too large"), "\(said)")
  }

  @Test("a reader that goes away ends the export silently")
  func brokenPipe() throws {
    let machine = try machine()
    let said = try machine.run("stemma export --profile full --format rdfxml | head -1; ls out")
    #expect(said == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\nold.rdf\n")
  }

  @Test("an export that is killed leaves nothing behind")
  func killed() throws {
    let machine = try machine()
    let said = try machine.run(
      """
      for delay in 0.01 0.03 0.05 0.1; do
        stemma export --profile full --format rdfxml -o out/new.rdf & sleep $delay; kill -9 $! 2>/dev/null; wait $! 2>/dev/null
        [ -e out/new.rdf ] && { tail -1 out/new.rdf; rm out/new.rdf; }
        ls out
      done; true
      """)
    // Each time there is nothing new, or the whole file.
    let lines = Set(said.split(separator: "\n").filter { !$0.contains("Killed") })
    #expect(lines.isSubset(of: ["old.rdf", "</rdf:RDF>"]) && lines.contains("old.rdf"), "\(said)")
  }
}
