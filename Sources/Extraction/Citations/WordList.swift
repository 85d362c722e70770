import Documents

/// The words of one language, as a table that a translator can read.
struct WordList: Sendable {
  /// Spelling in small letters, and what it means here.
  var words: [(Word, String)]
  /// January to December.
  var months: [String]
  /// Words whose full stop ends no sentence.
  var abbreviations: String
  /// Bodies by name, the principal ones first; a short name needs the number's form to tell which is meant.
  var bodies: [(name: String, body: Body)]

  static func of(_ language: String) -> WordList {
    switch language.prefix(2) {
    case "fr": french
    case "es": spanish
    default: english
    }
  }

  static let english = WordList(
    words: [
      (.resolution, "resolution resolutions"), (.decision, "decision decisions"),
      (.its, "its"), (.the, "the"), (.of, "of"), (.and, "and"), (.or, "or"), (.to, "to"), (.in, "in"),
      (.by, "by"),
      (.through, "through"), (.on, "on"), (.as, "as"), (.well, "well"), (.also, "also"),
      (.adopted, "adopted"),
      (.entitled, "entitled titled"), (.ibid, "ibid"), (.number, "no nos"),
      (
        .part,
        "para paras paragraph paragraphs sect sects section sections annex annexes part parts appendix appendices"
      ),
      (
        .part,
        "appendixes subparagraph subparagraphs page pages pp principle principles preamble enclosure attachment"
      ),
      (.article, "article articles art arts"), (.chapter, "chapter chapters chap chaps"),
      (.charter, "charter"), (.treaty, "treaty"), (.series, "series"), (.league, "league"), (.sales, "sales"),
      (.volume, "vol vols volume volumes"), (.supplement, "supplement supplements"),
      (.session, "session sessions"),
      (.official, "official"), (.records, "records"),
      (
        .owner,
        "comment comments recommendation recommendations order orders item items target targets goal goals"
      ),
      (
        .owner,
        "indicator indicators rule rules regulation regulations table figure box law decree case cases act"
      ),
      (.owner, "protocol convention directive opinion communication communications"),
      (.adjective, "relevant previous subsequent earlier related other pertinent applicable recent various"),
      (
        .bodyNoun,
        "commission committee conference congress organization organisation board authority union agency"
      ),
      (
        .bodyNoun,
        "programme forum assembly council parties community bank fund institute subcommittee summit bureau"
      ),
      (.link, "for against with at between under from"), (.draft, "draft"),
    ],
    months: [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
      "november",
      "december",
    ],
    abbreviations:
      "no nos para paras sect sects chap chaps art arts vol vols pp ibid cf st add corr rev approx dr mr ms",
    bodies: [
      ("General Assembly", .organ(.generalAssembly)),
      ("United Nations General Assembly", .organ(.generalAssembly)),
      ("Security Council", .organ(.securityCouncil)),
      ("United Nations Security Council", .organ(.securityCouncil)),
      ("Economic and Social Council", .organ(.economicAndSocialCouncil)),
      ("United Nations Economic and Social Council", .organ(.economicAndSocialCouncil)),
      ("Economic and Council", .organ(.economicAndSocialCouncil)),
      ("ECOSOC", .organ(.economicAndSocialCouncil)),
      ("Human Rights Council", .organ(.humanRightsCouncil)),
      ("United Nations Human Rights Council", .organ(.humanRightsCouncil)),
      ("Commission on Human Rights", .organ(.commissionOnHumanRights)),
      ("Council", .council), ("Assembly", .assembly), ("Commission", .commission),
      ("United Nations Environment Assembly", .named("United Nations Environment Assembly")),
      ("Environment Assembly", .named("United Nations Environment Assembly")),
      ("World Health Assembly", .named("World Health Assembly")),
      ("Health Assembly", .named("World Health Assembly")),
      ("Commission on Narcotic Drugs", .named("Commission on Narcotic Drugs")),
      (
        "Commission on Crime Prevention and Criminal Justice",
        .named("Commission on Crime Prevention and Criminal Justice")
      ),
      (
        "Commission on Science and Technology for Development",
        .named("Commission on Science and Technology for Development")
      ),
      (
        "Economic Commission for Latin America and the Caribbean",
        .named("Economic Commission for Latin America and the Caribbean")
      ),
      ("ECLAC", .named("Economic Commission for Latin America and the Caribbean")),
      (
        "Economic and Social Commission for Asia and the Pacific",
        .named("Economic and Social Commission for Asia and the Pacific")
      ),
      (
        "Economic and Social Commission for Western Asia",
        .named("Economic and Social Commission for Western Asia")
      ),
      (
        "Sub-Commission on the Promotion and Protection of Human Rights",
        .named("Sub-Commission on the Promotion and Protection of Human Rights")
      ),
      (
        "Sub-Commission on Prevention of Discrimination and Protection of Minorities",
        .named("Sub-Commission on Prevention of Discrimination and Protection of Minorities")
      ),
    ])

  static let french = WordList(
    words: [
      (.resolution, "résolution résolutions"), (.decision, "décision décisions"),
      (.its, "sa ses"), (.the, "la le les l"), (.of, "de du des d"), (.and, "et"), (.or, "ou"), (.to, "à"),
      (.in, "dans"), (.by, "par"), (.on, "sur le"), (.as, "ainsi"), (.well, "que"), (.also, "également"),
      (.adopted, "adoptée adoptées"), (.entitled, "intitulée intitulé"), (.ibid, "ibid"),
      (.number, "no nos n°"),
      (.part, "par paragraphe paragraphes sect section sections annexe annexes partie appendice alinéa"),
      (.article, "article articles art"), (.chapter, "chapitre chap"), (.charter, "charte"), (.volume, "vol"),
      (.treaty, "traités"), (.series, "recueil"), (.sales, "vente"), (.supplement, "supplément"),
      (.session, "session"), (.official, "officiels"), (.records, "documents"),
      (
        .owner,
        "observation observations recommandation recommandations ordonnance point points cible objectif"
      ),
      (.adjective, "pertinentes pertinente antérieures autres"),
      (
        .bodyNoun,
        "commission comité conférence congrès organisation union agence programme assemblée conseil parties"
      ),
      (.link, "pour contre avec en"), (.draft, "projet"),
    ],
    months: [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
      "novembre",
      "décembre",
    ],
    abbreviations: "no nos par sect chap art vol ibid cf m mme",
    bodies: [
      ("Assemblée générale", .organ(.generalAssembly)), ("Conseil de sécurité", .organ(.securityCouncil)),
      ("Conseil économique et social", .organ(.economicAndSocialCouncil)),
      ("Conseil des droits de l’homme", .organ(.humanRightsCouncil)),
      ("Commission des droits de l’homme", .organ(.commissionOnHumanRights)),
      ("Conseil", .council), ("Assemblée", .assembly), ("Commission", .commission),
      ("Commission des stupéfiants", .named("Commission on Narcotic Drugs")),
    ])

  static let spanish = WordList(
    words: [
      (.resolution, "resolución resoluciones"), (.decision, "decisión decisiones"),
      (.its, "su sus"), (.the, "la el las los"), (.of, "de del"), (.and, "y e"), (.or, "o u"), (.to, "a"),
      (.in, "en"), (.by, "por"), (.on, "sobre"), (.as, "así"), (.well, "como"), (.also, "también"),
      (.adopted, "aprobada aprobadas"), (.entitled, "titulada titulado"), (.ibid, "ibid ibíd"),
      (.number, "núm núms"),
      (.part, "párr párrs párrafo párrafos secc sección anexo anexos parte apéndice"),
      (.article, "artículo artículos art"), (.chapter, "capítulo cap"), (.charter, "carta"), (.volume, "vol"),
      (.treaty, "treaty"), (.series, "series"), (.sales, "venta"), (.supplement, "suplemento"),
      (.session, "período"), (.official, "oficiales"), (.records, "documentos"),
      (.owner, "observación observaciones recomendación recomendaciones orden tema temas meta objetivo"),
      (.adjective, "pertinentes anteriores demás"),
      (
        .bodyNoun,
        "comisión comité conferencia congreso organización unión organismo programa asamblea consejo partes"
      ),
      (.link, "para contra con"), (.draft, "proyecto"),
    ],
    months: [
      "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
      "noviembre",
      "diciembre",
    ],
    abbreviations: "núm núms párr párrs secc cap art vol ibid ibíd cf sr sra",
    bodies: [
      ("Asamblea General", .organ(.generalAssembly)), ("Consejo de Seguridad", .organ(.securityCouncil)),
      ("Consejo Económico y Social", .organ(.economicAndSocialCouncil)),
      ("Consejo de Derechos Humanos", .organ(.humanRightsCouncil)),
      ("Comisión de Derechos Humanos", .organ(.commissionOnHumanRights)),
      ("Consejo", .council), ("Asamblea", .assembly), ("Comisión", .commission),
      ("Comisión de Estupefacientes", .named("Commission on Narcotic Drugs")),
    ])
}
