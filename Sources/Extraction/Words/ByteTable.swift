/// The traits of all bytes.
final class ByteTable {
  let traits = UnsafeMutablePointer<ByteTraits>.allocate(capacity: 256)

  init() { for byte in 0..<256 { (traits + byte).initialize(to: ByteTraits(UInt8(byte))) } }

  deinit { traits.deallocate() }
}
