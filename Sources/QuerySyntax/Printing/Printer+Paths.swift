import RDF

extension Printer {
  /// How tightly a path's outermost operator binds.
  private enum Binding: Int {
    case alternative
    case sequence
    case inverse
    case modified
    case primary
  }

  func text(of path: PropertyPath) -> String { text(of: path, inside: .alternative) }

  /// The path in parentheses if it binds less tightly than its place asks for.
  private func text(of path: PropertyPath, inside place: Binding) -> String {
    let binding: Binding
    let text: String
    switch path {
    case .predicate(let name): (binding, text) = (.primary, self.text(of: name))
    case .negated(let forward, let inverse):
      let members =
        (forward ?? []).map { self.text(of: $0) } + (inverse ?? []).map { "^" + self.text(of: $0) }
      (binding, text) = (.primary, "!(" + members.joined(separator: "|") + ")")
    case .alternative(let left, let right):
      binding = .alternative
      text = self.text(of: left, inside: .alternative) + "|" + self.text(of: right, inside: .sequence)
    case .sequence(let left, let right):
      binding = .sequence
      text = self.text(of: left, inside: .sequence) + "/" + self.text(of: right, inside: .inverse)
    case .inverse(let inner): (binding, text) = (.inverse, "^" + self.text(of: inner, inside: .modified))
    case .zeroOrMore(let inner): (binding, text) = (.modified, self.text(of: inner, inside: .primary) + "*")
    case .oneOrMore(let inner): (binding, text) = (.modified, self.text(of: inner, inside: .primary) + "+")
    case .zeroOrOne(let inner): (binding, text) = (.modified, self.text(of: inner, inside: .primary) + "?")
    }
    return binding.rawValue < place.rawValue ? "(" + text + ")" : text
  }

  private func text(of name: IRI) -> String { name == RDF.type ? "a" : name.text(prefixes: prefixes) }
}
