/// Blank node labels as values of `rdf:nodeID`, which must be NCNames.
enum NodeID {
  /// The label itself where it is made of ASCII letters, digits, `_`, `-` and `.` and begins with a letter but
  /// not with `x-`; otherwise `x-` and its bytes in hexadecimal. Different labels give different ids.
  static func of(_ label: TextBytes) -> [UInt8] {
    let isPlain = label.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
        return true
      default: return false
      }
    }
    if isPlain, let first = label.first, first | 0x20 >= UInt8(ascii: "a"), first != UInt8(ascii: "_"),
      !label.starts(with: "x-".utf8)
    {
      return Array(label)
    }
    let digits = Array("0123456789abcdef".utf8)
    return Array("x-".utf8) + label.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }
}
