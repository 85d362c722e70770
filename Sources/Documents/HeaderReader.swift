/// Reads what stands before and behind a resolution's text, line by line: symbol, organ, session, dates, title, reports.
struct HeaderReader {
  private(set) var symbols: [Symbol] = []
  private(set) var title: String?
  var organ: Organ?
  var adoptedOn: String?
  private(set) var session: Int?
  private(set) var agendaItem: String?
  var meeting: String?
  /// BCP 47, nil where nothing tells.
  private(set) var language: String?
  private(set) var draft: Symbol?
  private(set) var committeeReport: Symbol?
  /// The number that heads the text.
  var number: ResolutionNumber?
  /// A number that lacks its year or session: "Resolution 290".
  var bareNumber: Int?
  var isDecision = false

  /// The most bytes of a header's line; what runs on longer is text.
  private static let longestLine = 4096

  /// Takes one line in; whether it is one of those that a header is made of.
  mutating func read(_ line: String) -> Bool {
    guard line.utf8.count <= HeaderReader.longestLine else { return false }
    let bytes = Array(line.utf8)
    if bytes.isEmpty { return true }
    if readOrgan(line) || readAdoption(line) || readSession(line) || readReport(line, bytes) { return true }
    if readSymbol(bytes) || readNumber(line, bytes) || readDate(line) { return true }
    if bytes.count < 60, Letterhead.rest(of: bytes) != nil { return true }
    for start in ["Distr.", "Original:", "Please recycle", "Provisional"]
    where line.hasPrefix(start) && bytes.count < 60 {
      return true
    }
    if line == "Decision" { isDecision = true }
    return CalendarDate.isWhole(line) || line == "Decision" || line == "Plenary"
  }

  /// Takes the title from a form that marks it.
  mutating func take(title: String) { if !title.isEmpty { self.title = title } }

  /// Takes the line between header and text as title where none was numbered.
  mutating func takeUnnumbered(title: String) { if self.title == nil { take(title: title) } }

  /// Takes language and, where no header names it, organ from "The General Assembly,".
  mutating func readFormula(_ text: [UInt8]) {
    guard let formula = Formula.match(text) else { return }
    language = formula.language
    if organ == nil { organ = formula.organ }
  }

  /// Takes the date and meeting of a closing line: "45th plenary meeting 5 December 2018".
  mutating func readClosing(_ line: String) {
    if meeting == nil { meeting = HeaderReader.meetingName(in: line) }
    if adoptedOn == nil { adoptedOn = CalendarDate.first(in: line) }
  }

  /// Takes meeting and date from a statement's first sentence: "At the 4896th meeting of the Security Council, held on …".
  mutating func readOpening(_ sentence: String) {
    guard sentence.hasPrefix("At ") || sentence.hasPrefix("“At "), sentence.holds(" meeting") else {
      return
    }
    readClosing(String(sentence.prefix(240)))
    if organ == nil { organ = Organ.named(in: String(sentence.prefix(240))) }
  }

  /// The header of part `letter` of a document that holds several: the part's own symbol and, where it has one, title.
  func part(_ symbol: Symbol, title: String) -> HeaderReader {
    var part = self
    part.symbols = [symbol]
    part.take(title: title)
    return part
  }

  /// The symbols of the document: the printed ones, or those its number and organ make.
  func documentSymbols() -> [Symbol] {
    if !symbols.isEmpty { return symbols }
    guard let number = number ?? datedNumber else { return [] }
    return number.symbols(of: organ, decision: isDecision)
  }

  /// The document's symbol; that of several resolutions printed as one where the header names these.
  var symbol: Symbol? {
    let symbols = documentSymbols()
    return Symbol.joint(symbols) ?? symbols.first
  }

  var documentOrgan: Organ? { organ ?? documentSymbols().first?.organ }

  private mutating func readOrgan(_ line: String) -> Bool {
    let named = Organ.headed(line) ?? Formula.organ(named: line)
    if let named { organ = named }
    return named != nil
  }

  private mutating func readSession(_ line: String) -> Bool {
    guard line.utf8.count < 60 else { return false }
    for start in ["Agenda item ", "Agenda items ", "Item "] where line.hasPrefix(start) {
      agendaItem = String(line.dropFirst(start.count))
      return true
    }
    guard line.hasSuffix(" session") || line.hasSuffix(" SESSION") else { return false }
    let name = line.dropLast(8)
    if let value = Ordinal.value(name) ?? Int(name) { session = value }
    return true
  }

  /// "[on the report of the First Committee (A/73/505)]", "[without reference to a Main Committee (A/73/L.4)]",
  /// "[S/801]" for the draft.
  private mutating func readReport(_ line: String, _ bytes: [UInt8]) -> Bool {
    guard line.hasPrefix("[") && (line.hasSuffix("]") || bytes.count < 400) else { return false }
    for match in SymbolScanner.matches(in: bytes) {
      let symbol = match.symbols[0]
      if symbol.kind == .draft || match.range.count == bytes.count - 2 {
        draft = draft ?? symbol
      } else {
        committeeReport = committeeReport ?? symbol
      }
    }
    return true
  }

  private mutating func readSymbol(_ bytes: [UInt8]) -> Bool {
    guard bytes.count < 90, let match = SymbolScanner.matches(in: bytes).first else { return false }
    let isOwn = [.resolution, .decision, .presidentialStatement].contains(match.symbols[0].kind)
    let named = Letterhead.rest(of: bytes)
    let isAlone = match.range.count == named?.count ?? bytes.count
    guard isAlone || isOwn && (named != nil || bytes.starts(with: "Resolution ".utf8)) else { return false }
    if symbols.isEmpty
      || (isOwn && ![.resolution, .decision, .presidentialStatement].contains(symbols[0].kind))
    {
      symbols = match.symbols
    }
    return true
  }
}
