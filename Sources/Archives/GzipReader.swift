import CZlib
import Diagnostics

/// Unpacks gzip data piece by piece, in memory that does not grow with it.
///
///     var reader = try GzipReader(packed, name: path, limit: 1 << 30)
///     while case let count = try reader.read(into: piece), count > 0 { … }
///
/// Members that follow one another are one stream (RFC 1952 §2.2), as are zeros behind the last. The packed bytes must stay
/// where they are while the reader lives.
public struct GzipReader: ~Copyable {
  private let packed: UnsafeBufferPointer<UInt8>
  private let name: String
  private let limit: Int
  /// On the heap, because zlib remembers its address.
  private let stream: UnsafeMutablePointer<z_stream>
  private var position = 0
  private var unpackedCount = 0
  private var isBetweenMembers = false

  /// - Parameter limit: the most bytes that may come out; a file of a few KB can unpack to gigabytes.
  public init(_ packed: UnsafeBufferPointer<UInt8>, name: String, limit: Int) throws {
    self.packed = packed
    self.name = name
    self.limit = limit
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 bits of window, and 16 for gzip's frame.
    let status = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    if status != Z_OK { throw Diagnostic.error("no memory to unpack '\(name)'") }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Fills `piece` from its start and gives the number of bytes; 0 at the end.
  ///
  /// - Throws: a `Diagnostic` where the data is damaged, cut short, or more than the limit.
  public mutating func read(into piece: UnsafeMutableBufferPointer<UInt8>) throws -> Int {
    var filled = 0
    while filled < piece.count {
      if isBetweenMembers, try !startMember() { break }
      let rest = UnsafeBufferPointer(rebasing: packed[position...].prefix(Int(UInt32.max)))
      if rest.isEmpty { throw Diagnostic.error("'\(name)' is cut short: its gzip data has no end") }
      let room = min(piece.count - filled, Int(UInt32.max))
      stream.pointee.next_in = UnsafeMutablePointer(mutating: rest.baseAddress)
      stream.pointee.avail_in = UInt32(rest.count)
      stream.pointee.next_out = piece.baseAddress.map { $0 + filled }
      stream.pointee.avail_out = UInt32(room)
      let status = inflate(stream, Z_NO_FLUSH)
      position += rest.count - Int(stream.pointee.avail_in)
      filled += room - Int(stream.pointee.avail_out)
      switch status {
      case Z_OK, Z_BUF_ERROR: break
      case Z_STREAM_END: isBetweenMembers = true
      default:
        throw Diagnostic.error("'\(name)' is damaged: \(reason) near byte \(position) of its gzip data")
      }
    }
    unpackedCount += filled
    if unpackedCount > limit {
      throw Diagnostic.error("'\(name)' unpacks to more than \(ByteCount(limit)): not read")
    }
    return filled
  }

  /// Moves on to the next member; false where there is none.
  private mutating func startMember() throws -> Bool {
    let rest = packed[position...]
    if rest.allSatisfy({ $0 == 0 }) { return false }
    guard Gzip.isPacked(rest) else {
      throw Diagnostic.error(
        "'\(name)' is damaged: its gzip data ends at byte \(position), the file does not")
    }
    inflateReset(stream)
    isBetweenMembers = false
    return true
  }

  private var reason: String {
    stream.pointee.msg.map { String(cString: $0) } ?? "not gzip data"
  }
}
