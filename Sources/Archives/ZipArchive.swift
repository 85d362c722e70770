import CLibZip
import Diagnostics

/// A zip archive in memory, such as a DOCX file is, whose entries are unpacked one at a time and within a limit.
///
///     let archive = try ZipArchive(packed, name: path)
///     let body = try archive.entry("word/document.xml", limit: 32 << 20)
///
/// Nothing is written to disk, so the paths in it lead nowhere. The packed bytes must stay where they are while the archive lives.
public struct ZipArchive: ~Copyable {
  private let name: String
  private let archive: OpaquePointer

  /// Whether `bytes` begin as a zip archive with an entry does.
  public static func isArchive(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
  }

  /// - Parameter name: what messages call the file.
  /// - Throws: a `Diagnostic` where the archive's directory is damaged or cut off.
  public init(_ packed: UnsafeBufferPointer<UInt8>, name: String) throws {
    self.name = name
    var failure = zip_error_t()
    zip_error_init(&failure)
    defer { zip_error_fini(&failure) }
    guard let source = zip_source_buffer_create(packed.baseAddress, UInt64(packed.count), 0, &failure) else {
      throw ZipArchive.damaged(name, &failure)
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &failure) else {
      zip_source_free(source)
      throw ZipArchive.damaged(name, &failure)
    }
    self.archive = archive
  }

  deinit { zip_discard(archive) }

  /// What is packed under `path`; nil where nothing is.
  ///
  /// - Throws: a `Diagnostic` where the entry is damaged, encrypted, or unpacks to more than `limit` bytes, whatever size the
  ///   archive's directory gives for it.
  public func entry(_ path: String, limit: Int) throws -> [UInt8]? {
    guard zip_name_locate(archive, path, 0) >= 0 else { return nil }
    guard let file = zip_fopen(archive, path, 0) else {
      throw ZipArchive.damaged(name, zip_get_error(archive), in: path)
    }
    defer { zip_fclose(file) }
    var unpacked: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Int(zip_fread(file, &piece, UInt64(piece.count)))
      if count < 0 { throw ZipArchive.damaged(name, zip_file_get_error(file), in: path) }
      if count == 0 { return unpacked }
      if unpacked.count + count > limit {
        throw Diagnostic.error("'\(name)' unpacks to more than \(ByteCount(limit)) in '\(path)': not read")
      }
      unpacked += piece[..<count]
    }
  }

  private static func damaged(
    _ name: String, _ failure: UnsafeMutablePointer<zip_error_t>?, in path: String? = nil
  ) -> Diagnostic {
    let text = failure.flatMap { zip_error_strerror($0) }.map { String(cString: $0) }
    let place = path.map { "'\($0)' of " } ?? ""
    return .error("'\(name)' is damaged: \((text ?? "unreadable").lowercased()) in \(place)its zip archive")
  }
}
