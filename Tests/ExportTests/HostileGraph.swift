import RDF

/// Small graphs full of what formats and readers have stumbled over, the same for the same number.
struct HostileGraph {
  let triples: [Triple]

  private struct Generator {
    var state: UInt64

    /// SplitMix64.
    mutating func next(_ bound: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
      return Int((word ^ word >> 31) % UInt64(bound))
    }

    mutating func pick<Element>(_ choices: [Element]) -> Element { choices[next(choices.count)] }
  }

  private static let locals = [
    "a", "b?x=1&y=2", "q'uote", "é", "中", "a%20b", "x;y,z", "()", "~t", "[0]", "p/", "13", "x13", "-a", "a.b",
    "#", "#f",
    "_1", "li", "e\u{301}",
  ]
  private static let badLocals = ["a b", "<", "\"", "{x}", "a\u{1}", "\u{0}", "`", "|", "^", "\\"]
  private static let bases = [
    "http://e/", "https://undocs.org/A/RES/", "urn:x:", "http://e/ns#", "mailto:x@", "http://[::1]:8/",
    RDF.namespace,
    "tag:é,2026:",
  ]
  private static let badBases = ["", "relative/", "//e/", "1http://e/"]
  private static let languages = ["en", "zh-Hant", "de-CH-1901", "x-y", "EN-gb"]
  private static let badLanguages = ["en_US", "1", "e n", "en-", "-"]
  private static let datatypes = ["integer", "date", "boolean", "decimal", "string", "duration", "anyURI"]

  /// - Parameter number: one graph in four holds something that some format cannot.
  init(_ number: Int) {
    var generator = Generator(state: UInt64(number) &* 0x1234_5678_9ABC_DEF1)
    let isSafe = number % 4 != 0
    let subjects = (0..<2).map { _ in HostileGraph.node(&generator, isSafe) }
    let drawn = (0..<(2 + generator.next(5))).map { _ in
      Triple(
        generator.pick(subjects), HostileGraph.predicate(&generator, isSafe),
        generator.next(3) == 0
          ? HostileGraph.node(&generator, isSafe) : .literal(HostileGraph.literal(&generator, isSafe)))
    }
    var seen: Set<Triple> = []
    triples = drawn.filter { seen.insert($0).inserted }
  }

  private static func iri(_ generator: inout Generator, _ isSafe: Bool) -> IRI {
    let isBad = !isSafe && generator.next(8) == 0
    let base = isBad && generator.next(2) == 0 ? generator.pick(badBases) : generator.pick(bases)
    return IRI(base + (isBad ? generator.pick(badLocals) : generator.pick(locals)))
  }

  private static func node(_ generator: inout Generator, _ isSafe: Bool) -> Term {
    generator.next(6) == 0
      // rdflib reads no labels beyond ASCII in N-Triples, which allow them.
      ? .blank(BlankNode(generator.pick(["b1", "x", "1", "a-b", "x-61"]))) : .iri(iri(&generator, isSafe))
  }

  private static func predicate(_ generator: inout Generator, _ isSafe: Bool) -> IRI {
    if isSafe || generator.next(3) > 0 {
      return IRI(
        generator.pick(["http://e/", "http://e/ns#", "urn:x:"])
          + generator.pick(["p", "été", "x13", "a.b", "中"]))
    }
    return iri(&generator, isSafe)
  }

  private static func literal(_ generator: inout Generator, _ isSafe: Bool) -> Literal {
    let text =
      !isSafe && generator.next(6) == 0
      ? generator.pick(Samples.unwritable)
      : generator.pick(Array(Samples.hostile.dropLast()))
        + generator.pick(["", "", "x", "\u{1F600}", "\n", "&"])
    switch generator.next(4) {
    case 0:
      return Literal(
        text,
        language: !isSafe && generator.next(4) == 0 ? generator.pick(badLanguages) : generator.pick(languages)
      )
    case 1: return Literal(text, datatype: IRI(XSD.namespace + generator.pick(datatypes)))
    case 2: return Literal(text, datatype: iri(&generator, isSafe))
    default: return Literal(text)
    }
  }
}
