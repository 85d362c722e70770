import Archives

/// The forms of files that `DocumentReader` tells apart by their first bytes.
enum FileForm {
  case gzip
  case zip
  case pdf
  /// Microsoft's compound file: a Word file of before 2007, or an encrypted DOCX.
  case compound
  case rtf
  /// A page with its pictures in one file, as browsers save it: MHTML.
  case webArchive
  case text

  init(_ bytes: [UInt8]) {
    if Gzip.isPacked(bytes) {
      self = .gzip
    } else if ZipArchive.isArchive(bytes) {
      self = .zip
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .compound
    } else if bytes.starts(with: "{\\rtf".utf8) {
      self = .rtf
    } else if FileForm.isWebArchive(bytes.prefix(4096)) {
      self = .webArchive
    } else {
      self = PDFText.accepts(bytes) ? .pdf : .text
    }
  }

  /// Whether the first lines are the header of a message with several parts that belong together.
  private static func isWebArchive(_ start: ArraySlice<UInt8>) -> Bool {
    guard start.starts(with: "From:".utf8) || start.starts(with: "MIME-Version:".utf8) else { return false }
    return String(decoding: start, as: UTF8.self).lowercased().contains("multipart/related")
  }
}
