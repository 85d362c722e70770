import RDF

/// What a picture of a node is made from.
struct NodeLook {
  let name: TextBytes
  let kind: TextBytes?
  let year: Int?
  /// False for a document that is only cited.
  let isSeen: Bool

  /// Where the attributes stand that it is made from.
  struct Places {
    let name: Int?
    let kind: Int?
    private let year: Int?
    private let seen: Int?

    init(_ attributes: [Attribute]) {
      func place(_ name: String) -> Int? { attributes.firstIndex { $0.name == name } }
      name = place("name")
      kind = place("kind")
      year = place("year")
      seen = place("seen")
    }

    func look(_ values: [TextBytes?]) -> NodeLook {
      func value(_ place: Int?) -> TextBytes? { place.flatMap { values[$0] } }
      return NodeLook(
        name: value(name) ?? TextBytes(start: nil, count: 0), kind: value(kind),
        year: value(year).flatMap { Int(String(decoding: $0, as: UTF8.self)) },
        isSeen: value(seen).map { !$0.elementsEqual("false".utf8) } ?? true)
    }
  }
}
