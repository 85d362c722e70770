/// An element of a parsed XML or HTML document: names without prefix, attributes in document order, children.
///
///     node.first("preface")?.text
public final class XMLNode: Sendable {
  /// What stands between an element's tags, in order.
  public enum Child: Sendable {
    case element(XMLNode)
    case text(String)
  }

  public let name: String
  public let attributes: [(name: String, value: String)]
  public let children: [Child]
  /// The child elements, without the text between them.
  public let elements: [XMLNode]
  /// The line of its start tag, from 1; 0 where unknown.
  public let line: Int

  public init(
    name: String, attributes: [(name: String, value: String)] = [], children: [Child] = [], line: Int = 0
  ) {
    self.name = name
    self.attributes = attributes
    self.children = children
    self.line = line
    elements = children.compactMap {
      if case .element(let node) = $0 { node } else { nil }
    }
  }

  /// The value of an attribute, nil where the element has none of that name.
  public subscript(attribute: String) -> String? {
    for (name, value) in attributes where name == attribute { return value }
    return nil
  }

  /// The first child element of that name, nil where there is none.
  public func child(_ name: String) -> XMLNode? { elements.first { $0.name == name } }

  /// All text inside, in document order.
  public var text: String {
    var text = ""
    appendText(to: &text)
    return text
  }

  /// The first element of that name in it, itself included, in document order.
  public func first(_ name: String) -> XMLNode? {
    if self.name == name { return self }
    for element in elements {
      if let found = element.first(name) { return found }
    }
    return nil
  }

  /// Every element of that name in it, itself included, in document order.
  public func all(_ name: String) -> [XMLNode] {
    var found: [XMLNode] = []
    collect(name, into: &found)
    return found
  }

  private func collect(_ name: String, into found: inout [XMLNode]) {
    if self.name == name { found.append(self) }
    for element in elements { element.collect(name, into: &found) }
  }

  private func appendText(to text: inout String) {
    for child in children {
      switch child {
      case .text(let part): text += part
      case .element(let node): node.appendText(to: &text)
      }
    }
  }
}
