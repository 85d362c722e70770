import Foundation
import Testing

/// What `stemma build --repair` makes of a damaged store answers as the sound one did, and the damaged one is kept.
@Suite struct RepairTests {
  private let machine: SessionMachine

  init() throws {
    machine = try SessionMachine()
    _ = try machine.run("stemma build '\(machine.corpus)' --store sound")
  }

  @Test func whatIsLostIsReadAgain() throws {
    let sound = try machine.run(DamageTests.ask + "sound")
    #expect(sound.utf8.count > 10_000)
    let whole = try Data(contentsOf: machine.file("sound/data.mdb"))
    var lost: [Bool] = []
    // Pages of terms and of an index: of the former graphs are lost, of the latter nothing is. Where they stand is the store's
    // affair, so others are tried until both have been met.
    let pages = whole.count / 4096
    let tried = [20, 40, 30, 50].lazy.flatMap { stride(from: $0, to: pages, by: 40) }
    for page in tried {
      if lost.count >= pages / 40, Set(lost).count == 2 { break }
      try damage("hurt", whole, page: page)
      guard try machine.run("stemma check --store hurt").contains("is damaged") else { continue }
      let repair = try machine.run("stemma build '\(machine.corpus)' --store hurt --repair")
      #expect(repair.contains("the damaged store is kept as 'hurt.damaged'"))
      #expect(try machine.run("stemma check --store hurt").hasSuffix(": sound\n"))
      #expect(try machine.run(DamageTests.ask + "hurt") == sound, "page \(page)")
      #expect(try machine.run("stemma check --store hurt.damaged").contains("is damaged"))
      lost.append(!repair.contains("lost 0 graphs"))
    }
    #expect(Set(lost) == [true, false])
  }

  /// Nothing is written over: neither a store that needs no repair, nor what stands where the damaged one would be kept.
  @Test func nothingIsWrittenOver() throws {
    let build = "stemma build '\(machine.corpus)' --store "
    #expect(try machine.run(build + "sound --repair").hasPrefix("'sound' is sound: nothing to repair\n"))
    let whole = try Data(contentsOf: machine.file("sound/data.mdb"))
    try damage("hurt", whole, page: 60)
    for folder in ["hurt.damaged", "hurt.repaired"] {
      _ = try machine.run("mkdir \(folder) && echo mine > \(folder)/file")
      let refusal = try machine.run(build + "hurt --repair")
      #expect(refusal == "error: '\(folder)' is in the way (move it elsewhere or remove it)\n[1]\n")
      #expect(try machine.run("cat \(folder)/file; rm -r \(folder)") == "mine\n")
    }
    #expect(try machine.run("stemma check --store hurt").contains("is damaged"))
  }

  /// A copy of the sound store under a new name, with a byte of one page another.
  private func damage(_ name: String, _ whole: Data, page: Int) throws {
    _ = try machine.run("rm -rf \(name) \(name).damaged && cp -r sound \(name)")
    var bytes = whole
    bytes[page * 4096 + 2000] ^= 0xFF
    try bytes.write(to: machine.file("\(name)/data.mdb"))
  }
}
