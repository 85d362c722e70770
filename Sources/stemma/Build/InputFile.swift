import Diagnostics
@preconcurrency import Glibc

/// A file that may hold a document, and what tells whether it has changed since it was last read.
struct InputFile: Sendable {
  /// As errors name it.
  let path: String
  /// Absolute and free of links: the file's name among the store's records.
  let key: String
  let size: Int
  /// Nanoseconds since 1970.
  let modified: Int

  /// Endings of the files that are read where a folder is given, with or without ".gz" behind them; a file named outright is
  /// read whatever its name.
  static let endings: Set<String> = [
    "xml", "akn", "txt", "text", "md", "markdown", "html", "htm", "docx", "pdf",
  ]

  /// The last part of the path: what the graph names as the source, so that it does not depend on where the file lies.
  var name: String { String(path.split(separator: "/").last ?? "") }

  /// The files behind the paths: each file itself; of a folder, everything readable in it and below, sorted by name.
  ///
  /// Hidden files and folders are passed over. A path that leads to nothing, and a folder without a document, are failures;
  /// the others still come.
  static func find(in inputs: [String]) -> (files: [InputFile], failures: [Diagnostic]) {
    var files: [InputFile] = []
    var failures: [Diagnostic] = []
    var seen: Set<String> = []
    for input in inputs {
      do {
        for file in try found(at: input, &failures) where seen.insert(file.key).inserted {
          files.append(file)
        }
      } catch let error as Diagnostic {
        failures.append(error)
      } catch {
        failures.append(.error("cannot read '\(input)': \(error)"))
      }
    }
    return (files, failures)
  }

  private static func found(at input: String, _ failures: inout [Diagnostic]) throws -> [InputFile] {
    var status = stat()
    guard stat(input, &status) == 0 else { throw failure(input) }
    if status.st_mode & S_IFMT == S_IFREG { return [try InputFile(path: input, status)] }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw Diagnostic.error("cannot read '\(input)': it is neither a file nor a folder")
    }
    let before = failures.count
    var files: [InputFile] = []
    var folders = [input.hasSuffix("/") && input != "/" ? String(input.dropLast()) : input]
    while let folder = folders.popLast() {
      guard let listing = FolderListing(folder) else {
        failures.append(failure(folder))
        continue
      }
      for name in listing.unnamable where isDocument(name) && !name.hasPrefix(".") {
        failures.append(
          .error("cannot read '\(folder)/\(name)': its name is not UTF-8", hint: "give it another name"))
      }
      for name in listing.names where !name.hasPrefix(".") {
        let path = folder + "/" + name
        guard lstat(path, &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR {
          folders.append(path)
        } else if isDocument(name), stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
          do {
            files.append(try InputFile(path: path, status))
          } catch let error as Diagnostic {
            // It is gone since the folder was read.
            failures.append(error)
          }
        }
      }
    }
    if files.isEmpty, failures.count == before {
      throw Diagnostic.error("folder '\(input)' holds no readable document")
    }
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The file at `path`.
  init(path: String) throws {
    var status = stat()
    guard stat(path, &status) == 0 else { throw InputFile.failure(path) }
    try self.init(path: path, status)
  }

  private init(path: String, _ status: stat) throws {
    self.path = path
    guard let resolved = realpath(path, nil) else { throw InputFile.failure(path) }
    key = String(cString: resolved)
    free(resolved)
    size = Int(status.st_size)
    modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
  }

  private static func isDocument(_ name: String) -> Bool {
    var parts = name.split(separator: ".")
    if parts.count > 2, parts.last?.lowercased() == "gz" { parts.removeLast() }
    return parts.count > 1 && endings.contains(parts[parts.count - 1].lowercased())
  }

  private static func failure(_ path: String) -> Diagnostic {
    .error("cannot read '\(path)': \(String(cString: strerror(errno)).lowercased())")
  }
}
