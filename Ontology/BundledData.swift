/// The Turtle files of `Data/` as they were when the program was built.
enum BundledData {
  /// Name and content, in the order of the names.
  static var files: [(name: String, bytes: [UInt8])] {
    [
      ("grammar.ttl", PackageResources.grammar_ttl),
      ("modality.ttl", PackageResources.modality_ttl),
      ("norms.ttl", PackageResources.norms_ttl),
      ("organs.ttl", PackageResources.organs_ttl),
      ("principles-law.ttl", PackageResources.principles_law_ttl),
      ("principles-wider.ttl", PackageResources.principles_wider_ttl),
      ("relations.ttl", PackageResources.relations_ttl),
      ("states.ttl", PackageResources.states_ttl),
      ("verbs-commitment.ttl", PackageResources.verbs_commitment_ttl),
      ("verbs-directive.ttl", PackageResources.verbs_directive_ttl),
      ("verbs-negative.ttl", PackageResources.verbs_negative_ttl),
      ("verbs-neutral.ttl", PackageResources.verbs_neutral_ttl),
      ("verbs-positive.ttl", PackageResources.verbs_positive_ttl),
      ("vocabulary.ttl", PackageResources.vocabulary_ttl),
    ]
  }
}
