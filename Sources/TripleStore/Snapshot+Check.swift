import Diagnostics
import RDF

extension Snapshot {
  /// Verifies the store: the checksum of every block and text, the order of the rows, that the indexes hold the same quads,
  /// that every id has a term, that the counts are right. Empty where all is well.
  ///
  /// - Complexity: O(store); reads everything.
  public func check() throws -> [Diagnostic] {
    var found: [Diagnostic] = []
    var sums: [StoredIndex: Row] = [:]
    for index in StoredIndex.allCases {
      let problems = try check(index, &sums)
      found += problems.map { StoreError.damaged("index \(index.name): \($0)") }
    }
    if let all = sums[.spo] {
      for index in [StoredIndex.pso, .pos, .osp] where sums[index] != all {
        found.append(StoreError.damaged("index \(index.name) does not hold the quads that index spo holds"))
      }
      if Int(all.a) != counts.quads { found.append(StoreError.damaged("the number of quads is wrong")) }
      if Int(all.b) != counts.triples { found.append(StoreError.damaged("the number of triples is wrong")) }
      if sums[.gspo]?.d != all.d {
        found.append(
          StoreError.damaged("index gspo does not hold the named graphs' quads that index spo holds"))
      }
    }
    found += try checkTerms()
    for problem in try Records(database: environment.database(.records, transaction)).problems() {
      found.append(StoreError.damaged(problem))
    }
    return found
  }

  /// What is wrong with the dictionary: every run of terms must be there with all its terms, and every language and datatype.
  private func checkTerms() throws -> [Diagnostic] {
    var found: [Diagnostic] = []
    var held = [Int](repeating: 0, count: counts.terms.count)
    try environment.database(.text, transaction).forEach { key, value in
      guard TermChunk.isSound(value), let start = value.baseAddress, let kind = key.first, kind < held.count
      else {
        found.append(StoreError.damaged("a run of terms fails its checksum"))
        return
      }
      held[Int(kind)] += TermChunk(start: start).count
    }
    for kind in [TermID.Kind.iri, .string, .languageString, .typed] {
      let (held, wanted) = (held[Int(kind.rawValue)], counts.terms[Int(kind.rawValue)])
      if held != wanted {
        found.append(StoreError.damaged("\(held) of \(wanted) terms of kind '\(kind)' are there"))
      }
    }
    for kind in [TermTags.Kind.language, .datatype] {
      do {
        _ = try TermTags(kind, environment.database(.tags, transaction), count: counts.tags(kind))
      } catch let damage as Diagnostic { found.append(damage) }
    }
    return found
  }

  /// What is wrong with one index. `sums` gets (rows, distinct triples, hash of all quads, hash of those in named graphs),
  /// the hashes being sums and so the same in every order.
  private func check(_ index: StoredIndex, _ sums: inout [StoredIndex: Row]) throws -> [String] {
    var problems: [String] = []
    var sum = Row(0)
    var previous: Row?
    var unknown = 0
    try environment.database(.index(index), transaction).forEach { key, value in
      guard let key = BlockKey(key, columns: index.keyColumns) else {
        problems.append("the key of a block fails its checksum")
        return
      }
      guard let block = Block(value, key: key) else {
        problems.append("a block fails its checksum")
        return
      }
      var rows: [Row] = []
      block.decode(into: &rows)
      let isRight = rows.withUnsafeBufferPointer { rows in
        !rows.isEmpty && BlockKey(of: rows, columns: index.keyColumns).checksum == key.checksum
      }
      if !isRight { problems.append("a block does not hold what its key says") }
      for row in rows {
        if let previous, !(previous < row) { problems.append("rows are out of order") }
        if index == .hash {
          if !holds(row.b) { unknown += 1 }
        } else {
          let quad = index.quad(row)
          let hash = withUnsafeBytes(of: quad) { ByteHash.hash($0) }
          sum.a += 1
          if previous.map({ !$0.sameTriple(row) }) ?? true { sum.b += 1 }
          sum.c = sum.c &+ hash
          if quad.d != 0 { sum.d = sum.d &+ hash }
          if index == .spo, ![quad.a, quad.b, quad.c, quad.d].allSatisfy(holds) { unknown += 1 }
        }
        previous = row
      }
    }
    if unknown > 0 { problems.append("\(unknown) rows name terms that are not there") }
    if index != .hash { sums[index] = sum }
    if let made = try? BlockDirectory(
      index, environment.database(.index(index), transaction), rows: counts.rows(index),
      damage: environment.damage)
    {
      let stored = DirectoryForm.withKey(index, environment.database(.directories, transaction).value)
      if made.count > 0
        ? !made.stored.elementsEqual(stored ?? UnsafeRawBufferPointer(start: nil, count: 0)) : stored != nil
      {
        problems.append("its directory does not hold what its blocks' keys say")
      }
    }
    return problems
  }

  /// Whether an id is inline, the unnamed graph, or one that the dictionary gave out.
  private func holds(_ id: UInt64) -> Bool {
    let term = TermID(rawValue: id)
    let kind = Int(id >> 60)
    return id == 0 || term.isInline || (kind < 6 && Int(term.payload) < counts.terms[kind])
  }
}
