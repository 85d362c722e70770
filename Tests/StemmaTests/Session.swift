import Foundation
import Glibc

/// What happened when commands were typed, as a text that anybody can read and write:
///
///     $ stemma query -e 'SELECT ?x {'
///     error: expected …
///     [2]
///
/// `$ ` begins a command for the shell; what it prints follows (standard output, then errors), and its exit status in brackets
/// where it is not 0. Lines before the first command are remarks.
struct Session {
  private enum Part {
    case remark(String)
    case command(String, expected: String)
  }

  private var parts: [Part] = []

  init(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.hasPrefix("$ ") {
        parts.append(.command(String(line.dropFirst(2)), expected: ""))
      } else if case .command(let command, let expected)? = parts.last {
        parts[parts.count - 1] = .command(command, expected: expected + line + "\n")
      } else {
        parts.append(.remark(String(line)))
      }
    }
  }

  /// The session as it goes now, in the form in which it was written.
  func replayed(in machine: SessionMachine) throws -> String {
    try parts.map { part in
      switch part {
      case .remark(let line): line + "\n"
      case .command(let command, _): "$ \(command)\n" + (try machine.run(command))
      }
    }.joined()
  }
}

/// A shell in a folder of its own, where `stemma` is the tool as it was just built and `$FILES` leads to the sample files.
final class SessionMachine: Sendable {
  private let folder: URL
  /// The folder of the sample corpus.
  let corpus = SessionMachine.tests.deletingLastPathComponent().appendingPathComponent("Corpus").path
  private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("stemma-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// A file that a command wrote.
  func file(_ name: String) -> URL { folder.appendingPathComponent(name) }

  /// What a command prints, with the folder's name taken out, and its status where it is not 0.
  func run(_ command: String) throws -> String {
    // Of its own, since several may run at once.
    let output = folder.appendingPathComponent(".output-\(UUID().uuidString)")
    let errors = output.appendingPathExtension("errors")
    for file in [output, errors] { try Data().write(to: file) }
    defer { for file in [output, errors] { try? FileManager.default.removeItem(at: file) } }
    let process = self.process(command)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    var text = try String(contentsOf: output, encoding: .utf8)
    text = text.replacingOccurrences(of: "\r\n", with: "\n")
    if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
    text += try String(contentsOf: errors, encoding: .utf8)
    if process.terminationStatus != 0 { text += "[\(process.terminationStatus)]\n" }
    return text.replacingOccurrences(of: SessionMachine.tests.path, with: "TESTS")
      .replacingOccurrences(of: folder.path, with: "HERE")
  }

  /// A shell that is to run a command, not yet started; what it prints goes nowhere.
  func process(_ command: String) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    return process
  }

  /// Starts a command that leaves something running, which `run` would wait for.
  func launch(_ command: String) {
    let variables = environment.map { "\($0)='\($1)'" }.sorted().joined(separator: " ")
    _ = Glibc.system("cd '\(folder.path)' && \(variables) \(command) >/dev/null 2>&1")
  }

  /// What a command finds in its environment beside what the tests were given.
  private var environment: [String: String] {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return [
      "PATH": SessionMachine.products.path + ":" + path, "LC_ALL": "C.UTF-8", "HOME": folder.path,
      "FILES": SessionMachine.tests.appendingPathComponent("Files").path,
    ]
  }

  /// The folder of the tool: of the one that `STEMMA_TOOL` names, or of that beside the test bundle.
  private static let products: URL = {
    if let tool = ProcessInfo.processInfo.environment["STEMMA_TOOL"] {
      return URL(fileURLWithPath: tool).deletingLastPathComponent()
    }
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    if FileManager.default.isExecutableFile(atPath: bundle.appendingPathComponent("stemma").path) {
      return bundle
    }
    return tests.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
      ".build/debug")
  }()
}
