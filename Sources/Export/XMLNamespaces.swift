import RDF
import XML

/// The namespaces of an RDF/XML document and the element names made with them.
struct XMLNamespaces {
  /// A start tag without its `>`, and an end tag.
  struct Tag {
    let opening: [UInt8]
    let closing: [UInt8]
  }

  /// What the root element declares, in the order of declaration.
  private(set) var declared: [(prefix: String, namespace: String)] = []
  private var isSealed = false
  private var made = 0

  init(_ prefixes: PrefixMap) {
    // The writer itself needs these two, whatever the graph calls them.
    declared = [("rdf", RDF.namespace), ("owl", OWL.namespace)]
    for (prefix, namespace) in prefixes.pairs where canDeclare(prefix, namespace) {
      declared.append((prefix, namespace))
    }
  }

  private func canDeclare(_ prefix: String, _ namespace: String) -> Bool {
    let isTaken = declared.contains { $0.prefix == prefix || $0.namespace == namespace }
    let isName = prefix.isEmpty || XMLText.isNCName(prefix) && !prefix.lowercased().hasPrefix("xml")
    return !isTaken && isName && !namespace.isEmpty && !isReserved(namespace)
  }

  /// From now on, further namespaces are declared where they are used.
  mutating func seal() { isSealed = true }

  /// The element name for an IRI: namespace and NCName; nil where it has no such parts or XML or RDF/XML reserve the name.
  mutating func tag(_ iri: TextBytes) -> Tag? {
    guard isAbsoluteIRI(iri), let cut = XMLNamespaces.split(iri) else { return nil }
    let namespace = String(decoding: iri[..<cut], as: UTF8.self)
    let local = String(decoding: iri[cut...], as: UTF8.self)
    if isReserved(namespace) || namespace == RDF.namespace && isBarred(local) { return nil }
    if let entry = declared.first(where: { $0.namespace == namespace }) {
      let name = entry.prefix.isEmpty ? local : "\(entry.prefix):\(local)"
      return Tag(opening: Array("<\(name)".utf8), closing: Array("</\(name)>".utf8))
    }
    if !isSealed {
      repeat { made += 1 } while declared.contains { $0.prefix == "ns\(made)" }
      declared.append(("ns\(made)", namespace))
      return tag(iri)
    }
    let fragment = XMLFragment()
    var text = namespace
    guard (try? text.withUTF8 { try fragment.value($0) }) != nil else { return nil }
    let opening = Array("<n:\(local) xmlns:n=\"".utf8) + Array(fragment.bytes) + Array("\"".utf8)
    return Tag(opening: opening, closing: Array("</n:\(local)>".utf8))
  }

  /// Where the longest NCName at the end of an IRI begins; nil where there is none, or nothing before it.
  private static func split(_ iri: TextBytes) -> Int? {
    // Characters are taken from the end: an ASCII byte, or a whole sequence.
    let scalars = String(decoding: iri, as: UTF8.self).unicodeScalars
    var offset = iri.count
    var best: Int?
    for scalar in scalars.reversed() {
      guard XMLText.isNCName("a" + String(scalar)) else { break }
      offset -= String(scalar).utf8.count
      if offset > 0, XMLText.isNCName(String(scalar)) { best = offset }
    }
    return best
  }

  /// The namespaces of XML itself cannot be bound to other prefixes (Namespaces in XML §3).
  private func isReserved(_ namespace: String) -> Bool {
    namespace.hasPrefix("http://www.w3.org/XML/1998/namespace")
      || namespace.hasPrefix("http://www.w3.org/2000/xmlns/")
  }

  /// Names of the RDF namespace that cannot be elements (RDF 1.1 XML Syntax §6.2.2–6.2.6); `li` would be read as `_1`.
  private func isBarred(_ local: String) -> Bool {
    [
      "RDF", "Description", "ID", "about", "bagID", "parseType", "resource", "nodeID", "datatype", "li",
      "aboutEach",
      "aboutEachPrefix",
    ].contains(local)
  }
}
