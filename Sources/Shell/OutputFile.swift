import Diagnostics
@preconcurrency import Glibc
import RDF

/// Where answers go: standard output, or a file that is created, or whose bytes the first answer replaces.
public final class OutputFile {
  public let bytes: ByteOutput
  private let descriptor: Int32
  /// The descriptor that says what a reader sees.
  private let screen: Int32
  /// Whether the descriptor is closed with this.
  private let isOwner: Bool

  private init(descriptor: Int32, screen: Int32? = nil, isOwner: Bool = false, name: String) {
    self.descriptor = descriptor
    self.screen = screen ?? descriptor
    self.isOwner = isOwner
    bytes = ByteOutput(descriptor: descriptor, name: name, replaces: isOwner)
  }

  public static func standardOutput() -> OutputFile { OutputFile(descriptor: 1, name: "standard output") }

  /// A file keeps what it held until the first answer is there, so that a query with a mistake costs nothing.
  ///
  /// - Throws: an error that names the path and the reason.
  public convenience init(path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw Diagnostic.error("cannot write '\(path)': \(String(cString: strerror(errno)).lowercased())")
    }
    self.init(descriptor: descriptor, isOwner: true, name: "'\(path)'")
  }

  /// Something that shows what it is given where standard output goes; the descriptor stays its owner's.
  convenience init(onScreen descriptor: Int32, name: String) {
    self.init(descriptor: descriptor, screen: 1, name: name)
  }

  deinit { if isOwner { close(descriptor) } }

  /// Whether a person looks at what is written here.
  public var isTerminal: Bool { isatty(screen) == 1 }

  /// Columns of the terminal; nil where it is none.
  public var terminalWidth: Int? { size.map { $0.ws_col > 0 ? Int($0.ws_col) : 80 } }

  /// Lines of the terminal; nil where it is none.
  var terminalHeight: Int? { size.map { $0.ws_row > 0 ? Int($0.ws_row) : 24 } }

  private var size: winsize? {
    var size = winsize()
    guard isTerminal else { return nil }
    return ioctl(screen, UInt(TIOCGWINSZ), &size) == 0 ? size : winsize()
  }
}
