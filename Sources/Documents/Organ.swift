/// A body that adopts or issues documents.
public enum Organ: String, Sendable, CaseIterable {
  case generalAssembly = "General Assembly"
  case securityCouncil = "Security Council"
  case economicAndSocialCouncil = "Economic and Social Council"
  case humanRightsCouncil = "Human Rights Council"
  case commissionOnHumanRights = "Commission on Human Rights"
}
