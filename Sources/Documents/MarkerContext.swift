/// What stands around digits in a text and tells whether they can be a footnote marker.
enum MarkerContext {
  /// Whether the blank was lost before a number that counts: "on1 December", "of3 million".
  static func isCount(_ bytes: [UInt8], _ run: Range<Int>) -> Bool {
    guard hasUnit(bytes, run.upperBound) else { return false }
    var start = run.lowerBound
    while start > 0, bytes[start - 1].isLetter { start -= 1 }
    let word = String(decoding: bytes[start..<run.lowerBound], as: UTF8.self)
    return takesNumber.contains(word)
  }

  /// Whether a word that has a number before it stands behind `end`.
  static func hasUnit(_ bytes: [UInt8], _ end: Int) -> Bool {
    var next = end
    for _ in 0..<2 {
      while next < bytes.count, bytes[next] == 0x20 { next += 1 }
      let follower = bytes[next...].prefix { $0.isLetter || $0 >= 0x80 }
      let word = String(decoding: follower, as: UTF8.self)
      if unitsBehind.contains(word) || CalendarDate.isRomanceMonth(word) { return true }
      // "1 de diciembre", "1 de cada".
      guard word == "de" else { return false }
      next = follower.endIndex
    }
    return false
  }

  /// Words that have a number behind them.
  static let takesNumber: Set<String> = [
    "paragraph", "paragraphs", "para.", "paras.", "article", "articles", "chapter", "section", "sections",
    "annex", "no.",
    "nos.", "vol.", "page", "pages", "p.", "pp.", "goal", "goals", "target", "targets", "item", "items",
    "rule", "part",
    "supplement", "resolution", "resolutions", "decision", "decisions", "table", "of", "on", "in", "by",
    "than", "and", "to",
    "from", "at", "least", "between", "or", "over", "until", "protocol", "phase", "level", "category", "tier",
    "the", "for",
    "with", "within", "under", "about", "some", "nearly", "only", "since", "before", "after", "through",
    "session", "article.",
    "regulation", "principle", "principles", "indicator", "indicators", "option", "class", "type", "number",
    "grade",
    // French.
    "paragraphe", "paragraphes", "alinéa", "alinéas", "chapitre", "chapitres", "annexe", "objectif",
    "objectifs", "point", "points", "règle", "partie", "résolution", "résolutions", "décision", "décisions",
    "tableau", "protocole", "principe", "principes", "le", "la", "les", "des", "du", "de", "au", "aux", "en",
    "par", "et", "ou", "dans", "pour", "entre", "avec", "sur", "sous", "depuis", "avant", "après", "dès", "à",
    "environ", "moins", "plus", "numéro",
    // Spanish.
    "párrafo", "párrafos", "párr.", "párrs.", "artículo", "artículos", "capítulo", "capítulos", "sección",
    "secciones", "anexo", "objetivo", "objetivos", "meta", "metas", "tema", "temas", "regla", "parte",
    "resolución", "resoluciones", "decisión", "decisiones", "cuadro", "protocolo", "principio", "principios",
    "el", "los", "las", "del", "al", "por", "y", "o", "para", "con", "sobre", "desde", "hasta", "antes",
    "después", "menos", "más", "unos", "número", "núm.",
  ]

  /// Words that have a number before them.
  static let unitsBehind: Set<String> = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
    "per", "million", "billion", "years", "year", "months", "month", "days", "day", "hours", "hour", "weeks",
    "countries", "millions", "milliards", "millones", "ans", "années", "jours", "mois", "heures", "años",
    "días", "meses", "horas", "pays", "países", "États", "Estados", "voix", "votos", "abstenciones",
    "States", "members", "votes", "vote", "abstentions", "abstention", "percent", "dollars",
  ]

  /// Whether small letters stand on both sides: "Agreement4and".
  static func isInsideWord(_ bytes: [UInt8], _ run: Range<Int>) -> Bool {
    run.upperBound < bytes.count && bytes[run.upperBound].isLower && run.lowerBound >= 3
      && bytes[run.lowerBound - 3..<run.lowerBound].allSatisfy { $0.isLower }
  }

  /// Whether what follows lets a marker end: a blank, a mark, the end — no letter, digit or fraction.
  static func ends(_ bytes: [UInt8], _ at: Int) -> Bool {
    guard at < bytes.count else { return true }
    let after = bytes[at]
    if after == 0x20 || after >= 0x80 { return true }
    guard ",.;:)]\"'".utf8.contains(after) else { return false }
    return at + 1 >= bytes.count || !bytes[at + 1].isDigit
  }

  /// Whether what stands before lets a marker follow.
  static func allows(_ bytes: [UInt8], _ run: Range<Int>, before: UInt8, isDue: Bool, isRepeat: Bool) -> Bool
  {
    if before.isLower || before == UInt8(ascii: ")") || before == UInt8(ascii: "]")
      || before == UInt8(ascii: "%")
    {
      return true
    }
    if before >= 0x80 {
      let mark = run.lowerBound >= 3 ? bytes[run.lowerBound - 3..<run.lowerBound] : []
      if mark.elementsEqual("“".utf8) || mark.elementsEqual("‘".utf8) || mark.elementsEqual("–".utf8) {
        return false
      }
      return true
    }
    if before.isUpper { return isDue && takesMarker(bytes, run.lowerBound) }
    if before == UInt8(ascii: "."),
      continuesLower(bytes, run.upperBound) || abbreviates(bytes, run.lowerBound - 1)
    {
      return false
    }
    guard ",.;:\"'".utf8.contains(before), run.lowerBound >= 2 else { return false }
    let word = bytes[run.lowerBound - 2]
    if !word.isDigit { return word != 0x20 }
    if before == UInt8(ascii: ","), run.count < 3 { return true }
    return before != UInt8(ascii: ":") && (before != UInt8(ascii: ".") || isDue)
      && endsInDocumentNumber(bytes, run.lowerBound - 1)
  }

  /// Whether the dot at `dot` belongs to a symbol or an abbreviation: "A/73/L.6/Add.1", "No.1".
  static func abbreviates(_ bytes: [UInt8], _ dot: Int) -> Bool {
    guard dot > 0, bytes[dot - 1].isLetter else { return false }
    var start = dot
    while start > 0, bytes[start - 1] != 0x20 { start -= 1 }
    if bytes[start..<dot].contains(UInt8(ascii: "/")) { return true }
    let word = String(decoding: bytes[start..<dot], as: UTF8.self).lowercased()
    return [
      "no", "nos", "para", "paras", "art", "arts", "vol", "vols", "chap", "sect", "p", "pp", "l", "add",
      "rev", "corr",
    ]
    .contains(word)
  }

  /// Whether a small letter goes on behind the blank at `at`, so that no sentence has ended: "decision 9/CP.19 of".
  static func continuesLower(_ bytes: [UInt8], _ at: Int) -> Bool {
    at + 1 < bytes.count && bytes[at] == 0x20 && bytes[at + 1].isLower
  }

  /// Whether the capitals that end at `end` are an acronym ("UNDP1") or a Roman number ("Protocol I6"), not "CO" of "CO2".
  static func takesMarker(_ bytes: [UInt8], _ end: Int) -> Bool {
    var start = end
    while start > 0, bytes[start - 1].isLetter { start -= 1 }
    if end - start >= 3 { return true }
    return start > 0 && bytes[start - 1] == 0x20
      && RomanNumeral.value(String(decoding: bytes[start..<end], as: UTF8.self)) != nil
  }

  /// Whether the number that ends at `end` is a year or a resolution's: "2015", "72/184" — not the whole part of "10.5".
  static func endsInDocumentNumber(_ bytes: [UInt8], _ end: Int) -> Bool {
    var start = end
    while start > 0, bytes[start - 1].isDigit { start -= 1 }
    if start > 0, bytes[start - 1] == UInt8(ascii: "/") { return true }
    return end - start == 4 && (bytes[start] == UInt8(ascii: "1") || bytes[start] == UInt8(ascii: "2"))
  }
}
