import Foundation
import RDF

/// Readers of other projects that exports are checked with, where the machine has them.
enum Tools {
  /// A Python that has `modules`: that of `$STEMMA_PYTHON`, of a virtual environment beside the project, or the system's.
  static func python(with modules: String...) -> String? {
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
    let candidates = [
      ProcessInfo.processInfo.environment["STEMMA_PYTHON"], here + "/../../../venv/bin/python",
      here + "/../../.venv/bin/python", "/usr/bin/python3",
    ]
    return candidates.compactMap { $0 }.first { path in
      FileManager.default.isExecutableFile(atPath: path)
        && (try? run(path, ["-c", "import " + modules.joined(separator: ", ")]))?.status == 0
    }
  }

  static let graphPython = python(with: "networkx", "igraph")
  static let rdfPython = python(with: "rdflib", "pyoxigraph")

  /// The path of a program, nil where it is not installed.
  static func program(_ name: String) -> String? {
    ["/usr/bin/", "/usr/local/bin/"].map { $0 + name }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  /// Runs a program and returns its exit status and what it printed.
  static func run(_ path: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  /// The folder of schemas beside the project.
  static let schemas = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("../../../shared/schemas").standardized.path

  static var hasSchemas: Bool {
    FileManager.default.fileExists(atPath: schemas + "/graphml.xsd") && program("xmllint") != nil
  }
}

/// A folder for one test, removed at its end.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "stemma-export-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  var contents: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
}
