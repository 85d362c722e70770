import RDF
import XML

/// The element names of an RDF/XML document's properties, or of its classes, with the markup around them, and what is known for
/// declaring them.
final class ElementNames {
  /// How an IRI is written as an element; offsets into `markup`.
  struct Element {
    /// A line break and the start tag up to its name.
    fileprivate(set) var opening: Range<Int>
    /// The same and the beginning of the attribute that takes an IRI.
    fileprivate(set) var attribute: Range<Int>
    fileprivate(set) var closing: Range<Int>
    fileprivate(set) var hasResources = false
    fileprivate(set) var hasLiterals = false

    /// False where XML has no name for the IRI.
    var hasName: Bool { !opening.isEmpty }
  }

  /// A power of two.
  private static let remembered = 256

  private let depth: Int
  private let attribute: StaticString
  private var table = TermTable()
  private(set) var elements: [Element] = []
  private let markup = XMLFragment()
  /// The element of a source's resource, where it was asked for lately.
  private var latest = [(number: Int, element: Int)](repeating: (-1, 0), count: ElementNames.remembered)

  /// - Parameters:
  ///   - depth: how deep the elements stand.
  ///   - attribute: the beginning of the attribute that takes an IRI.
  init(depth: Int, attribute: StaticString) {
    self.depth = depth
    self.attribute = attribute
  }

  /// The same names, for another thread.
  init(copying other: ElementNames) {
    depth = other.depth
    attribute = other.attribute
    table = other.table
    elements = other.elements
    latest = other.latest
    markup.markup(other.markup.bytes)
  }

  /// The number of an IRI's element, made by `make` at its first use.
  @inline(__always)
  func index(of iri: TermBytes, make: (TextBytes) -> XMLNamespaces.Tag?) -> Int {
    guard iri.number >= 0 else { return find(iri, make) }
    let place = iri.number & (ElementNames.remembered - 1)
    if latest[place].number != iri.number { latest[place] = (iri.number, find(iri, make)) }
    return latest[place].element
  }

  private func find(_ iri: TermBytes, _ make: (TextBytes) -> XMLNamespaces.Tag?) -> Int {
    let (index, isNew) = table.insert(iri)
    if isNew { elements.append(element(make(iri.lexical))) }
    return index
  }

  private func element(_ tag: XMLNamespaces.Tag?) -> Element {
    let start = markup.bytes.count
    guard let tag else { return Element(opening: 0..<0, attribute: 0..<0, closing: 0..<0) }
    markup.line(depth: depth)
    markup.markup(tag.opening)
    let opening = start..<markup.bytes.count
    markup.markup(attribute)
    let attribute = start..<markup.bytes.count
    markup.markup(tag.closing)
    return Element(
      opening: opening, attribute: attribute, closing: attribute.upperBound..<markup.bytes.count)
  }

  /// Adds a part of `markup` to a fragment.
  @inline(__always)
  func write(_ range: Range<Int>, to fragment: XMLFragment) {
    let bytes = markup.bytes
    fragment.markup(
      UnsafeBufferPointer(start: bytes.baseAddress.unsafelyUnwrapped + range.lowerBound, count: range.count))
  }

  /// Notes what kind of value a property has been given.
  @inline(__always)
  func note(_ index: Int, isLiteral: Bool) {
    if isLiteral {
      if !elements[index].hasLiterals { elements[index].hasLiterals = true }
    } else if !elements[index].hasResources {
      elements[index].hasResources = true
    }
  }

  /// Takes over what another knows of the values of properties.
  func merge(_ other: ElementNames) {
    for index in other.elements.indices {
      let (hasResources, hasLiterals) = (
        other.elements[index].hasResources, other.elements[index].hasLiterals
      )
      let (own, isNew) = other.table.withTerm(index) { table.insert($0) }
      // Only for the declarations at the end, which need no name.
      if isNew { elements.append(element(nil)) }
      if hasResources { note(own, isLiteral: false) }
      if hasLiterals { note(own, isLiteral: true) }
    }
  }

  /// Calls `body` with every IRI and its element, in the order of the IRIs.
  func forEach(_ body: (TermBytes, Element) throws -> Void) rethrows {
    let order = elements.indices.sorted { left, right in
      table.withBytes(of: left) { left in table.withBytes(of: right) { left.lexicographicallyPrecedes($0) } }
    }
    for index in order { try table.withTerm(index) { try body($0, elements[index]) } }
  }
}
