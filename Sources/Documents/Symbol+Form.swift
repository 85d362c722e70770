extension Symbol {
  /// What sort of document a symbol names, as far as its form tells.
  public enum Kind: String, Sendable, CaseIterable {
    case resolution
    case decision
    case presidentialStatement
    case report
    case draft
    case record
    /// A letter or note issued under two symbols at once ("A/65/517-S/2010/534").
    case letter
  }

  /// The kind that the form shows; whatever is nothing else is a report.
  ///
  /// - Complexity: O(length), without a text for each part: it is asked for every document that is cited.
  public var kind: Kind {
    var text = text
    return text.withUTF8 { bytes in
      var found = Kind.report
      var parts = 0
      var isJoined = false
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "/") {
          isJoined =
            isJoined || bytes[end] == UInt8(ascii: "-") && end + 1 < bytes.count && bytes[end + 1].isUpper
          end += 1
        }
        if end > start {
          parts += 1
          let kind = Symbol.kind(ofPart: UnsafeBufferPointer(rebasing: bytes[start..<end]))
          if kind.weight > found.weight { found = kind }
        }
        start = end + 1
      }
      return found == .report && isJoined && parts > 4 ? .letter : found
    }
  }

  /// What one part says of the kind.
  private static func kind(ofPart part: UnsafeBufferPointer<UInt8>) -> Kind {
    func starts(with text: StaticString) -> Bool {
      part.count >= text.utf8CodeUnitCount
        && (0..<text.utf8CodeUnitCount).allSatisfy { part[$0] == text.utf8Start[$0] }
    }
    switch part[0] {
    case UInt8(ascii: "R"):
      return part.count == 3 && starts(with: "RES") || starts(with: "Res.") ? .resolution : .report
    case UInt8(ascii: "D"):
      return part.count == 3 && starts(with: "DEC") || starts(with: "Dec.") ? .decision : .report
    case UInt8(ascii: "P"):
      if part.count == 4, starts(with: "PRST") { return .presidentialStatement }
      return starts(with: "PV.") ? .record : .report
    case UInt8(ascii: "L"): return starts(with: "L.") ? .draft : .report
    case UInt8(ascii: "S"): return starts(with: "SR.") ? .record : .report
    default: return .report
    }
  }

  /// The organ in whose series it stands; nil for other bodies' series.
  public var organ: Organ? {
    let parts = parts
    switch parts.first {
    case "A": return parts.count > 1 && parts[1] == "HRC" ? .humanRightsCouncil : .generalAssembly
    case "S": return .securityCouncil
    case "E":
      return parts.count > 1 && parts[1] == "CN.4" ? .commissionOnHumanRights : .economicAndSocialCouncil
    default: return nil
    }
  }

  /// The regular session it names: 73 of "A/RES/73/27", 29 of "A/RES/3314(XXIX)"; nil for special sessions and years.
  public var session: Int? {
    guard organ != .securityCouncil else { return nil }
    if let roman = bracket { return RomanNumeral.value(roman) }
    guard organ == .generalAssembly || organ == .humanRightsCouncil else { return nil }
    return firstNumber.flatMap { $0 < 400 ? $0 : nil }
  }

  /// The year it names: 2001 of "S/RES/1373(2001)", 2006 of "E/RES/2006/46".
  public var year: Int? {
    if let bracket, let year = Int(bracket) { return (1946..<2200).contains(year) ? year : nil }
    return firstNumber.flatMap { (1946..<2200).contains($0) && parts.count > 2 ? $0 : nil }
  }

  /// The document that a corrigendum corrects: A/67/53 for "A/67/53/Corr.1"; nil for what is none.
  public var corrected: Symbol? {
    var text = text
    return text.withUTF8 { bytes in
      guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")), bytes[slash...].starts(with: "/Corr.".utf8)
      else { return nil }
      return Symbol(canonical: String(decoding: bytes[..<slash], as: UTF8.self))
    }
  }

  private var parts: [Substring] { text.split(separator: "/") }

  /// What the last bracket holds.
  private var bracket: Substring? {
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else { return nil }
    return text[text.index(after: open)...].dropLast()
  }

  /// The first part that is a number and has another behind it.
  private var firstNumber: Int? {
    let parts = parts
    for (index, part) in parts.enumerated().dropFirst() where index < parts.count - 1 {
      if let number = Int(part) { return number }
    }
    return nil
  }
}

extension Symbol.Kind {
  /// Which of two parts decides: "A/67/PV.4/RES" would be a resolution.
  fileprivate var weight: Int {
    switch self {
    case .resolution: 5
    case .decision: 4
    case .presidentialStatement: 3
    case .draft: 2
    case .record: 1
    case .letter, .report: 0
    }
  }
}
