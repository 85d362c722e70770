import QuerySyntax
import TripleStore

extension IDPattern: CustomStringConvertible {
  /// For plans: variables by name, constants as ids' kinds would say little, so as `•`.
  var description: String {
    let places = slots.map { $0.variable?.description ?? "•" }.joined(separator: " ")
    if case .each(let variable) = graph { return "\(variable) { \(places) }" }
    return places
  }
}
