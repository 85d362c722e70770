import Foundation

/// The real documents beside the project, for tests that run only where they are.
enum Corpus {
  static let shared = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../shared").standardizedFileURL
  static let folder = shared.appendingPathComponent("corpus")
  static let isPresent = FileManager.default.fileExists(atPath: folder.path)

  /// Every `step`-th AKN4UN file, by name, so that the choice is the same always.
  static func akn(every step: Int) throws -> [String] {
    let root = folder.appendingPathComponent("akn").path
    let names = try FileManager.default.subpathsOfDirectory(atPath: root).filter { $0.hasSuffix(".xml") }
      .sorted()
    return names.indices.filter { $0 % step == 0 }.map { "\(root)/\(names[$0])" }
  }

  /// Renders AKN4UN files as text with the scoring script; gives the folder with `NAME.flow.txt` and `NAME.pdf.txt`.
  static func render(_ paths: [String], for test: String) throws -> URL? {
    let out = FileManager.default.temporaryDirectory.appendingPathComponent(
      "stemma-\(ProcessInfo.processInfo.processIdentifier)-\(test)")
    try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
    let script = """
      import sys, os
      sys.dont_write_bytecode = True
      sys.path.insert(0, sys.argv[1])
      import render
      for path in sys.argv[3:]:
          try: rec, lines, notes = render.read(path)
          except Exception: continue
          stem = os.path.join(sys.argv[2], os.path.basename(path)[:-4])
          open(stem + '.flow.txt', 'w').write(render.flow(lines, notes))
          open(stem + '.pdf.txt', 'w').write(render.pdfish(lines, notes, rec.get('cover_symbol') or ''))
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["python3", "-c", script, shared.appendingPathComponent("score").path, out.path] + paths
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? out : nil
  }
}
