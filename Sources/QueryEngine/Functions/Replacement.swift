/// The replacement string of REPLACE (XPath Functions §5.6.3): text with `$1` for what a group matched, `\$` and `\\` for themselves.
struct Replacement {
  private enum Part {
    case text([UInt8])
    case group(Int)
  }

  private var parts: [Part] = []

  /// nil where a `$` has no digit behind it, or a `\` neither `$` nor `\`; under the q flag everything is text.
  ///
  /// Of the digits behind `$` as many are taken as name one of `groupCount` groups, at least one.
  init?(_ source: UnsafeBufferPointer<UInt8>, groupCount: Int, isQuoted: Bool) {
    var text: [UInt8] = []
    var index = 0
    if isQuoted {
      parts = [.text(Array(source))]
      return
    }
    while index < source.count {
      let byte = source[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\\"):
        guard index < source.count, source[index] == UInt8(ascii: "\\") || source[index] == UInt8(ascii: "$")
        else { return nil }
        text.append(source[index])
        index += 1
      case UInt8(ascii: "$"):
        guard index < source.count, var group = source[index].digit else { return nil }
        index += 1
        while index < source.count, let digit = source[index].digit, group * 10 + digit <= groupCount {
          group = group * 10 + digit
          index += 1
        }
        parts.append(.text(text))
        parts.append(.group(group))
        text = []
      default: text.append(byte)
      }
    }
    parts.append(.text(text))
  }

  /// Appends the text for one match; `group` gives what a group matched, nil for none.
  func append(to output: inout [UInt8], _ group: (Int) -> UnsafeBufferPointer<UInt8>?) {
    for part in parts {
      switch part {
      case .text(let bytes): output.append(contentsOf: bytes)
      case .group(let number): if let bytes = group(number) { output.append(contentsOf: bytes) }
      }
    }
  }
}
