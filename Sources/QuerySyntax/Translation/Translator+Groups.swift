import Diagnostics
import RDF

/// Group graph patterns (§18.2.2).
extension Translator {
  /// A group with its filters applied to the whole of it.
  mutating func group(_ tree: Ranged<GroupTree>) throws -> Algebra {
    let parts = try groupParts(tree)
    return parts.condition.map { .filter($0, parts.pattern) } ?? parts.pattern
  }

  /// A group without its filters, and their conjunction.
  private mutating func groupParts(
    _ tree: Ranged<GroupTree>
  ) throws -> (pattern: Algebra, condition: QueryExpression?) {
    switch tree.node {
    case .subSelect(let query): return (try select(query), nil)
    case .elements(let elements):
      var pattern = Algebra.bgp([])
      var condition: QueryExpression?
      var index = 0
      while index < elements.count {
        let element = elements[index]
        index += 1
        switch element.node {
        case .filter(let expression):
          condition = .both(condition, try self.expression(expression))
        case .triples(var triples):
          // Triples on both sides of a FILTER are one basic graph pattern.
          var next = index
          while next < elements.count {
            if case .filter(let expression) = elements[next].node {
              condition = .both(condition, try self.expression(expression))
            } else if case .triples(let more) = elements[next].node {
              triples += more
            } else {
              break
            }
            next += 1
          }
          index = next
          var labels: [String: Variable] = [:]
          for part in try flatten(triples, place: .pattern(beginPattern()), labels: &labels) {
            pattern = .joined(pattern, part)
          }
        default: pattern = try apply(element, to: pattern)
        }
      }
      return (pattern, condition)
    }
  }

  /// What an element makes of the part of the group before it.
  private mutating func apply(
    _ element: Ranged<PatternTree>, to pattern: Algebra
  ) throws -> Algebra {
    switch element.node {
    case .triples, .filter: return pattern
    case .bind(let expression, let variable):
      if pattern.scope.contains(variable.node) {
        throw error(
          "BIND sets '\(variable.node)', which the pattern before it may bind already", variable.range,
          hint: "use another name")
      }
      return .extend(pattern, variable.node, try self.expression(expression))
    case .optional(let group):
      let parts = try groupParts(group)
      return .leftJoin(pattern, parts.pattern, parts.condition)
    case .minus(let group): return .minus(pattern, try self.group(group))
    case .union(let groups):
      var union = try self.group(groups[0])
      for group in groups.dropFirst() { union = .union(union, try self.group(group)) }
      return .joined(pattern, union)
    case .graph(let name, let group):
      return .joined(pattern, .graph(patternTerm(name), try self.group(group)))
    case .service(let name, let group, let silent):
      return .joined(pattern, .service(patternTerm(name), try self.group(group), silent: silent))
    case .values(let data): return .joined(pattern, try values(data))
    }
  }

  func values(_ data: InlineData) throws -> Algebra {
    var seen: Set<Variable> = []
    for variable in data.variables where !seen.insert(variable.node).inserted {
      throw error("'\(variable.node)' stands twice in VALUES", variable.range)
    }
    return .values(data.variables.map(\.node), data.rows)
  }

  /// The name of a graph or service, or what DESCRIBE describes.
  func patternTerm(_ node: Ranged<NodeTree>) -> PatternTerm {
    switch node.node {
    case .term(let term): return .term(term)
    case .variable(let variable): return .variable(variable)
    case .label, .blank, .collection: preconditionFailure("the grammar has a variable or an IRI here")
    }
  }
}

extension Algebra {
  /// A join, or the other side where one is the unit (§18.2.2.8).
  static func joined(_ left: Algebra, _ right: Algebra) -> Algebra {
    if left == .bgp([]) { return right }
    if right == .bgp([]) { return left }
    return .join(left, right)
  }
}

extension QueryExpression {
  static func both(_ left: QueryExpression?, _ right: QueryExpression) -> QueryExpression {
    left.map { .and($0, right) } ?? right
  }
}
