import XML

/// An element that is open, and what may stand in it.
struct RDFXMLFrame {
  enum Content {
    /// The document, or `rdf:RDF`: node elements. Only the document may hold `rdf:RDF`.
    case nodes(isDocument: Bool)
    /// A node element: property elements. `items` counts its `rdf:li`.
    case properties(of: Term, items: Int)
    /// A property element of which it is not known yet whether it holds a node or text.
    case value(PendingProperty)
    /// A property element whose node has been read: nothing more may come.
    case full
    /// `parseType="Collection"`: node elements; `last` is the list's last cell, nil where it is empty yet.
    case collection(PendingProperty, last: Term?)
    /// `parseType="Literal"`: any XML.
    case literal(PendingProperty, XMLCanonicalText)
  }

  /// The statement that a property element makes once its object is known.
  struct PendingProperty {
    let subject: Term
    let predicate: IRI
    let attributes: RDFXMLAttributes
    /// What its `rdf:ID` names: the statement itself.
    let statement: IRI?
    /// The character data so far, UTF-8.
    var text: [UInt8] = []
  }

  var content: Content
  var resolver: IRIResolver?
  /// Empty where there is none.
  var language: String
}
