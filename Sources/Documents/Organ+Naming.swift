extension Organ {
  private static let lowercased = allCases.map { ($0, $0.rawValue.lowercased()) }
  private static let uppercased = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue.uppercased(), $0) })

  /// The body that a text names first, of those that adopt resolutions.
  static func named(in text: String) -> Organ? {
    let lower = text.lowercased()
    return lowercased.filter { lower.holds($0.1) }.max { $0.1.utf8.count < $1.1.utf8.count }?.0
  }

  /// The body whose name in capitals is all of a line.
  static func headed(_ line: String) -> Organ? { uppercased[line] }
}
