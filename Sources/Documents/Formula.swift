/// The line that opens a resolution — "The General Assembly," — in the six languages: who speaks, and in which.
struct Formula {
  var organ: Organ?
  /// BCP 47.
  var language: String

  /// The formula that `text` is and nothing else; behind a body's name "of the …" may stand, around it emphasis or quotes.
  static func match(_ text: [UInt8]) -> Formula? {
    guard text.count < 120 else { return nil }
    var start = (text.contains(UInt8(ascii: "*")) ? text.filter { $0 != UInt8(ascii: "*") } : text)[...]
    while let first = start.first, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      start = start.dropFirst()
    }
    if start.starts(with: "“".utf8) { start = start.dropFirst(3) }
    guard let row = table.first(where: { start.starts(with: $0.words) }) else { return nil }
    let rest = String(decoding: start.dropFirst(row.words.count), as: UTF8.self)
    // Where the language has no article, the body's name alone is a line of the header.
    if rest.isEmpty, row.isBareName { return nil }
    let ends =
      ["", ",", ":", "，", "،", " ,"].contains(rest)
      || rest.hasSuffix(",") && rest.hasPrefix(" of the ") && rest.split(separator: " ").count < 8
    return ends ? Formula(organ: row.organ, language: row.language) : nil
  }

  /// The body that a name in any of the six languages names: "Conseil de sécurité".
  static func organ(named line: String) -> Organ? {
    names.first { $0.name == line }?.organ
  }

  private static let names: [(name: String, organ: Organ, language: String)] = [
    ("General Assembly", .generalAssembly, "en"), ("Assemblée générale", .generalAssembly, "fr"),
    ("Asamblea General", .generalAssembly, "es"), ("Генеральная Ассамблея", .generalAssembly, "ru"),
    ("大会", .generalAssembly, "zh"), ("الجمعية العامة", .generalAssembly, "ar"),
    ("Security Council", .securityCouncil, "en"), ("Conseil de sécurité", .securityCouncil, "fr"),
    ("Consejo de Seguridad", .securityCouncil, "es"), ("Совет Безопасности", .securityCouncil, "ru"),
    ("安全理事会", .securityCouncil, "zh"), ("مجلس الأمن", .securityCouncil, "ar"),
    ("Economic and Social Council", .economicAndSocialCouncil, "en"),
    ("Conseil économique et social", .economicAndSocialCouncil, "fr"),
    ("Consejo Económico y Social", .economicAndSocialCouncil, "es"),
    ("Экономический и Социальный Совет", .economicAndSocialCouncil, "ru"),
    ("经济及社会理事会", .economicAndSocialCouncil, "zh"),
    ("المجلس الاقتصادي والاجتماعي", .economicAndSocialCouncil, "ar"),
    ("Human Rights Council", .humanRightsCouncil, "en"),
    ("Conseil des droits de l’homme", .humanRightsCouncil, "fr"),
    ("Consejo de Derechos Humanos", .humanRightsCouncil, "es"),
    ("Совет по правам человека", .humanRightsCouncil, "ru"),
    ("人权理事会", .humanRightsCouncil, "zh"), ("مجلس حقوق الإنسان", .humanRightsCouncil, "ar"),
    ("Commission on Human Rights", .commissionOnHumanRights, "en"),
    ("Commission des droits de l’homme", .commissionOnHumanRights, "fr"),
    ("Comisión de Derechos Humanos", .commissionOnHumanRights, "es"),
  ]

  private static let articles: [(language: String, words: [String])] = [
    ("en", ["The "]), ("fr", ["Le ", "La ", "L’", "L'"]), ("es", ["La ", "El "]), ("ru", [""]), ("zh", [""]),
    ("ar", ["إن "]),
  ]

  private typealias Row = (words: [UInt8], organ: Organ?, language: String, isBareName: Bool)

  private static let table: [Row] = {
    var rows: [Row] = []
    for (name, organ, language) in names {
      for article in articles.first(where: { $0.language == language })?.words ?? [] {
        rows.append((Array((article + name).utf8), organ, language, article.isEmpty))
      }
    }
    for name in [
      "Trusteeship Council", "Conference of the Parties", "United Nations Environment Assembly",
      "Governing Council",
    ] {
      rows.append((Array("The \(name)".utf8), nil, "en", false))
    }
    return rows
  }()
}
