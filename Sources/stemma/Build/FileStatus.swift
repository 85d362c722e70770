import Diagnostics
@preconcurrency import Glibc

/// Whether something is where a path leads.
enum FileStatus {
  /// True where there is certainly nothing any more.
  static func isGone(_ path: String) -> Bool {
    access(path, F_OK) != 0 && (errno == ENOENT || errno == ENOTDIR)
  }

  /// True where a store may be made: nothing there, or a folder without a file.
  static func isMissingOrEmpty(_ path: String) -> Bool {
    if isGone(path) { return true }
    guard let listing = opendir(path) else { return false }
    defer { closedir(listing) }
    var entries = 0
    while entries < 3, readdir(listing) != nil { entries += 1 }
    return entries < 3
  }

  /// Removes the files of a folder, but no folder in it.
  static func removeFiles(in folder: String) throws {
    for name in try InputFile.names(in: folder) where name != "." && name != ".." {
      if unlink(folder + "/" + name) != 0 {
        throw Diagnostic.error(
          "cannot remove '\(folder)/\(name)': \(String(cString: strerror(errno)).lowercased())")
      }
    }
  }
}
