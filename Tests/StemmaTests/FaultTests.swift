import Foundation
import Testing

/// What the system refuses is said in one line, and the store stays as it was.
@Suite struct FaultTests {
  private let machine: SessionMachine

  init() throws { machine = try SessionMachine() }

  /// Whether this machine lets a test mount a file system that only it sees.
  private static let mayMount =
    (try? SessionMachine().run("unshare -rm mount -t tmpfs none /mnt && echo yes")) == "yes\n"

  /// A store of one document.
  private func begin() throws {
    _ = try machine.run(
      "mkdir one && cp '\(machine.corpus)'/A_RES_53_70.txt one && stemma build one --store s")
  }

  private static let ask = "stemma query -e 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }' --store"

  @Test(.enabled(if: mayMount, "no file system may be mounted here"))
  func aFullDisk() throws {
    try begin()
    let said = try machine.run(
      """
      mkdir small; unshare -rm sh -c 'mount -t tmpfs -o size=420k none small && cp s/data.mdb s/stemma-store small &&
      \(FaultTests.ask) small; stemma build \(machine.corpus) --store small; \(FaultTests.ask) small; stemma check --store small'
      """.replacingOccurrences(of: "'SELECT", with: "\"SELECT").replacingOccurrences(
        of: "?o }'", with: "?o }\""))
    let lines = said.split(separator: "\n").map(String.init)
    #expect(
      lines.count { $0.hasPrefix("error: cannot write to 'small': No space left on device") } == 1, "\(said)")
    let counts = lines.filter { Int($0) != nil }
    #expect(counts.count == 2 && counts[0] == counts[1], "\(said)")
    #expect(said.contains("sound"), "\(said)")
  }

  @Test(.enabled(if: mayMount, "no file system may be mounted here"))
  func aFolderForReadingOnly() throws {
    try begin()
    let said = try machine.run(
      """
      unshare -rm sh -c 'mount --bind s s && mount -o remount,bind,ro s &&
      \(FaultTests.ask) s; stemma build \(machine.corpus) --store s'
      """.replacingOccurrences(of: "'SELECT", with: "\"SELECT").replacingOccurrences(
        of: "?o }'", with: "?o }\""))
    let lines = said.split(separator: "\n")
    #expect(lines.count == 4 && lines[0] == "n" && Int(lines[1]) != nil && lines[3] == "[1]", "\(said)")
    #expect(said.contains("error: cannot write to 's': Read-only file system"), "\(said)")
  }

  /// Less address space than a store's map is given where there is room.
  private static let limit = "ulimit -v 300000000"
  /// The address sanitizer alone takes more.
  private static let fitsInLimit =
    (try? SessionMachine().run("\(limit); stemma --version >/dev/null 2>&1 && echo yes")) == "yes\n"

  @Test(.enabled(if: fitsInLimit, "the tool itself takes more address space"))
  func littleAddressSpace() throws {
    let said = try machine.run(
      """
      \(FaultTests.limit); mkdir one && cp '\(machine.corpus)'/A_RES_53_70.txt one && stemma build one --store s >/dev/null
      \(FaultTests.ask) s; stemma check --store s
      """)
    #expect(said.hasPrefix("n\n") && said.hasSuffix("sound\n"), "\(said)")
  }

  @Test func aSecondWriterWaitsOrGivesUp() throws {
    try begin()
    // The same lock that a writer holds.
    machine.launch("flock -o s/writer sh -c 'touch held; while [ ! -e done ]; do sleep 0.1; done' &")
    _ = try machine.run("while [ ! -e held ]; do sleep 0.1; done")
    let refused = try machine.run("stemma build '\(machine.corpus)' --store s --timeout 0.1")
    #expect(
      refused == """
        waiting for another process
        error: 's' is being written by another process (try again when it is done, or wait longer with --timeout SECONDS)
        [1]

        """)
    let alone = try machine.run("\(FaultTests.ask) s")
    #expect(!alone.contains("error"), "a reader waits for nobody")
    machine.launch("sh -c 'sleep 0.5; touch done' &")
    let done = try machine.run("stemma build '\(machine.corpus)' --store s --timeout 60")
    #expect(!done.contains("error"), "\(done)")
  }

  @Test func twoBuildsOfOneNewStore() throws {
    let said = try machine.run(
      """
      stemma build '\(machine.corpus)' --store new & first=$!
      stemma build '\(machine.corpus)' --store new; second=$?; wait $first; echo $? $second; stemma check --store new
      """)
    #expect(said.contains("\n0 0\n") || said.hasPrefix("0 0\n"), "\(said)")
    #expect(said.contains("17 named graphs: sound"), "\(said)")
  }
}
