import Diagnostics

/// The text of PDF files as poppler's `pdftotext` finds it; the program need not be there for anything else.
///
/// In the order of the page's content (`-raw`), as text is copied from a viewer: read by its place on the page it loses hyphens,
/// parts words and drops lines ("communitybased", "cle arly"; of one draft all of paragraph 4 but its last word).
enum PDFText {
  /// Whether `bytes` begin as PDF does, other bytes before it allowed (PDF 1.7, appendix H.3).
  static func accepts(_ bytes: [UInt8]) -> Bool {
    ByteSearch.contains(Array("%PDF-".utf8), in: Array(bytes.prefix(1024)))
  }

  /// The text of every page, each ended by a form feed, in UTF-8.
  ///
  /// - Throws: a `Diagnostic` where there is no `pdftotext`, where it finds no PDF or no text, or needs too much for it.
  static func text(of bytes: [UInt8], name: String, limit: Int) throws -> [UInt8] {
    let reader = ChildProcess(
      program: "pdftotext", arguments: ["-q", "-raw", "-enc", "UTF-8", "-", "-"], outputLimit: limit,
      timeLimit: 60,
      memoryLimit: 1 << 30)
    switch try reader.run(input: bytes) {
    case .exited(status: 0, let text) where text.contains { $0 > 0x20 }: return text
    case .exited(status: 0, _):
      throw Diagnostic.error(
        "'\(name)' holds no text, only pictures of pages", hint: "read its text with OCR first")
    case .exited(status: 3, _):
      throw Diagnostic.error("'\(name)' is a PDF whose author forbids taking its text")
    case .exited:
      throw Diagnostic.error("'\(name)' is a PDF that pdftotext cannot read: damaged or encrypted")
    case .notFound:
      throw Diagnostic.error(
        "'\(name)' is a PDF, and pdftotext, which reads PDF, is not installed",
        hint: "install poppler-utils, or give the text of the file")
    case .ranTooLong:
      throw Diagnostic.error("'\(name)' is a PDF that takes pdftotext more than a minute: not read")
    case .wroteTooMuch:
      throw Diagnostic.error("'\(name)' is a PDF of more than \(ByteCount(limit)) of text: not read")
    }
  }
}
