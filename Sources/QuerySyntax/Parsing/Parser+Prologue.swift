import Diagnostics
import RDF

/// BASE and PREFIX (grammar rules [4]–[6]).
extension Parser {
  mutating func prologue() throws -> [Declaration] {
    var declarations: [Declaration] = []
    while true {
      if try take("BASE") {
        let iri = try declaredIRI()
        base = iri.value
        declarations.append(.base(iri))
      } else if try take("PREFIX") {
        let prefix = try prefix()
        let iri = try declaredIRI()
        prefixes[prefix] = iri.value
        declarations.append(.prefix(prefix, iri))
      } else {
        return declarations
      }
    }
  }

  private mutating func prefix() throws -> String {
    let name = text
    guard token.kind == .prefixedName, name.utf8.last == UInt8(ascii: ":"),
      name.utf8.filter({ $0 == 0x3A }).count == 1
    else { throw expected("a prefix with a colon, such as 'ex:'") }
    try advance()
    return String(name.dropLast())
  }

  private mutating func declaredIRI() throws -> IRI {
    guard token.kind == .iri else { throw expected("an IRI in '<' and '>'") }
    return try iri()
  }
}
