@preconcurrency import Glibc

/// What is in a folder, by name, in the order of the names' bytes; `.` and `..` left out.
struct FolderListing {
  private(set) var names: [String] = []
  /// Names that are not UTF-8, with what is none repaired: nothing can be opened by them.
  private(set) var unnamable: [String] = []

  /// nil where the folder cannot be read; `errno` says why.
  init?(_ folder: String) {
    guard let listing = opendir(folder) else { return nil }
    defer { closedir(listing) }
    while let entry = readdir(listing) {
      withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { bytes in
          if let name = String(validatingCString: bytes) {
            if name != ".", name != ".." { names.append(name) }
          } else {
            unnamable.append(String(cString: bytes))
          }
        }
      }
    }
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    unnamable.sort()
  }
}
