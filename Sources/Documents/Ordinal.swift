/// English ordinal words up to 199 as session names use them: "Seventy-third", "Hundred and first".
enum Ordinal {
  private static let units = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
  ]
  private static let tens = [
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
    "hundred": 100, "one": 0, "and": 0,
  ]

  /// The value of the words, nil where they are no ordinal.
  static func value(_ text: some StringProtocol) -> Int? {
    let words = text.lowercased().split { $0 == " " || $0 == "-" }
    guard let last = words.last, let unit = units[String(last)] else { return nil }
    var total = unit
    for word in words.dropLast() {
      guard let value = tens[String(word)] else { return nil }
      total += value
    }
    return total
  }
}
