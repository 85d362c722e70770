/// How a terminal shows a piece of the report (ECMA-48 §8.3.117).
enum TextStyle: String {
  case heading = "1"
  case faint = "2"
  case added = "32"
  case dropped = "31"

  func applied(to text: String) -> String { "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" }
}
