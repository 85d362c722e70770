/// A built-in function of SPARQL 1.1 §17.4, or an XPath cast of §17.5: one row of the function table.
///
///     QueryFunction("STRLEN", "characters of a string") { text, _ in … }
///
/// A closure gets arguments that are bound and without error, and gives nil for a SPARQL error.
public struct QueryFunction: Sendable {
  typealias Unary = @Sendable (Value, EvaluationContext) -> Value?
  typealias Binary = @Sendable (Value, Value, EvaluationContext) -> Value?
  /// Throws only where the query has to end: an error in a row is nil.
  typealias Variadic = @Sendable ([Value], EvaluationContext) throws -> Value?

  /// The upper-case name, or the IRI of a cast.
  public let name: String
  public let arity: ClosedRange<Int>
  /// One line for the reader of a function list.
  public let summary: String
  let traits: Traits
  let body: Body

  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8
    /// Gives a boolean.
    static let test = Traits(rawValue: 1)
    /// Searches, hashes or rebuilds a text.
    static let costly = Traits(rawValue: 2)
    /// May give different values for the same arguments.
    static let impure = Traits(rawValue: 4)
  }

  enum Body: Sendable {
    case unary(Unary)
    case binary(Binary)
    case variadic(Variadic)
    /// Does not compute all its arguments, or looks at more than their values.
    case form(Form)
  }

  enum Form: Sendable {
    case bound, ifThenElse, coalesce, sameTerm
  }

  var isTest: Bool { traits.contains(.test) }

  /// The number of arguments in words: `2 arguments`, `2 to 3 arguments`.
  var arityText: String {
    let most = arity.upperBound
    if arity.lowerBound == most { return most == 1 ? "1 argument" : "\(most) arguments" }
    return most == Int.max
      ? "at least \(arity.lowerBound) arguments" : "\(arity.lowerBound) to \(most) arguments"
  }
}

extension QueryFunction {
  init(_ name: String, _ summary: String, _ traits: Traits = [], unary body: @escaping Unary) {
    self.init(name: name, arity: 1...1, summary: summary, traits: traits, body: .unary(body))
  }

  init(_ name: String, _ summary: String, _ traits: Traits = [], binary body: @escaping Binary) {
    self.init(name: name, arity: 2...2, summary: summary, traits: traits, body: .binary(body))
  }

  init(
    _ name: String, _ arity: ClosedRange<Int>, _ summary: String, _ traits: Traits = [],
    variadic body: @escaping Variadic
  ) {
    self.init(name: name, arity: arity, summary: summary, traits: traits, body: .variadic(body))
  }

  init(_ name: String, _ arity: ClosedRange<Int>, _ summary: String, _ traits: Traits = [], form: Form) {
    self.init(name: name, arity: arity, summary: summary, traits: traits, body: .form(form))
  }
}

extension QueryFunction {
  /// The function table: a function is added by a row in one of these lists.
  public static let all: [QueryFunction] = forms + terms + strings + patterns + numbers + dates + hashes

  /// By upper-case name.
  static let named = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// Casts by IRI.
  static let casts = Dictionary(uniqueKeysWithValues: castTable.map { ($0.name, $0) })

  /// Functions that do not compute all their arguments (SPARQL 1.1 §17.4.1).
  static let forms: [QueryFunction] = [
    QueryFunction("BOUND", 1...1, "true where the variable is bound", .test, form: .bound),
    QueryFunction(
      "IF", 3...3, "the second argument where the first is true, otherwise the third", form: .ifThenElse),
    QueryFunction("COALESCE", 0...Int.max, "the first argument without an error", form: .coalesce),
    QueryFunction("SAMETERM", 2...2, "true where both are the same RDF term", .test, form: .sameTerm),
  ]
}
