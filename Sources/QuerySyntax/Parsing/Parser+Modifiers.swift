import Diagnostics

/// GROUP BY, HAVING, ORDER BY, LIMIT and OFFSET (grammar rules [18]–[28]).
extension Parser {
  static let modifierKeywords = ["GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET", "VALUES"]

  mutating func solutionModifiers() throws -> SolutionModifiers {
    var modifiers = SolutionModifiers()
    if try take("GROUP") { modifiers.groupBy = try groupKeys() }
    if try take("HAVING") { modifiers.having = try having() }
    if try take("ORDER") { modifiers.orderBy = try orderKeys() }
    while word == "LIMIT" || word == "OFFSET" {
      let isLimit = word == "LIMIT"
      if isLimit ? modifiers.limit != nil : modifiers.offset != nil {
        throw error("\(word) stands twice", token.range)
      }
      try advance()
      let value = try count()
      if isLimit { modifiers.limit = value } else { modifiers.offset = value }
    }
    return modifiers
  }

  private mutating func groupKeys() throws -> [SolutionModifiers.GroupKey] {
    try expect("BY")
    var keys: [SolutionModifiers.GroupKey] = []
    while true {
      if token.kind == .openParenthesis {
        let open = token.range
        try advance()
        let value = try expression()
        let name = try take("AS") ? try variable() : nil
        try close(.closeParenthesis, openedAt: open)
        keys.append(SolutionModifiers.GroupKey(expression: value, variable: name))
      } else if let value = try variableOrCall() {
        keys.append(SolutionModifiers.GroupKey(expression: value, variable: nil))
      } else if keys.isEmpty {
        throw expectedTerm("a variable, a call or an expression in '(' and ')'", keywords: callNames)
      } else {
        return keys
      }
    }
  }

  private mutating func having() throws -> [Ranged<ExpressionTree>] {
    var conditions = [try constraint()]
    while startsConstraint { conditions.append(try constraint()) }
    return conditions
  }

  private mutating func orderKeys() throws -> [SolutionModifiers.OrderKey] {
    try expect("BY")
    var keys: [SolutionModifiers.OrderKey] = []
    while true {
      if word == "ASC" || word == "DESC" {
        let descending = word == "DESC"
        try advance()
        keys.append(SolutionModifiers.OrderKey(expression: try bracketted(), descending: descending))
      } else if token.kind == .openParenthesis {
        keys.append(SolutionModifiers.OrderKey(expression: try bracketted(), descending: false))
      } else if let value = try variableOrCall() {
        keys.append(SolutionModifiers.OrderKey(expression: value, descending: false))
      } else if keys.isEmpty {
        throw expectedTerm(
          "a variable, ASC(…), DESC(…) or an expression in '(' and ')'",
          keywords: ["ASC", "DESC"] + callNames)
      } else {
        return keys
      }
    }
  }

  /// A variable, a built-in call or a function call; nil where none of them begins.
  private mutating func variableOrCall() throws -> Ranged<ExpressionTree>? {
    if token.kind == .variable { return try variable().map { .variable($0) } }
    return startsConstraint ? try constraint() : nil
  }
}
