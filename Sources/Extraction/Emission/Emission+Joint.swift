import Documents

extension Emission {
  /// The printed document that this resolution is a part of: what is known of it, and that each has the other.
  ///
  /// It has the resolution's adoption, which is one for all parts; its other parts state the rest in their own graphs.
  mutating func stateJointDocument(source: String) {
    guard let joint = document.partOf else { return }
    let whole = term(of: joint.symbol)
    describe(.document(joint.symbol), whole)
    if let title = joint.title { statements.add(whole, .title, tagged(title)) }
    stateAdoption(of: whole)
    if !source.isEmpty { statements.add(whole, .source, string(source)) }
    statements.add(whole, .hasPart, node)
    statements.add(node, .isPartOf, whole)
  }
}
