import Documents
import Glibc

/// The running texts of the documents below a folder, as plain text would have them: a paragraph a line, then the footnotes.
struct FolderTexts {
  private(set) var texts: [[UInt8]] = []

  /// - Throws: where the folder cannot be read; a file that cannot is left out.
  init(_ folder: String) throws {
    for path in try FolderTexts.files(below: folder) {
      for document in (try? DocumentReader.read(path: path)) ?? [] {
        texts.append(FolderTexts.text(of: document))
      }
    }
  }

  private static func text(of document: Document) -> [UInt8] {
    var lines = [document.symbol?.text ?? "", document.title ?? ""]
    for paragraph in document.paragraphs {
      let isTop = paragraph.number.map { $0.utf8.allSatisfy { $0 &- 0x30 < 10 } } ?? false
      lines.append((isTop ? "\(paragraph.number ?? ""). " : "") + paragraph.text)
    }
    lines += document.footnotes.map { $0.label + " " + $0.text }
    return Array(lines.joined(separator: "\n\n").utf8)
  }

  /// Regular files in the order of their paths.
  private static func files(below folder: String) throws -> [String] {
    guard let directory = opendir(folder) else { throw FolderError.unreadable(folder) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return try names.sorted().flatMap { name in
      let path = folder + "/" + name
      var status = stat()
      guard stat(path, &status) == 0 else { return [String]() }
      return status.st_mode & S_IFMT == S_IFDIR ? try files(below: path) : [path]
    }
  }

  enum FolderError: Error { case unreadable(String) }
}
