import Ontology
import RDF

/// States by their names, however these are spelt or ordered.
struct StateNames: Sendable {
  /// Names as most documents print them, which need no key.
  private var byName: [String: Int] = [:]
  private var byKey: [[UInt8]: Int] = [:]

  /// - Parameter states: those of the ontology.
  init(_ states: [State]) {
    for (index, state) in states.enumerated() {
      for name in state.names {
        byKey[StateNames.key(name)] = index
        for spelling in [name, name.uppercased()] { byName[spelling] = index }
      }
    }
  }

  /// The place among the States of that which `name` stands for; nil where none does.
  func place(of name: String) -> Int? { byName[name] ?? byKey[StateNames.key(name)] }

  /// The words of a name in ASCII capitals, sorted, without articles: "Iran (Islamic Republic of)" and
  /// "the ISLAMIC REPUBLIC OF IRAN" have one key.
  private static func key(_ name: String) -> [UInt8] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    func close() {
      if !word.isEmpty, word != Array("THE".utf8) { words.append(word) }
      word.removeAll(keepingCapacity: true)
    }
    for scalar in name.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9":
        word.append(UInt8(ascii: scalar) & (scalar.value >= 0x41 ? 0xDF : 0xFF))
      case "'", "’": continue
      default:
        if let plain = plain(scalar) { word.append(plain) } else { close() }
      }
    }
    close()
    return Array(words.sorted { $0.lexicographicallyPrecedes($1) }.joined(separator: [0x20]))
  }

  /// The ASCII capital under an accented Latin letter.
  private static func plain(_ scalar: Unicode.Scalar) -> UInt8? {
    let found = accents.first { $0.letters.unicodeScalars.contains(scalar) }
    return found.map { UInt8(ascii: $0.plain) }
  }

  private static let accents: [(letters: String, plain: Unicode.Scalar)] = [
    ("àáâãäåÀÁÂÃÄÅ", "A"), ("çÇ", "C"), ("èéêëÈÉÊË", "E"), ("ìíîïÌÍÎÏİı", "I"), ("ñÑ", "N"),
    ("òóôõöÒÓÔÕÖ", "O"),
    ("ùúûüÙÚÛÜ", "U"), ("ýÿÝ", "Y"),
  ]
}
