import Foundation
import Testing

/// Every file of `Sessions`: commands with what they print. To add a case, write the commands and record with `UPDATE_GOLDEN=1`.
@Suite struct SessionTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Sessions")

  private static let names = try! FileManager.default.contentsOfDirectory(atPath: folder.path)
    .filter { $0.hasSuffix(".txt") }.sorted()

  @Test("commands print what their session shows", arguments: names)
  func replay(name: String) throws {
    let file = SessionTests.folder.appendingPathComponent(name)
    let written = try String(contentsOf: file, encoding: .utf8)
    let replayed = try Session(written).replayed(in: SessionMachine())
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      try replayed.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name)")
    } else {
      #expect(replayed == written)
    }
  }
}
