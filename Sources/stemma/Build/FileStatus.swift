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
    guard let listing = FolderListing(folder) else { throw failure("read '\(folder)'") }
    for name in listing.names where unlink(folder + "/" + name) != 0 {
      throw failure("remove '\(folder)/\(name)'")
    }
  }

  private static func failure(_ what: String) -> Diagnostic {
    .error("cannot \(what): \(String(cString: strerror(errno)).lowercased())")
  }
}
