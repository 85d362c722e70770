import Diagnostics
import RDF

/// What one document gives: its triples, all of one named graph, and what could not be told.
public struct Extraction: Sendable {
  /// The named graph of what this text says: the document's IRI, with the language before the symbol where it is not English.
  public var graph: IRI
  /// How many times the document has been issued again; 0 for the original.
  public var reissue = 0
  public var citationCount = 0
  /// In document order; the same document gives the same triples.
  public var statements: Statements
  public var diagnostics: [Diagnostic] = []
  /// Citations whose document cannot be told, kept in the graph without a cited entity.
  public var unresolved: [UnresolvedCitation] = []

  /// The statements with terms of their own, for those who want few.
  public var triples: [Triple] { statements.triples }
}

/// Words that cite something that cannot be told.
public struct UnresolvedCitation: Sendable, Equatable {
  /// The paragraph's or footnote's IRI fragment.
  public var fragment: String
  public var exact: String
  public var reason: String
}
