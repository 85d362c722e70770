import Diagnostics
import RDF

/// Checks values against the types that graph tools insist on.
enum AttributeValue {
  /// Whether `text` is a value of `type`, as XML Schema writes it.
  static func isValid(_ text: TextBytes, _ type: AttributeType) -> Bool {
    switch type {
    case .string: return true
    case .boolean: return text.elementsEqual("true".utf8) || text.elementsEqual("false".utf8)
    case .int: return Int32(String(decoding: text, as: UTF8.self)) != nil
    case .long: return Int64(String(decoding: text, as: UTF8.self)) != nil
    case .float, .double:
      // Double also reads hexadecimal, "nan" and "infinity", which others do not.
      let isPlain = text.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
      return isPlain && Double(String(decoding: text, as: UTF8.self)) != nil
    }
  }

  /// An error for a value that is not of its attribute's type.
  static func refusal(_ text: TextBytes, _ attribute: Attribute, of place: @autoclosure () -> String)
    -> Diagnostic
  {
    .error(
      "\(place()) has '\(String(decoding: text, as: UTF8.self))' as \(attribute.name), which is not of type \(attribute.type.rawValue)"
    )
  }
}
