import Archives

/// The forms of files that `DocumentReader` tells apart by their first bytes.
enum FileForm {
  case gzip
  case zip
  case pdf
  /// Microsoft's compound file: a Word file of before 2007, or an encrypted DOCX.
  case compound
  case text

  init(_ bytes: [UInt8]) {
    if Gzip.isPacked(bytes) {
      self = .gzip
    } else if ZipArchive.isArchive(bytes) {
      self = .zip
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .compound
    } else {
      self = PDFText.accepts(bytes) ? .pdf : .text
    }
  }
}
