import RDF

/// Whether two sets of rows are equal but for the names of blank nodes.
///
/// Blank nodes are first told apart by colour refinement (each takes the colours of the rows it stands in), then matched by trial
/// among those of equal colour.
enum Isomorphism {
  typealias Row = [Term?]

  /// Compares as multisets.
  static func areEqual(_ left: [Row], _ right: [Row]) -> Bool {
    guard left.count == right.count else { return false }
    let first = blanks(left)
    let second = blanks(right)
    guard first.count == second.count else { return false }
    if first.isEmpty { return counted(left, [:]) == counted(right, [:]) }
    let colours = colours(left, first)
    let others = self.colours(right, second)
    guard colours.values.sorted() == others.values.sorted() else { return false }
    let wanted = counted(right, [:])
    let order = first.sorted { (colours[$0] ?? 0, $0.label) < (colours[$1] ?? 0, $1.label) }
    var mapping: [BlankNode: BlankNode] = [:]
    var used: Set<BlankNode> = []
    func match(_ index: Int) -> Bool {
      if index == order.count { return counted(left, mapping) == wanted }
      for candidate in second where others[candidate] == colours[order[index]] && !used.contains(candidate) {
        mapping[order[index]] = candidate
        used.insert(candidate)
        if match(index + 1) { return true }
        used.remove(candidate)
      }
      mapping[order[index]] = nil
      return false
    }
    return match(0)
  }

  private static func blanks(_ rows: [Row]) -> [BlankNode] {
    Set(
      rows.joined().compactMap { term in
        if case .blank(let node)? = term { return node }
        return nil
      }
    ).sorted { $0.label < $1.label }
  }

  private static func counted(_ rows: [Row], _ mapping: [BlankNode: BlankNode]) -> [Row: Int] {
    rows.reduce(into: [:]) { counts, row in
      let renamed = row.map { term -> Term? in
        if case .blank(let node)? = term, let other = mapping[node] { return .blank(other) }
        return term
      }
      counts[renamed, default: 0] += 1
    }
  }

  private static func colours(_ rows: [Row], _ blanks: [BlankNode]) -> [BlankNode: Int] {
    var colours = Dictionary(uniqueKeysWithValues: blanks.map { ($0, 0) })
    for _ in 0..<4 {
      var signatures: [BlankNode: [Int]] = [:]
      for row in rows {
        for (place, term) in row.enumerated() {
          guard case .blank(let node)? = term else { continue }
          var hasher = Hasher()
          hasher.combine(place)
          for (other, term) in row.enumerated() {
            if case .blank(let neighbour)? = term {
              hasher.combine(colours[neighbour])
              hasher.combine(neighbour == node)
            } else {
              hasher.combine(term)
            }
            hasher.combine(other)
          }
          signatures[node, default: []].append(hasher.finalize())
        }
      }
      colours = signatures.mapValues { $0.sorted().hashValue }
    }
    return colours
  }
}
