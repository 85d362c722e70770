import RDF

/// Words that the extractor looks for, under the name of what they tell it: "Qualifiers", "RelativeOpeners".
public struct CueList: Sendable {
  public let name: String
  public let cues: [String]

  init(_ entry: OntologyGraph.Entry) throws {
    name = entry.name
    cues = entry.texts("cue")
    if cues.isEmpty { throw entry.missing(":cue") }
  }
}
