/// UTF-8 text that is either borrowed from memory that outlives the query's terms (the store's map, a pool's arena, a constant)
/// or kept alive by a reference-counted block; slices share the block.
///
/// The bytes are reached only through `withBytes`, so that the block cannot be released under them.
public struct Text {
  private let start: UnsafePointer<UInt8>
  /// Bytes.
  public let count: Int
  private let block: TextBlock?

  /// Text in memory that somebody else keeps for as long as this query runs.
  public init(borrowing bytes: UnsafeBufferPointer<UInt8>) {
    start = bytes.baseAddress ?? Text.nowhere
    count = bytes.count
    block = nil
  }

  /// A constant of the program.
  public init(_ constant: StaticString) {
    self.init(borrowing: constant.bytes)
  }

  public init(_ string: String) {
    var string = string
    self = string.withUTF8 { Text(copying: $0) }
  }

  public init(copying bytes: UnsafeBufferPointer<UInt8>) {
    self.init(capacity: bytes.count) { $0.append(contentsOf: bytes) }
  }

  /// Text written by `write` into a block of `capacity` bytes, which must suffice.
  public init(capacity: Int, _ write: (inout TextWriter) -> Void) {
    let block = TextBlock(capacity: capacity)
    var writer = TextWriter(start: block.start, capacity: capacity)
    write(&writer)
    start = UnsafePointer(block.start)
    count = writer.count
    self.block = block
  }

  private init(start: UnsafePointer<UInt8>, count: Int, block: TextBlock?) {
    self.start = start
    self.count = count
    self.block = block
  }

  private static var nowhere: UnsafePointer<UInt8> { UnsafePointer(bitPattern: 1).unsafelyUnwrapped }

  public var isEmpty: Bool { count == 0 }

  /// Calls `body` with the bytes, which are valid during the call.
  @inline(__always)
  public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    try withExtendedLifetime(block) {
      try body(UnsafeBufferPointer(start: start, count: count))
    }
  }

  /// The bytes at `range` in the same memory.
  public func slice(_ range: Range<Int>) -> Text {
    Text(start: start + range.lowerBound, count: range.count, block: block)
  }

  public var string: String { withBytes { String(decoding: $0, as: UTF8.self) } }
}

/// A block of bytes that texts share.
final class TextBlock {
  let start: UnsafeMutablePointer<UInt8>

  init(capacity: Int) { start = .allocate(capacity: capacity) }

  deinit { start.deallocate() }
}

/// Appends bytes to a block of fixed size.
public struct TextWriter {
  private let start: UnsafeMutablePointer<UInt8>
  private let capacity: Int
  public private(set) var count = 0

  init(start: UnsafeMutablePointer<UInt8>, capacity: Int) {
    self.start = start
    self.capacity = capacity
  }

  public mutating func append(_ byte: UInt8) {
    precondition(count < capacity)
    start[count] = byte
    count += 1
  }

  public mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>) {
    precondition(count + bytes.count <= capacity)
    if let base = bytes.baseAddress { (start + count).update(from: base, count: bytes.count) }
    count += bytes.count
  }

  public mutating func append(contentsOf text: Text) { text.withBytes { append(contentsOf: $0) } }
}

extension StaticString {
  /// The constant's bytes, which live as long as the program.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount) }
}
