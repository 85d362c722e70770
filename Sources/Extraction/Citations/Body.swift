import Documents

/// Who adopted what is cited, as far as the text says.
enum Body: Sendable, Hashable {
  case organ(Organ)
  /// Short names that several bodies share; the form of the number tells which.
  case council, assembly, commission
  /// A body without symbols of its own, by its name.
  case named(String)

  /// The body that a row of a word list is about.
  init(_ name: String) {
    switch name {
    case "council": self = .council
    case "assembly": self = .assembly
    case "commission": self = .commission
    default: self = Organ(rawValue: name).map { .organ($0) } ?? .named(name)
    }
  }

  /// The organs that a name may stand for, in order of preference.
  var organs: [Organ] {
    switch self {
    case .organ(let organ): Body.organ[organ]
    case .council: Body.councils
    case .assembly: Body.organ[.generalAssembly]
    case .commission: Body.organ[.commissionOnHumanRights]
    case .named: []
    }
  }

  private static let organ = CaseTable<Organ, [Organ]> { [$0] }
  private static let councils: [Organ] = [
    .securityCouncil, .economicAndSocialCouncil, .humanRightsCouncil,
  ]

  var isShort: Bool {
    switch self {
    case .council, .assembly, .commission: true
    case .organ, .named: false
    }
  }
}
