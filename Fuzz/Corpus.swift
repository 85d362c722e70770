import Glibc

/// The project's own material for seeds; the fuzzer is run in the project's folder.
enum Corpus {
  static let folder = "Tests/Corpus"

  /// The files whose names end with one of `endings`, in the order of their names.
  static func files(_ endings: String..., in folder: String = Corpus.folder) -> [[UInt8]] {
    names(in: folder).filter { name in endings.contains(where: name.hasSuffix) }
      .map { bytes(of: folder + "/" + $0) }
  }

  static func names(in folder: String) -> [String] {
    guard let listing = opendir(folder) else { return [] }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func bytes(of path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }
}
