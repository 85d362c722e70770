/// The words of one language as tables that a translator can read: what a word means here, a colon, its spellings.
struct WordList: Sendable {
  /// `Word` and its spellings in small letters.
  var words: String
  /// January to December.
  var months: String
  /// Words whose full stop ends no sentence.
  var abbreviations: String
  /// An organ, a short name (`council`, `assembly`, `commission`) or a body's full name, and how texts write it.
  var bodies: String

  static let english = WordList(
    words: """
      resolution: resolution resolutions
      decision: decision decisions
      presidential: presidential
      statement: statement statements
      its: its
      the: the
      of: of
      and: and
      or: or
      to: to
      in: in
      by: by
      through: through
      on: on
      as: as
      well: well
      also: also
      adopted: adopted
      entitled: entitled titled
      ibid: ibid
      number: no nos
      part: para paras paragraph paragraphs sect sects section sections annex annexes part parts appendix appendices
      part: appendixes subparagraph subparagraphs page pages pp principle principles preamble enclosure attachment
      article: article articles art arts
      chapter: chapter chapters chap chaps
      charter: charter
      treaty: treaty
      series: series
      league: league
      sales: sales
      volume: vol vols volume volumes
      supplement: supplement supplements
      session: session sessions meeting meetings
      official: official
      records: records
      see: see cf
      owner: comment comments recommendation recommendations order orders item items target targets goal goals
      owner: indicator indicators rule rules regulation regulations table figure box law decree case cases act
      owner: protocol convention directive opinion communication communications
      leading: including particular particularly notably namely especially was were is are numbered
      adjective: relevant previous subsequent earlier related other pertinent applicable recent various
      bodyNoun: commission committee conference congress organization organisation board authority union agency
      bodyNoun: programme assembly council subcommittee group forum
      link: for against with at between under from
      draft: draft
      """,
    months: "january february march april may june july august september october november december",
    abbreviations:
      "no nos para paras sect sects chap chaps art arts vol vols pp ibid cf st add corr rev dr mr ms",
    bodies: """
      General Assembly: General Assembly; United Nations General Assembly
      Security Council: Security Council; United Nations Security Council
      Economic and Social Council: Economic and Social Council; United Nations Economic and Social Council
      Economic and Social Council: Economic and Council; ECOSOC
      Human Rights Council: Human Rights Council; United Nations Human Rights Council
      Commission on Human Rights: Commission on Human Rights
      council: Council
      assembly: Assembly
      commission: Commission
      United Nations Environment Assembly: United Nations Environment Assembly; Environment Assembly
      World Health Assembly: World Health Assembly; Health Assembly
      General Conference of the United Nations Educational, Scientific and Cultural Organization: General Conference of the United Nations Educational, Scientific and Cultural Organization
      United Nations Educational, Scientific and Cultural Organization: United Nations Educational, Scientific and Cultural Organization
      Commission on Narcotic Drugs: Commission on Narcotic Drugs
      Commission on Crime Prevention and Criminal Justice: Commission on Crime Prevention and Criminal Justice
      Commission on Science and Technology for Development: Commission on Science and Technology for Development
      Economic Commission for Latin America and the Caribbean: Economic Commission for Latin America and the Caribbean
      Economic Commission for Latin America and the Caribbean: ECLAC
      Economic and Social Commission for Asia and the Pacific: Economic and Social Commission for Asia and the Pacific
      Economic and Social Commission for Western Asia: Economic and Social Commission for Western Asia
      """)

  static let french = WordList(
    words: """
      resolution: résolution résolutions
      decision: décision décisions
      presidential: présidentielle présidentielles
      statement: déclaration déclarations
      its: sa ses
      the: la le les l
      of: de du des d
      and: et
      or: ou
      to: à
      in: dans
      by: par
      on: sur
      as: ainsi
      well: que
      also: également
      adopted: adoptée adoptées
      entitled: intitulée intitulé
      ibid: ibid
      number: no nos n°
      part: paragraphe paragraphes sect section sections annexe annexes partie appendice alinéa
      article: article articles art
      chapter: chapitre chap
      charter: charte
      treaty: traités
      series: recueil
      sales: vente
      volume: vol volume
      supplement: supplément
      session: session réunion
      see: voir
      official: officiels
      records: documents
      owner: observation observations recommandation recommandations ordonnance point points cible objectif
      leading: notamment particulier
      adjective: pertinentes pertinente antérieures autres
      bodyNoun: commission comité conférence congrès organisation union agence programme assemblée conseil
      link: pour contre avec en
      draft: projet
      """,
    months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    abbreviations: "no nos par sect chap art vol ibid cf m mme",
    bodies: """
      General Assembly: Assemblée générale
      Security Council: Conseil de sécurité
      Economic and Social Council: Conseil économique et social
      Human Rights Council: Conseil des droits de l’homme
      Commission on Human Rights: Commission des droits de l’homme
      council: Conseil
      assembly: Assemblée
      commission: Commission
      Commission on Narcotic Drugs: Commission des stupéfiants
      """)

  static let spanish = WordList(
    words: """
      resolution: resolución resoluciones
      decision: decisión decisiones
      presidential: presidencia
      statement: declaración declaraciones
      its: su sus
      the: la el las los
      of: de del
      and: y e
      or: o u
      to: a
      in: en
      by: por
      on: sobre
      as: así
      well: como
      also: también
      adopted: aprobada aprobadas
      entitled: titulada titulado
      ibid: ibid ibíd
      number: núm núms
      part: párr párrs párrafo párrafos secc sección anexo anexos parte apéndice
      article: artículo artículos art
      chapter: capítulo cap
      charter: carta
      treaty: treaty
      series: series
      sales: venta
      volume: vol volumen
      supplement: suplemento
      session: período reunión
      see: véase véanse
      official: oficiales
      records: documentos
      owner: observación observaciones recomendación recomendaciones orden tema temas meta objetivo
      leading: incluida incluidas particular saber
      adjective: pertinentes anteriores demás
      bodyNoun: comisión comité conferencia congreso organización unión organismo programa asamblea consejo
      link: para contra con
      draft: proyecto
      """,
    months: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    abbreviations: "núm núms párr párrs secc cap art vol ibid ibíd cf sr sra",
    bodies: """
      General Assembly: Asamblea General
      Security Council: Consejo de Seguridad
      Economic and Social Council: Consejo Económico y Social
      Human Rights Council: Consejo de Derechos Humanos
      Commission on Human Rights: Comisión de Derechos Humanos
      council: Consejo
      assembly: Asamblea
      commission: Comisión
      Commission on Narcotic Drugs: Comisión de Estupefacientes
      """)
}

extension WordList {
  /// The rows of a table: what stands before the colon, and what stands behind it.
  static func rows(_ table: String) -> [(name: Substring, spellings: Substring)] {
    table.split(separator: "\n").compactMap { line in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      return (line[..<colon], line[line.index(colon, offsetBy: 2)...])
    }
  }
}
