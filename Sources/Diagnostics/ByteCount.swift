/// A number of bytes as messages print it, rounded to at least two digits: "512 bytes", "1 GB", "32 MB", "1500 KB".
public struct ByteCount: CustomStringConvertible {
  public let bytes: Int

  public init(_ bytes: Int) { self.bytes = bytes }

  public var description: String {
    var count = bytes
    var units = ["bytes", "KB", "MB", "GB", "TB"][...]
    while count >= 10 * 1024 || count >= 1024 && count % 1024 == 0, units.count > 1 {
      count = (count + 512) / 1024
      units.removeFirst()
    }
    return "\(count) \(units[units.startIndex])"
  }
}
