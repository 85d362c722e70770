import Foundation
import Testing

/// A store with one bit flipped or its end cut off, and the answers to every query of the library: each damage is reported,
/// or no answer changes. `STEMMA_DAMAGE_RUNS` sets how many damages are tried (`make damage`).
@Suite struct DamageTests {
  private static let runs = ProcessInfo.processInfo.environment["STEMMA_DAMAGE_RUNS"].flatMap(Int.init) ?? 4
  /// Asks every query of the library of the store whose name follows.
  static let ask =
    #"for q in $(stemma query --list | cut -d: -f1); do echo ".run $q"; done > .all; "#
    + "(echo .mode csv; cat .all) | stemma repl --store "

  @Test func damageIsReportedOrChangesNothing() throws {
    let machine = try SessionMachine()
    _ = try machine.run("stemma build '\(machine.corpus)' --store sound")
    let sound = try machine.run(DamageTests.ask + "sound")
    #expect(sound.utf8.count > 10_000)
    let lineage = "stemma lineage A/RES/78/237 --store "
    let soundLineage = try machine.run(lineage + "sound")
    #expect(soundLineage.contains("Goes back to"))
    let whole = try Data(contentsOf: machine.file("sound/data.mdb"))
    var generator = SystemRandomNumberGenerator()
    var reported = 0
    for _ in 0..<DamageTests.runs {
      let (what, bytes) = damaged(whole, &generator)
      _ = try machine.run("rm -rf hurt && cp -r sound hurt")
      try bytes.write(to: machine.file("hurt/data.mdb"))
      let answer = try machine.run(DamageTests.ask + "hurt")
      #expect(answer == sound || isReported(answer), "\(what) changed an answer in silence")
      if isReported(answer) { reported += 1 }
      let hurtLineage = try machine.run(lineage + "hurt")
      #expect(
        hurtLineage == soundLineage || isReported(hurtLineage), "\(what) changed an ancestry in silence")
    }
    print("\(DamageTests.runs) damages: \(reported) reported, \(DamageTests.runs - reported) without effect")
  }

  private func isReported(_ answer: String) -> Bool {
    answer.contains("damaged") || answer.contains("is not a stemma store") || answer.contains("cannot ")
  }

  /// The bytes with a bit flipped, half the time in the head of a page, or the end cut off; and what was done.
  private func damaged(_ whole: Data, _ generator: inout SystemRandomNumberGenerator) -> (String, Data) {
    if Int.random(in: 0..<4, using: &generator) == 0 {
      let size = Int.random(in: 0..<whole.count, using: &generator)
      return ("cutting it to \(size) bytes", whole.prefix(size))
    }
    var place = Int.random(in: 0..<whole.count, using: &generator)
    if Bool.random(using: &generator) { place = place / 4096 * 4096 + place % 200 }
    let bit = Int.random(in: 0..<8, using: &generator)
    var bytes = whole
    bytes[min(place, whole.count - 1)] ^= 1 << bit
    return ("flipping bit \(bit) of byte \(place)", bytes)
  }
}
