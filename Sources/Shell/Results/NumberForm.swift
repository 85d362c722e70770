import RDF

/// The numbers that Turtle writes without quotes, by datatype (Turtle §2.5.2).
enum NumberForm {
  case integer
  case decimal
  case double

  /// nil where the datatype has no bare form.
  init?(datatype: UnsafeBufferPointer<UInt8>) {
    switch NumberForm.name(datatype) {
    case "integer": self = .integer
    case "decimal": self = .decimal
    case "double": self = .double
    default: return nil
    }
  }

  /// Whether a cell with this datatype is set to the right in a table.
  static func isNumeric(datatype: UnsafeBufferPointer<UInt8>) -> Bool {
    switch name(datatype) {
    case "integer", "decimal", "double", "float", "int", "long", "short", "byte", "nonNegativeInteger",
      "positiveInteger", "negativeInteger", "nonPositiveInteger", "unsignedInt", "unsignedLong":
      true
    default: false
    }
  }

  /// The local name of an XML Schema datatype; empty for any other.
  private static func name(_ datatype: UnsafeBufferPointer<UInt8>) -> String {
    let namespace = XSD.namespace.utf8
    guard datatype.count > namespace.count, datatype.starts(with: namespace) else { return "" }
    return String(decoding: datatype[namespace.count...], as: UTF8.self)
  }

  /// Whether Turtle reads these bytes, unquoted, as this kind of number.
  func matches(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    func skipSign() {
      if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
        index += 1
      }
    }
    func digits() -> Int {
      let start = index
      while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) { index += 1 }
      return index - start
    }
    skipSign()
    let whole = digits()
    if self == .integer { return whole > 0 && index == bytes.count }
    var fraction = 0
    var dot = false
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      dot = true
      index += 1
      fraction = digits()
    }
    if self == .decimal { return dot && fraction > 0 && index == bytes.count }
    guard whole + fraction > 0, index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") else {
      return false
    }
    index += 1
    skipSign()
    return digits() > 0 && index == bytes.count
  }
}
