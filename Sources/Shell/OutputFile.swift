import Diagnostics
@preconcurrency import Glibc
import RDF

/// Where answers go: standard output, or a file that is created or emptied.
public final class OutputFile {
  public let bytes: ByteOutput
  private let descriptor: Int32

  private init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    bytes = ByteOutput(descriptor: descriptor, name: name)
  }

  public static func standardOutput() -> OutputFile { OutputFile(descriptor: 1, name: "standard output") }

  /// - Throws: an error that names the path and the reason.
  public convenience init(path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw Diagnostic.error("cannot write '\(path)': \(String(cString: strerror(errno)).lowercased())")
    }
    self.init(descriptor: descriptor, name: "'\(path)'")
  }

  deinit { if descriptor > 2 { close(descriptor) } }

  /// Whether a person looks at what is written here.
  public var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Columns of the terminal; nil where it is none.
  public var terminalWidth: Int? {
    var size = winsize()
    guard isTerminal else { return nil }
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
