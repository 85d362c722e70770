/// What the words of a paragraph tell of its place: formulas, participles, annex headings, closing lines.
enum Phrasing {
  private static let openers: Set<String> = [
    "convinced", "mindful", "guided", "aware", "alarmed", "conscious", "concerned", "determined", "disturbed",
    "inspired", "encouraged", "desirous", "appalled", "committed", "gratified", "shocked", "resolved",
    "cognizant",
    "moved", "troubled", "dismayed", "distressed", "outraged", "grateful", "desiring",
  ]

  private static let adverbs: Set<String> = [
    "also", "further", "deeply", "gravely", "strongly", "fully", "once", "again", "seriously", "particularly",
    "greatly",
    "profoundly", "firmly", "extremely", "equally", "keenly", "highly", "bearing", "having", "being", "still",
    "very",
    "especially", "and", "recently", "solemnly", "continuously",
  ]

  /// "The General Assembly," and nothing else.
  static func isFormula(_ text: [UInt8]) -> Bool { Formula.match(text) != nil }

  /// Whether a text opens as statements and decisions do, which have no formula: "At the 4896th meeting of the Security Council, …",
  /// "At its 46th plenary meeting, on …".
  static func tellsMeeting(_ text: some Collection<UInt8>) -> Bool {
    guard text.starts(with: "At the ".utf8) || text.starts(with: "At its ".utf8) else { return false }
    return ByteSearch.contains(Array(" meeting".utf8), in: Array(text.prefix(200)))
  }

  /// Whether the text opens as a preambular paragraph does: a participle, or an adjective such as "mindful".
  static func isParticipial(_ text: [UInt8]) -> Bool {
    for word in words(text.prefix(70)).prefix(4) {
      if openers.contains(word) { return true }
      if word.count > 4, word.hasSuffix("ing") {
        return !["during", "notwithstanding", "pending"].contains(word)
      }
      guard word.hasSuffix("ly") || adverbs.contains(word) else { return false }
    }
    return false
  }

  /// Whether a text breaks off inside a title or a list of capitalised nouns, so that a word such as "Stockpiling" may go on with it:
  /// behind a colon, behind "Development, Production,", behind any comma of a numbered paragraph.
  static func listsOn(_ text: [UInt8]) -> Bool {
    if text.last == UInt8(ascii: ":") { return true }
    guard text.last == UInt8(ascii: ",") else { return false }
    if let (label, _) = NumberLabel.match(text), label.readings.contains(where: { $0.style == .decimal }) {
      return true
    }
    var start = text.count - 1
    while start > 0, text[start - 1].isLetter { start -= 1 }
    return start > 1 && text[start].isUpper && text[start - 1] == 0x20 && text[start - 2] == UInt8(ascii: ",")
  }

  /// Runs of letters and hyphens in small letters, four at least where there are so many. Text in ASCII, as most is, is not
  /// looked at character by character.
  private static func words(_ text: ArraySlice<UInt8>) -> [String] {
    let hyphen = UInt8(ascii: "-")
    guard text.allSatisfy({ $0 < 0x80 }) else {
      return String(decoding: text, as: UTF8.self).lowercased().split { !$0.isLetter && $0 != "-" }
        .map { String($0) }
    }
    return text.split(maxSplits: 4) { !$0.isLetter && $0 != hyphen }.map { word in
      String(decoding: word.map { $0.isUpper ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
  }

  /// Whether the text ends in a comma of any of the six languages, as preambular paragraphs do.
  static func endsInComma(_ text: [UInt8]) -> Bool {
    text.last == UInt8(ascii: ",")
      || ["，", "،"].contains { text.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  /// "Annex", "Annex II", "Appendix A", "Annexes", in small letters or capitals; in the other languages too.
  static func isAnnexHeading(_ text: [UInt8]) -> Bool {
    guard text.count < 40 else { return false }
    let words = String(decoding: text, as: UTF8.self).lowercased().split(separator: " ")
    guard let first = words.first else { return false }
    // Chinese numbers them without a blank, Arabic by an ordinal.
    if first.hasPrefix("附件") { return words.count == 1 && first.count <= 4 }
    if first == "المرفق" || first == "مرفق" { return words.count <= 2 }
    guard ["annex", "annexes", "appendix", "annexe", "anexo", "приложение"].contains(first) else {
      return false
    }
    guard words.count > 1 else { return true }
    let name = words[1].filter { $0.isLetter || $0.isNumber }
    return words.count == 2
      && (name.count <= 1 || RomanNumeral.value(name.uppercased()) != nil || Int(name) != nil)
  }

  /// "45th plenary meeting", with a date behind it or not; "[Adopted without a vote.]".
  static func isClosing(_ text: [UInt8]) -> Bool {
    guard text.count < 90 || text.first == UInt8(ascii: "[") || text.first == UInt8(ascii: "A") else {
      return false
    }
    if text.starts(with: "[Adopted ".utf8) { return true }
    if text.starts(with: "Adopted ".utf8) { return isRecordOfVote(text) }
    let bytes = text.first == UInt8(ascii: "*") ? Array(text.dropFirst()) : text
    guard bytes.first?.isDigit == true else { return false }
    let line = String(decoding: bytes, as: UTF8.self)
    guard let name = HeaderReader.meetingName(in: line), line.hasPrefix(name.prefix(3)) else { return false }
    let rest = line.dropFirst(name.count).drop { " ,*".contains($0) }
    return rest.isEmpty || CalendarDate.first(in: rest) != nil && rest.utf8.count < 30
  }

  /// "Adopted unanimously at the 1190th meeting.", "Adopted at the 39th meeting by 10 votes to none, …".
  private static func isRecordOfVote(_ text: [UInt8]) -> Bool {
    text.count < 300
      && ["unanimously", "meeting", "votes to"].contains { ByteSearch.contains(Array($0.utf8), in: text) }
  }

  /// A line without a sentence's end, closing quotation marks left aside: what headings look like where nothing marks them.
  static func isHeading(_ text: [UInt8]) -> Bool {
    guard text.count <= 200 else { return false }
    let text = Quotation.withoutEnd(text)
    guard let last = text.last else { return false }
    if ".,;:!?".utf8.contains(last) { return false }
    // Arabic and Chinese have marks of their own.
    for mark in ["،", "؛", "؟", "，", "、", "；", "：", "。"]
    where text.suffix(mark.utf8.count).elementsEqual(mark.utf8) {
      return false
    }
    return !endsInConjunction(text)
  }

  private static func endsInConjunction(_ text: ArraySlice<UInt8>) -> Bool {
    let end = text.suffix(5)
    return end.elementsEqual("; and".utf8) || end.elementsEqual(", and".utf8)
      || text.suffix(4).elementsEqual("; or".utf8)
  }
}
