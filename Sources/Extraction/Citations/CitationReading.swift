import Documents

/// The search of a document's texts for citations, one after the other, each from its first token to its last.
///
/// A list's head — "General Assembly resolutions" — sets body and kind; every number after it inherits them until another
/// head or a full stop. What stands between the numbers (dates, titles, clauses) does not end the list.
struct CitationReading {
  let text: TokenizedText
  let lexicon: Lexicon
  private(set) var spoken: SpokenText
  /// Those of the text that was started: they stand there until the next text is cut.
  private(set) var tokens: Tokens
  /// Whose acts the numbers are, as far as the texts before have told.
  var resolver: ActResolver
  /// What has been found in this text, in order.
  var citations: [Citation] = []
  /// The list that is open.
  var head: ListHead?
  /// The body that was named with an earlier list of the sentence.
  var nearby: Body?
  /// Items that share a date, and that date: what was looked through last.
  var sharedDate: (items: Range<Int>, day: Day?) = (0..<0, nil)
  /// The last noun of a body in the sentence before token `end`.
  var lastNoun: (index: Int?, end: Int) = (nil, 0)
  /// The lists that a quotation or bracket has interrupted, innermost last.
  private var interrupted: [ListHead?] = []
  /// The years that Security Council numbers bear in the texts so far.
  var years: [Int: Set<Int>] = [:]

  init(_ text: TokenizedText, in document: Document) {
    self.text = text
    lexicon = text.lexicon
    tokens = text.tokens
    let year = document.adoptedOn.flatMap { Int($0.prefix(4)) }
    spoken = SpokenText(place: .paragraph(0), own: document.symbol?.text)
    resolver = ActResolver(year: year, knowsHumanRights: document.organ == .humanRightsCouncil, names: [])
  }

  /// Turns to the text that has been cut.
  ///
  /// - Parameter chain: what the notes before hand on.
  mutating func start(_ place: Citation.Place, _ speaker: Body?, behind chain: IbidChain? = nil) {
    tokens = text.tokens
    spoken.place = place
    spoken.speaker = speaker
    spoken.treaties = chain?.treaties
    spoken.actsBefore = chain?.body
    resolver.speaker = speaker
    citations.removeAll(keepingCapacity: true)
    head = nil
    nearby = nil
    sharedDate = (0..<0, nil)
    lastNoun = (nil, 0)
    interrupted.removeAll(keepingCapacity: true)
  }

  /// A number without its year has the one that the document gives elsewhere.
  func giveYears(to citations: inout [Citation]) {
    for index in citations.indices {
      guard let number = citations[index].yearless, let its = years[number], its.count == 1,
        let year = its.first
      else { continue }
      citations[index].target = .document(Symbol(canonical: "S/RES/\(number)(\(year))"))
    }
  }

  /// - Complexity: O(tokens); lists look ahead to their end once per head.
  mutating func run() {
    guard text.contents.contains(.citable) else { return rememberBodies() }
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      if token.isIdle {
        index += 1
        continue
      }
      switch token.kind {
      case .word:
        index = word(token.word, at: index)
        continue
      case .act: act(at: index)
      case .symbol:
        if !isKnownSymbol(index), let next = cite(ownNumberAt: index) {
          index = next
          continue
        }
        symbol(at: index)
      case .digits:
        if !yearlessNumber(at: index), let next = cite(ownNumberAt: index) {
          index = next
          continue
        }
      case .body: remember(index)
      case .quoteOpen, .open: interrupted.append(head)
      case .quoteClose, .close: if let outer = interrupted.popLast(), outer != nil { head = outer }
      case .stop:
        head = nil
        nearby = nil
      default: break
      }
      index += 1
    }
  }

  /// Reads what the word starts, and gives the index of the next token to look at.
  private mutating func word(_ word: Word, at index: Int) -> Int {
    switch word {
    case .resolution: open(at: index, .resolution)
    case .decision: open(at: index, .decision)
    case .statement where isWord(index - 1, .presidential): open(at: index, .statement)
    case .bodyNoun where isWord(index + 1, .of): remember(index)
    case .article, .chapter: return charter(at: index, isChapter: word == .chapter) ?? index + 1
    case .treaty: return treatySeries(at: index) ?? index + 1
    case .ibid: return treaty(behindIbid: index) ?? index + 1
    case .sales: return salesNumber(at: index) ?? index + 1
    case .name where head != nil: return cite(ownNumberAt: index) ?? index + 1
    default: break
    }
    return index + 1
  }

  /// Keeps in mind the bodies of a text that cites nothing.
  private mutating func rememberBodies() {
    guard text.contents.contains(.bodies) else { return }
    for index in tokens.indices {
      let token = tokens[index]
      if token.kind == .body || token.kind == .word && token.word == .bodyNoun && isWord(index + 1, .of) {
        remember(index)
      }
    }
  }

  /// Keeps in mind a body whose numbers look like others', for numbers that name none.
  private mutating func remember(_ index: Int) {
    let body =
      token(index).kind == .body ? lexicon.bodies[Int(token(index).value)].body : body(startingAt: index)
    switch body {
    case .organ(.humanRightsCouncil)?:
      resolver.knowsHumanRights = true
      resolver.recent = body
    case .named(let name)?:
      resolver.recent = body
      if resolver.names.last != name { resolver.names.append(name) }
    default: break
    }
  }

  /// The token at `index`; a full stop beyond both ends.
  func token(_ index: Int) -> Token {
    tokens.indices.contains(index) ? tokens[index] : Token(kind: .stop, start: 0, end: 0)
  }

  func isWord(_ index: Int, _ word: Word) -> Bool {
    let token = token(index)
    return token.kind == .word && token.word == word
  }
}
