/// Writes Turtle or TriG (RDF 1.1): prefixes first, then a block for each subject, its predicates in a fixed order.
///
///     <https://undocs.org/A/RES/73/27> a :Resolution ;
///       :recalls <https://undocs.org/A/RES/71/28> ;
///       dcterms:title "Developments …"@en .
///
/// Subjects come in the order of the source; a subject that comes back later is given a second block. One subject at a time is
/// held in memory.
public struct TurtleWriter: QuadWriter {
  private let output: ByteOutput
  private let hasGraphs: Bool
  private let names: CompactNames
  private var group = SubjectGroup()
  /// The graph whose block is open: kind and text; nil = none.
  private var graph: (kind: TermBytes.Kind, text: [UInt8])?

  /// - Parameters:
  ///   - graphs: true for TriG; false leaves the graphs out.
  ///   - isContinued: the prefixes are declared already.
  public init(
    to output: ByteOutput, prefixes: PrefixMap = .standard, graphs: Bool = false, isContinued: Bool = false
  ) throws {
    self.output = output
    hasGraphs = graphs
    names = CompactNames(prefixes)
    if isContinued { return }
    for (prefix, namespace) in prefixes.pairs {
      try output.append(text: "@prefix \(prefix): <\(namespace)> .\n")
    }
  }

  public mutating func add(
    subject: TermBytes, predicate: TermBytes, object: TermBytes, graph: TermBytes?
  ) throws {
    let isSameGraph = !hasGraphs || isOpen(graph)
    if group.isEmpty || !isSameGraph || !group.isSubject(subject) {
      try writeGroup()
      do {
        if !isSameGraph { try open(graph) }
      } catch let error as UnwritableTerm {
        throw error.refusal(subject, predicate, object, as: "TriG")
      }
      group.begin(subject)
    }
    group.add(predicate: predicate, object: object)
  }

  public mutating func finish() throws {
    try writeGroup()
    if hasGraphs { try open(nil) }
  }

  private func isOpen(_ other: TermBytes?) -> Bool {
    guard let graph, let other else { return graph == nil && other == nil }
    return graph.kind == other.kind && other.lexical.elementsEqual(graph.text)
  }

  private mutating func open(_ next: TermBytes?) throws {
    if graph != nil { try output.append("}\n") }
    graph = next.map { ($0.kind, Array($0.lexical)) }
    guard let next else { return }
    try output.append("\n")
    try write(next)
    try output.append(" {\n")
  }

  private mutating func writeGroup() throws {
    if group.isEmpty { return }
    group.sort()
    var last: UnsafeBufferPointer<UInt8>?
    try output.append("\n")
    try group.forEach { subject, predicate, object in
      do {
        try write(subject, predicate, object, after: last)
      } catch let error as UnwritableTerm {
        throw error.refusal(subject, predicate, object, as: hasGraphs ? "TriG" : "Turtle")
      }
      last = predicate.lexical
    }
    try output.append(" .\n")
    group.removeAll()
  }

  /// - Parameter last: the predicate of the statement before in this block.
  @inline(__always)
  private func write(
    _ subject: TermBytes, _ predicate: TermBytes, _ object: TermBytes, after last: UnsafeBufferPointer<UInt8>?
  ) throws {
    if let last, sameBytes(last, predicate.lexical) {
      try output.append(", ")
    } else {
      if last == nil { try write(subject) }
      try output.append(last == nil ? " " : " ;\n  ")
      if isRDFType(predicate.lexical) {
        try output.append("a")
      } else {
        try write(predicate)
      }
      try output.append(" ")
    }
    try write(object)
  }

  private func write(_ term: TermBytes) throws {
    switch term.kind {
    case .iri:
      try write(iri: term.lexical)
    case .literal where !term.datatype.isEmpty && term.language.isEmpty:
      if isBare(term) { return try output.append(term.lexical) }
      try output.append(quoted: term.lexical)
      try output.append("^^")
      try write(iri: term.datatype)
    default:
      try output.append(term: term)
    }
  }

  private func write(iri: UnsafeBufferPointer<UInt8>) throws {
    guard let (prefix, local) = names.compact(iri) else { return try output.append(iri: iri) }
    try prefix.withUnsafeBufferPointer { try output.append($0) }
    try output.append(local)
  }

  /// Whether a literal may stand without quotes: an integer, decimal or boolean in the form that Turtle §2.5 reads back.
  private func isBare(_ term: TermBytes) -> Bool {
    let text = term.lexical
    switch names.number(term.datatype) {
    case .integer: return isDigits(unsigned(text))
    case .decimal:
      let parts = unsigned(text).split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      return parts.count == 2 && (parts[0].isEmpty || isDigits(parts[0])) && isDigits(parts[1])
    case .boolean: return text.elementsEqual("true".utf8) || text.elementsEqual("false".utf8)
    case nil: return false
    }
  }

  private func unsigned(_ text: UnsafeBufferPointer<UInt8>) -> Slice<UnsafeBufferPointer<UInt8>> {
    let isSigned = text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+")
    return text.dropFirst(isSigned ? 1 : 0)
  }

  private func isDigits(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    !text.isEmpty && text.allSatisfy(isDigit)
  }
}
