import Diagnostics
import RDF

/// Which relation is a kind of which, as the ontology in the graph says.
final class RelationTree {
  /// Each property with those it is directly a sub-property of.
  private let direct: [IRI: Set<IRI>]
  /// What `above` has found.
  private var found: [IRI: Set<IRI>] = [:]

  /// - Parameter direct: each property with those it is directly a sub-property of.
  init(_ direct: [IRI: Set<IRI>]) { self.direct = direct }

  /// All properties above one.
  func above(_ property: IRI) -> Set<IRI> {
    if let known = found[property] { return known }
    var met: Set<IRI> = []
    var open = [property]
    while let next = open.popLast() {
      for parent in direct[next] ?? [] where met.insert(parent).inserted { open.append(parent) }
    }
    met.remove(property)
    found[property] = met
    return met
  }

  /// The manner of a citation that is stated with all of `relations`.
  func manner(of relations: Set<IRI>) -> CitationManner {
    let general = relations.reduce(into: Set<IRI>()) { $0.formUnion(above($1)) }
    let specific = relations.subtracting(general).sorted()
    let family = specific.lazy.filter { $0 != RelationTree.inFootnote }.compactMap(family).first
    return CitationManner(
      relations: specific.map(\.relationName), family: family?.relationName ?? CitationManner.plainFamily)
  }

  /// - Throws: an error with the nearest name where other relations are known, but not this one.
  func require(_ relation: IRI) throws {
    if direct.isEmpty || isKnown(relation) { return }
    throw unknown(relation, hint: hint(for: relation))
  }

  /// - Throws: an error for a relation that is not known and resembles one that is.
  func requireNoNearer(_ relation: IRI) throws {
    if !isKnown(relation), let hint = hint(for: relation) { throw unknown(relation, hint: hint) }
  }

  private func isKnown(_ relation: IRI) -> Bool {
    direct[relation] != nil || direct.values.contains { $0.contains(relation) }
  }

  private func hint(for relation: IRI) -> String? {
    let known = direct.reduce(into: Set<IRI>()) { $0.formUnion($1.value.union([$1.key])) }
    return Suggestion.hint(
      for: relation.relationName, among: known.filter(\.isRelation).map(\.relationName).sorted())
  }

  private func unknown(_ relation: IRI, hint: String?) -> Diagnostic {
    .error("unknown relation '\(relation.relationName)'", hint: hint, exitStatus: 2)
  }

  /// The relation directly below `:cites` that `relation` is, or is a kind of; nil for `:cites` itself.
  private func family(of relation: IRI) -> IRI? {
    let line = [relation] + above(relation).sorted()
    return line.first { above($0).filter(\.isRelation) == [RelationTree.cites] }
  }

  private static let cites = Stemma.term("cites")
  private static let inFootnote = Stemma.term("footnoteCites")
}

/// In what stance a document cites another.
struct CitationManner: Hashable, Sendable {
  /// The most specific relations by local name, sorted: those of which no other is a kind.
  let relations: [String]
  /// The relation just below `:cites` to which the first of them belongs; `:cites` where it belongs to none.
  let family: String

  static let plainFamily = "cites"
}

extension IRI {
  /// True for a name of Stemma's vocabulary.
  var isRelation: Bool { value.hasPrefix(Stemma.namespace) }

  /// A name in Stemma's vocabulary without its namespace; any other IRI in full.
  var relationName: String { name(in: Stemma.namespace) ?? value }
}
