/// The name of the United Nations as it heads a document, alone on its line or with the symbol behind it.
enum Letterhead {
  /// What stands behind the name in a line that starts with it; nil where none does.
  static func rest(of line: [UInt8]) -> ArraySlice<UInt8>? {
    guard let name = names.first(where: { line.starts(with: $0) }) else { return nil }
    let rest = line.dropFirst(name.count)
    guard let first = rest.first else { return rest }
    return first == 0x20 ? rest.dropFirst() : nil
  }

  private static let names = [
    "United Nations", "UNITED NATIONS", "Nations Unies", "NATIONS UNIES", "Naciones Unidas",
    "NACIONES UNIDAS", "Организация Объединенных Наций", "联合国", "الأمم المتحدة",
  ].map { Array($0.utf8) }
}
