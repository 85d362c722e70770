extension Text {
  /// In lower case by the Unicode mapping (fn:lower-case); the same text where nothing changes.
  var lowercased: Text {
    withBytes { bytes in
      guard bytes.isASCII else {
        return Text(String(decoding: bytes, as: UTF8.self).lowercasedWithFinalSigma)
      }
      if !bytes.contains(where: { $0.lowercased != $0 }) { return self }
      return Text(capacity: bytes.count) { for byte in bytes { $0.append(byte.lowercased) } }
    }
  }

  /// In upper case by the Unicode mapping (fn:upper-case); the same text where nothing changes.
  var uppercased: Text {
    withBytes { bytes in
      guard bytes.isASCII else { return Text(String(decoding: bytes, as: UTF8.self).uppercased()) }
      if !bytes.contains(where: { $0.uppercased != $0 }) { return self }
      return Text(capacity: bytes.count) { for byte in bytes { $0.append(byte.uppercased) } }
    }
  }

  /// With every byte but letters, digits and `-._~` as `%XX` (fn:encode-for-uri).
  var percentEncoded: Text {
    withBytes { bytes in
      Text(capacity: bytes.count * 3) { writer in
        for byte in bytes {
          switch byte {
          case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            writer.append(byte)
          default:
            writer.append(UInt8(ascii: "%"))
            writer.append(Text.hexadecimal(byte >> 4))
            writer.append(Text.hexadecimal(byte & 15))
          }
        }
      }
    }
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 { digit < 10 ? digit + 48 : digit + 55 }
}

extension String {
  /// In lower case, a capital sigma at the end of a word as `ς` (Unicode §3.13, Final_Sigma).
  fileprivate var lowercasedWithFinalSigma: String {
    let capital: Unicode.Scalar = "\u{3A3}"
    guard unicodeScalars.contains(capital) else { return lowercased() }
    let scalars = Array(unicodeScalars)
    var text = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      if scalar == capital, scalars[..<place].reversed().beginsWithLetter,
        !scalars[(place + 1)...].beginsWithLetter
      {
        text.append("\u{3C2}")
      } else {
        text.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(text)
  }
}

extension Sequence where Element == Unicode.Scalar {
  /// Whether a letter that has case stands first, marks and the like passed over.
  fileprivate var beginsWithLetter: Bool {
    first { !$0.properties.isCaseIgnorable }?.properties.isCased ?? false
  }
}
