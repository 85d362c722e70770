/// A body that adopts or issues documents.
public enum Organ: String, Sendable, CaseIterable {
  case generalAssembly = "General Assembly"
  case securityCouncil = "Security Council"
  case economicAndSocialCouncil = "Economic and Social Council"
  case humanRightsCouncil = "Human Rights Council"
  case commissionOnHumanRights = "Commission on Human Rights"

  /// What the symbols of its resolutions and decisions start with: "A", "A/HRC".
  public var symbolStem: String {
    switch self {
    case .generalAssembly: "A"
    case .securityCouncil: "S"
    case .economicAndSocialCouncil: "E"
    case .humanRightsCouncil: "A/HRC"
    case .commissionOnHumanRights: "E/CN.4"
    }
  }
}
