/// The export profiles of `Profiles/`, each a view of the graph as queries.
///
/// To add one, write `Profiles/NAME.rq` (see the comment at the head of `citations.rq`) and a line in `all`.
public enum BundledProfiles {
  /// Name and text.
  public static let all: [(name: String, text: String)] = [
    ("citations", text(PackageResources.citations_rq)),
    ("norms", text(PackageResources.norms_rq)),
    ("lineage", text(PackageResources.lineage_rq)),
    ("votes", text(PackageResources.votes_rq)),
    ("full", text(PackageResources.full_rq)),
  ]

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
