/// Arguments in their plain form: options that are words of their own, each with its value in the word behind it; and the rest.
struct DirectArguments {
  /// What belongs to no option.
  private(set) var positional: [String] = []
  private var options: [(name: String, value: String)] = []

  /// - Parameter options: those that are known.
  /// - Returns: nil where a word that begins with `-` is none of them, or an option has no value.
  init?(_ arguments: ArraySlice<String>, options known: [String]) {
    var rest = arguments
    while let word = rest.popFirst() {
      if !word.hasPrefix("-") {
        positional.append(word)
      } else if known.contains(word), let value = rest.popFirst(), !value.hasPrefix("-") {
        options.append((word, value))
      } else {
        return nil
      }
    }
  }

  var store: StoreFolder { StoreFolder(path: self[StoreOption.name] ?? StoreFolder.usual) }

  /// The values of an option, in their order.
  func values(_ option: String) -> [String] { options.filter { $0.name == option }.map(\.value) }

  /// The value of an option, the last where it is given more than once.
  subscript(option: String) -> String? { options.last { $0.name == option }?.value }
}
