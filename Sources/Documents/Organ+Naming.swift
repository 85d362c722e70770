extension Organ {
  /// The body that a text names first, of those that adopt resolutions.
  static func named(in text: String) -> Organ? {
    let lower = text.lowercased()
    return allCases.filter { lower.contains($0.rawValue.lowercased()) }.max {
      $0.rawValue.count < $1.rawValue.count
    }
  }
}
