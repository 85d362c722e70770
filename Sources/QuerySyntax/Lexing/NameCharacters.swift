extension UInt8 {
  @inline(__always) var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  @inline(__always) var isLetter: Bool {
    (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z")
  }

  var isHexadecimalDigit: Bool {
    isDigit || ((self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "f"))
  }
}

extension Unicode.Scalar {
  /// PN_CHARS_BASE (SPARQL 1.1 §19.8 [164]).
  var isNameBase: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF,
      0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD,
      0x10000...0xEFFFF:
      return true
    default: return false
    }
  }

  /// PN_CHARS_U [165].
  var isNameStart: Bool { isNameBase || self == "_" }

  var isDecimalDigit: Bool { value >= 0x30 && value <= 0x39 }

  /// What may follow the first character of a variable's name [166].
  var isVariableCharacter: Bool {
    switch value {
    case 0xB7, 0x300...0x36F, 0x203F...0x2040: return true
    default: return isNameStart || isDecimalDigit
    }
  }

  /// PN_CHARS [167].
  var isNameCharacter: Bool { isVariableCharacter || self == "-" }
}
