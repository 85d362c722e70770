import Diagnostics
@preconcurrency import Glibc

/// Where the shell's lines come from: a terminal, a pipe, a script.
public protocol LineSource: AnyObject {
  /// Whether a person is typing.
  var isInteractive: Bool { get }
  func next(prompt: String) throws -> Line
}

/// What a line source gives.
public enum Line: Equatable {
  case text(String)
  /// Ctrl-C at the prompt.
  case interrupted
  case end
}

/// Lines from a descriptor, without prompt.
public final class DescriptorLines: LineSource {
  private let descriptor: Int32
  private let owned: Bool
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var start = 0
  private var end = 0

  public init(descriptor: Int32) {
    self.descriptor = descriptor
    owned = false
  }

  /// The lines of a file.
  ///
  /// - Throws: an error that names the path and the reason.
  public init(path: String) throws {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Diagnostic.error("cannot read '\(path)': \(String(cString: strerror(errno)))")
    }
    owned = true
  }

  deinit { if owned { close(descriptor) } }

  public var isInteractive: Bool { false }

  public func next(prompt: String) throws -> Line {
    var line: [UInt8] = []
    while true {
      if let feed = buffer[start..<end].firstIndex(of: UInt8(ascii: "\n")) {
        line += buffer[start..<feed]
        start = feed + 1
        return .text(text(line))
      }
      line += buffer[start..<end]
      start = 0
      end = 0
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        end = count
      } else if count == 0 {
        return line.isEmpty ? .end : .text(text(line))
      } else if errno != EINTR {
        throw Diagnostic.error("cannot read the input: \(String(cString: strerror(errno)))")
      } else if Interruption.isRaised {
        return .end
      }
    }
  }

  private func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes[...], as: UTF8.self)
  }
}
