import Diagnostics

/// The questions that people really ask, each a plain SPARQL file in `Library`, run by name.
///
/// To add one, write `Library/NAME.rq` (first line `# what it answers`, then its parameters) and a line in `all`.
public enum QueryLibrary {
  public static let all: [LibraryQuery] = [
    LibraryQuery("ancestors", PackageResources.ancestors_rq),
    LibraryQuery("cited-but-missing", PackageResources.cited_but_missing_rq),
    LibraryQuery("common-citations", PackageResources.common_citations_rq),
    LibraryQuery("directives", PackageResources.directives_rq),
    LibraryQuery("directives-to", PackageResources.directives_to_rq),
    LibraryQuery("documents", PackageResources.documents_rq),
    LibraryQuery("endorsements", PackageResources.endorsements_rq),
    LibraryQuery("evidence", PackageResources.evidence_rq),
    LibraryQuery("first-appearance", PackageResources.first_appearance_rq),
    LibraryQuery("footnote-citations", PackageResources.footnote_citations_rq),
    LibraryQuery("language-figures", PackageResources.language_figures_rq),
    LibraryQuery("most-cited", PackageResources.most_cited_rq),
    LibraryQuery("moves", PackageResources.moves_rq),
    LibraryQuery("norm-lineage", PackageResources.norm_lineage_rq),
    LibraryQuery("norms", PackageResources.norms_rq),
    LibraryQuery("norms-by-addressee", PackageResources.norms_by_addressee_rq),
    LibraryQuery("principles", PackageResources.principles_rq),
    LibraryQuery("recalls", PackageResources.recalls_rq),
    LibraryQuery("repeated-in", PackageResources.repeated_in_rq),
    LibraryQuery("series", PackageResources.series_rq),
    LibraryQuery("unknown-openings", PackageResources.unknown_openings_rq),
    LibraryQuery("unresolved", PackageResources.unresolved_rq),
    LibraryQuery("verb-shifts", PackageResources.verb_shifts_rq),
    LibraryQuery("versions", PackageResources.versions_rq),
    LibraryQuery("votes-of-state", PackageResources.votes_of_state_rq),
    LibraryQuery("who-cites", PackageResources.who_cites_rq),
  ]

  /// - Throws: an error with the nearest name that exists.
  public static func query(named name: String) throws -> LibraryQuery {
    if let query = all.first(where: { $0.name == name }) { return query }
    throw Diagnostic.error(
      "no query '\(name)' in the library",
      hint: Suggestion.hint(for: name, among: all.map(\.name))
        ?? "one of \(all.map(\.name).joined(separator: ", "))",
      exitStatus: 2)
  }

  /// Every query with what it answers, its parameters and their defaults.
  public static var listing: String {
    all.map { query in
      ([query.name + "  " + query.summary]
        + query.parameters.map { "    \($0.name)=\($0.shownDefault)  \($0.summary)" })
        .joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
