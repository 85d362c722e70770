import Documents

/// The stable names of targets: symbols under `https://undocs.org/`, everything else under `https://w3id.org/stemma/`.
extension Target {
  private static let root = "https://w3id.org/stemma/"

  /// The target's IRI; nil where it is unresolved.
  public var iri: String? {
    switch self {
    case .document(let symbol): symbol.iri
    case .named(let act): Self.root + "document/" + act.path
    case .instrument(let instrument): Self.root + "instrument/" + instrument.path
    case .unresolved: nil
    }
  }

  /// The IRI of the thing a part of which is meant: the Charter for one of its articles; nil where a whole is meant.
  public var wholeIRI: String? {
    switch self {
    case .instrument(.charterArticle), .instrument(.charterChapter): Self.root + "instrument/charter"
    case .document, .named, .instrument, .unresolved: nil
    }
  }

  /// What people call it: "A/RES/43/78H", "Commission on Narcotic Drugs resolution 62/8", "Charter, Article 2 (4)".
  public var identifier: String? {
    switch self {
    case .document(let symbol): symbol.text
    case .named(let act): act.body + (act.kind == .resolution ? " resolution " : " decision ") + act.number
    case .instrument(let instrument): instrument.identifier
    case .unresolved: nil
    }
  }

  /// The vocabulary class it belongs to.
  var className: Name {
    switch self {
    case .document(let symbol):
      switch symbol.kind {
      case .resolution: .resolution
      case .decision: .decision
      case .presidentialStatement: .presidentialStatement
      case .report, .draft, .record, .letter: .report
      }
    case .named(let act): act.kind == .resolution ? .resolution : .decision
    case .instrument, .unresolved: .documentClass
    }
  }
}

extension NamedAct {
  /// "commission-on-narcotic-drugs/res/62/8".
  var path: String { NamedAct.slug(body) + "/" + kind.rawValue + "/" + NamedAct.escaped(number) }

  /// Lower-case ASCII letters and digits of `name`, everything between them one hyphen; other letters percent-encoded.
  static func slug(_ name: String) -> String {
    var out: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case 0x41...0x5A: out.append(byte | 0x20)
      case 0x61...0x7A, 0x30...0x39: out.append(byte)
      case 0x80...: out += percent(byte)
      default: if let last = out.last, last != UInt8(ascii: "-") { out.append(UInt8(ascii: "-")) }
      }
    }
    while out.last == UInt8(ascii: "-") { out.removeLast() }
    return String(decoding: out, as: UTF8.self)
  }

  /// `number` with everything percent-encoded that an IRI path cannot hold.
  static func escaped(_ number: String) -> String {
    var out: [UInt8] = []
    for byte in number.utf8 {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A, 0x30...0x39: out.append(byte)
      default: if "-._~/()".utf8.contains(byte) { out.append(byte) } else { out += percent(byte) }
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func percent(_ byte: UInt8) -> [UInt8] {
    let hex = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
  }
}

extension Instrument {
  /// "charter#art2.4", "UNTS/1125/17512", "sales/E.96.IV.13", "official-records/general-assembly/67/supplement-53".
  var path: String {
    switch self {
    case .charterArticle(let article, let paragraph):
      "charter#art\(article)" + (paragraph.map { ".\($0)" } ?? "")
    case .charterChapter(let chapter): "charter#chapter\(chapter)"
    case .treaty(let series, let volume, let number): "\(series)/\(volume)/\(number)"
    case .salesPublication(let number): "sales/" + NamedAct.escaped(number)
    case .officialRecords(let organ, let session, let supplement):
      "official-records/\(NamedAct.slug(organ.rawValue))/\(NamedAct.slug(session))/supplement-\(NamedAct.escaped(supplement))"
    }
  }

  var identifier: String {
    switch self {
    case .charterArticle(let article, let paragraph):
      "Charter of the United Nations, Article \(article)" + (paragraph.map { " (\($0))" } ?? "")
    case .charterChapter(let chapter): "Charter of the United Nations, Chapter \(chapter)"
    case .treaty(let series, let volume, let number): "\(series), vol. \(volume), No. \(number)"
    case .salesPublication(let number): "Sales No. \(number)"
    case .officialRecords(let organ, let session, let supplement):
      "Official Records of the \(organ.rawValue), \(session), Supplement No. \(supplement)"
    }
  }
}
