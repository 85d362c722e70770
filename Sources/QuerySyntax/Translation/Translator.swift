import Diagnostics
import RDF

/// Turns syntax trees into algebra (SPARQL 1.1 §18.2) and checks what the grammar cannot say (§18.2.1, §19.6–19.8).
///
/// A blank node of a pattern becomes the hidden variable `_:label`. What the translation itself introduces is `_:path0`,
/// `_:agg0` and so on; a number that a label of the text already uses is passed over.
struct Translator {
  let source: SourceText
  /// Names that stand as labels in the text.
  private let taken: Set<String>
  private var counters: [String: Int] = [:]
  /// The basic graph pattern in which each label stands: a label may not stand in two (§5.1.1).
  private var homes: [BlankNode: Int] = [:]
  private var patterns = 0
  /// Labels of the INSERT DATA operations so far.
  var insertedLabels: Set<BlankNode> = []

  init(_ source: SourceText, labels: Set<String>) {
    self.source = source
    taken = labels
  }

  func error(_ message: String, _ range: Range<Int>, hint: String? = nil) -> Diagnostic {
    .error(message, at: range, in: source, hint: hint, exitStatus: 2)
  }

  /// A hidden variable that stands nowhere else.
  mutating func fresh(_ purpose: String) -> Variable {
    while true {
      let name = "\(purpose)\(counters[purpose, default: 0])"
      counters[purpose, default: 0] += 1
      if !taken.contains(name) { return Variable("_:" + name) }
    }
  }

  /// Begins a basic graph pattern and gives its number.
  mutating func beginPattern() -> Int {
    patterns += 1
    return patterns
  }

  /// The hidden variable of a label in the basic graph pattern `home`.
  mutating func variable(label: String, in home: Int, at range: Range<Int>) throws -> Variable {
    if let known = homes.updateValue(home, forKey: BlankNode(label)), known != home {
      throw error(
        "the blank node '_:\(label)' already stands in another part of the pattern", range,
        hint: "use a variable: ?\(label)")
    }
    return Variable("_:" + label)
  }
}
