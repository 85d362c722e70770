import Foundation
import Testing

/// Every file of `Terminal`: keys typed at the shell in a terminal (tmux), with what the screen shows after each line of them.
/// To add a case, write the lines of keys and record with `UPDATE_GOLDEN=1`.
@Suite(.enabled(if: Terminal.isInstalled, "tmux is not installed"))
struct TerminalTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Terminal")

  private static let names = try! FileManager.default.contentsOfDirectory(atPath: folder.path)
    .filter { $0.hasSuffix(".txt") }.sorted()

  @Test("the screen shows what its transcript shows", arguments: names)
  func replay(name: String) throws {
    let file = TerminalTests.folder.appendingPathComponent(name)
    let written = try String(contentsOf: file, encoding: .utf8)
    let isRecording = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil
    let replayed = try Transcript(written).replayed(isRecording: isRecording)
    if isRecording {
      try replayed.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name)")
    } else {
      #expect(replayed == written)
    }
  }
}

/// Lines of keys, which begin with `» `, each with the lines that it changes on the screen. Keys without a character stand in
/// brackets: `[Tab]`. Lines before the first are remarks.
private struct Transcript {
  private var remarks: [String] = []
  private var steps: [(keys: String, shown: [String])] = []

  init(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map({ String($0) }) {
      if line.hasPrefix("» ") {
        steps.append((String(line.dropFirst(2)), []))
      } else if steps.isEmpty {
        remarks.append(line)
      } else {
        steps[steps.count - 1].shown.append(line)
      }
    }
  }

  func replayed(isRecording: Bool) throws -> String {
    let terminal = try Terminal()
    var lines = remarks
    var screen: [String] = []
    for step in steps {
      try terminal.type(step.keys)
      let before = screen
      screen = try terminal.screen {
        isRecording ? nil : Transcript.change(from: before, to: $0) == step.shown
      }
      lines += ["» " + step.keys] + Transcript.change(from: before, to: screen)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The lines of a screen from the first that differs.
  private static func change(from before: [String], to after: [String]) -> [String] {
    let same = zip(before, after).prefix { $0 == $1 }.count
    return Array(after.dropFirst(same))
  }
}

/// A terminal of its own, in which the shell runs on the sample corpus.
private final class Terminal {
  static let isInstalled = (try? SessionMachine().run("tmux -V"))?.hasPrefix("tmux") ?? false

  private let machine: SessionMachine
  private let tmux = "tmux -L stemma-\(UUID().uuidString)"

  init() throws {
    machine = try SessionMachine()
    _ = try machine.run("stemma build '\(machine.corpus)' --store sample.store")
    // The pager is whatever is installed, so none here.
    machine.launch(
      "PAGER=cat \(tmux) -f /dev/null new-session -d -x 100 -y 200 'stemma repl --store sample.store'")
  }

  deinit { _ = try? machine.run("\(tmux) kill-server") }

  func type(_ keys: String) throws {
    var rest = keys[...]
    while !rest.isEmpty {
      if rest.hasPrefix("["), let end = rest.firstIndex(of: "]"),
        Terminal.names.contains(rest[..<end].dropFirst())
      {
        try send(rest[..<end].dropFirst())
        rest = rest[end...].dropFirst()
      } else {
        let start = rest.index(after: rest.startIndex)
        let end = rest[start...].firstIndex(of: "[") ?? rest.endIndex
        // A semicolon at the end would part two commands of tmux.
        let text = rest[..<end].replacingOccurrences(of: ";", with: "\\;")
        _ = try machine.run("\(tmux) send-keys -l '\(text)'")
        rest = rest[end...]
      }
    }
  }

  private static let names: Set<Substring> = ["Tab", "Enter", "Up", "Down", "C-c", "C-d", "wait"]

  private func send(_ name: Substring) throws {
    if name == "wait" { return Thread.sleep(forTimeInterval: 1) }
    _ = try machine.run("\(tmux) send-keys \(name)")
  }

  /// What the screen shows, once it is what is wanted, or does not change any more.
  ///
  /// - Parameter isWanted: nil where nobody knows.
  func screen(isWanted: ([String]) -> Bool?) throws -> [String] {
    var latest: [String] = []
    var stable = 0
    for _ in 0..<200 {
      Thread.sleep(forTimeInterval: 0.1)
      let shown = try machine.run("\(tmux) capture-pane -p").split(
        separator: "\n", omittingEmptySubsequences: false
      )
      .map { Terminal.withoutNumbers(String($0)) }
      let screen = Array(shown[..<((shown.lastIndex { !$0.isEmpty } ?? -1) + 1)])
      let wanted = isWanted(screen)
      if wanted == true { return screen }
      stable = screen == latest ? stable + 1 : 0
      latest = screen
      if wanted == nil, stable == 15 { break }
    }
    return latest
  }

  /// The line without what is another number in another run, or with a richer extraction.
  private static func withoutNumbers(_ line: String) -> String {
    line.replacingOccurrences(of: "[0-9.]+ ms", with: "T ms", options: .regularExpression)
      .replacingOccurrences(
        of: "[0-9,]+ → [0-9,]+ quads", with: "N → N quads", options: .regularExpression)
  }
}
