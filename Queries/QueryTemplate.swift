/// SPARQL in which some `$name` variables are to be replaced by terms.
struct QueryTemplate {
  private let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The text with each `$name` of `values` replaced, outside strings, IRIs and comments.
  func filled(with values: [String: String]) -> String {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let end: Int
      switch bytes[index] {
      case UInt8(ascii: "#"): end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      case UInt8(ascii: "\""), UInt8(ascii: "'"): end = endOfString(from: index)
      case UInt8(ascii: "<"): end = endOfIRI(from: index)
      case UInt8(ascii: "$"):
        end = bytes[(index + 1)...].firstIndex { !isNameByte($0) } ?? bytes.count
        if let value = values[String(decoding: bytes[index + 1..<end], as: UTF8.self)] {
          result += value.utf8
          index = end
          continue
        }
      default: end = index + 1
      }
      result += bytes[index..<end]
      index = end
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xFF:
      true
    default: false
    }
  }

  private func endOfString(from start: Int) -> Int {
    let quote = bytes[start]
    let isLong = bytes[start...].starts(with: [quote, quote, quote])
    var index = start + (isLong ? 3 : 1)
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
      } else if isLong ? bytes[index...].starts(with: [quote, quote, quote]) : bytes[index] == quote {
        return index + (isLong ? 3 : 1)
      } else {
        index += 1
      }
    }
    return bytes.count
  }

  private func endOfIRI(from start: Int) -> Int {
    for index in bytes.indices.dropFirst(start + 1) {
      switch bytes[index] {
      case UInt8(ascii: ">"): return index + 1
      case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"):
        return start + 1
      default: continue
      }
    }
    return start + 1
  }
}
