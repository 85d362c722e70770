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
  public var kind: Kind {
    let parts = parts
    if parts.contains("RES") || parts.contains(where: { $0.hasPrefix("Res.") }) { return .resolution }
    if parts.contains("DEC") || parts.contains(where: { $0.hasPrefix("Dec.") }) { return .decision }
    if parts.contains("PRST") { return .presidentialStatement }
    if parts.contains(where: { $0.hasPrefix("L.") }) { return .draft }
    if parts.contains(where: { $0.hasPrefix("PV.") || $0.hasPrefix("SR.") }) { return .record }
    if isDouble { return .letter }
    return .report
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

  /// The regular session it names: 73 of "A/RES/73/27", 30 of "A/RES/3363(XXX)"; nil for special sessions and years.
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
    guard let slash = text.lastIndex(of: "/"), text[slash...].hasPrefix("/Corr.") else { return nil }
    return Symbol(canonical: String(text[..<slash]))
  }

  private var parts: [Substring] { text.split(separator: "/") }

  private var isDouble: Bool {
    zip(text.utf8, text.utf8.dropFirst()).contains { $0 == UInt8(ascii: "-") && $1.isUpper }
      && parts.count > 4
  }

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
