/// Reads an input as a row of decisions, so that small changes of it lead to small changes of what is made of it.
struct Choices {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { at >= bytes.count }

  /// The next byte; 0 behind the end, so that what is begun comes to an end.
  mutating func byte() -> UInt8 {
    defer { at += 1 }
    return isAtEnd ? 0 : bytes[at]
  }

  /// A number from 0 to `count` - 1; the first behind the end.
  mutating func below(_ count: Int) -> Int { Int(byte()) % count }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

  /// Whether something happens that happens `percent` times in a hundred; not behind the end.
  mutating func chance(_ percent: Int) -> Bool { Int(byte()) * 100 >= (100 - percent) * 256 }

  /// What is left, as it stands.
  var rest: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[min(at, bytes.count)...]) }
}
