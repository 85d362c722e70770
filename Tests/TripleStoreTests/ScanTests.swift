import RDF
import Testing

@testable import TripleStore

/// A store and the plain array of quads that it is compared with.
struct Model {
  let folder = TemporaryFolder()
  let store: TripleStore
  /// (subject, predicate, object, graph), distinct.
  var quads: [[TermID]] = []

  init(seed: UInt64, size: Int, graphs: Int, rounds: Int) throws {
    var random = SeededGenerator(seed: seed)
    store = try TripleStore.open(folder.path, .create)
    var held: Set<[TermID]> = []
    for round in 0..<rounds {
      try store.write { transaction in
        var terms: [TermID] = []
        for number in 0..<max(4, size / 8) {
          terms.append(try transaction.intern(.iri("https://example.org/\(number)")))
        }
        for number in 0..<20 {
          terms.append(try transaction.intern(.integer(number * number - 50)))
          terms.append(try transaction.intern(.string("text \(number)")))
          terms.append(try transaction.intern(.literal(Literal("texte \(number)", language: "fr"))))
        }
        let names = try (0..<graphs).map { try transaction.intern(.iri("https://example.org/graph/\($0)")) }
        if round > 0 {
          for quad in held.sorted(by: precedes) where Int.random(in: 0..<4, using: &random) == 0 {
            try transaction.remove(quad[0], quad[1], quad[2], graph: quad[3])
            held.remove(quad)
          }
        }
        for _ in 0..<size {
          let quad = [
            terms[Int.random(in: 0..<max(2, size / 10), using: &random) % terms.count],
            terms[Int.random(in: 0..<4, using: &random)],
            terms.randomElement(using: &random) ?? .none,
            Int.random(in: 0...3, using: &random) == 0 ? .none : names.randomElement(using: &random) ?? .none,
          ]
          try transaction.insert(quad[0], quad[1], quad[2], graph: quad[3])
          held.insert(quad)
        }
      }
    }
    quads = held.sorted(by: precedes)
  }

  /// The rows that a scan must deliver, as (column 0, column 1, column 2, graph).
  func rows(_ order: IndexOrder, _ prefix: [TermID], _ graph: GraphSelection) -> [[TermID]] {
    var rows: [[TermID]] = []
    for quad in quads {
      var row: [TermID] = [.none, .none, .none, quad[3]]
      row[order.subjectPosition] = quad[0]
      row[order.predicatePosition] = quad[1]
      row[order.objectPosition] = quad[2]
      if !row.starts(with: prefix) { continue }
      switch graph {
      case .union: row[3] = .none
      case .graph(let wanted): if row[3] != wanted { continue }
      case .merged(let wanted):
        if !wanted.contains(row[3]) { continue }
        row[3] = .none
      case .eachNamed: if row[3] == .none { continue }
      }
      rows.append(row)
    }
    rows.sort(by: precedes)
    return rows.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}

@Suite struct ScanTests {
  static let sizes: [(seed: UInt64, size: Int, graphs: Int, rounds: Int)] = [
    (1, 0, 0, 1), (2, 5, 1, 1), (3, 300, 3, 1), (4, 1000, 5, 1), (5, 200, 4, 4), (6, 2500, 3, 2),
    (7, 700, 200, 2),
  ]

  private func selections(_ snapshot: Snapshot) -> [GraphSelection] {
    let graphs = snapshot.graphs
    return [
      .union, .eachNamed, .graph(.none), .graph(graphs.first ?? .none),
      .graph(TermID(.iri, payload: 1 << 40)),
      .merged([]), .merged([.none]), .merged(Array(graphs.prefix(2)) + [.none]),
    ]
  }

  @Test(arguments: sizes) func scansGiveWhatTheModelHolds(
    _ case: (seed: UInt64, size: Int, graphs: Int, rounds: Int)
  ) throws {
    let model = try Model(seed: `case`.seed, size: `case`.size, graphs: `case`.graphs, rounds: `case`.rounds)
    let snapshot = try model.store.snapshot()
    var random = SeededGenerator(seed: `case`.seed &+ 100)
    #expect(try snapshot.check() == [])
    #expect(snapshot.quadCount == model.quads.count)
    #expect(snapshot.tripleCount == model.rows(.spo, [], .union).count)
    #expect(snapshot.graphs == Set(model.quads.map { $0[3] }).subtracting([.none]).sorted())
    for order in IndexOrder.allCases {
      for selection in selections(snapshot) {
        let all = model.rows(order, [], selection)
        let scan = snapshot.scan(order, graph: selection)
        #expect(Snapshot.rows(scan, step: 1000) == all)
        #expect(snapshot.count(order, [], graph: selection) == all.count)
        for length in 0...3 {
          for _ in 0..<2 {
            var prefix = (all.randomElement(using: &random) ?? [.none, .none, .none]).prefix(length)
            if length > 0, Bool.random(using: &random), Bool.random(using: &random) {
              prefix[length - 1] = TermID(rawValue: prefix[length - 1].rawValue &+ 1)
            }
            let expected = all.filter { $0.starts(with: prefix) }
            scan.reset(prefix: Array(prefix))
            #expect(Snapshot.rows(scan) == expected)
            #expect(
              Snapshot.rows(snapshot.scan(order, prefix: Array(prefix), graph: selection), step: 300)
                == expected)
            #expect(snapshot.count(order, Array(prefix), graph: selection) == expected.count)
            if length < 3, case .union = selection {
              #expect(snapshot.distinctCount(order, Array(prefix)) == Set(expected.map { $0[length] }).count)
            }
          }
        }
      }
    }
  }

  @Test func resetByIdsIsResetByPrefix() throws {
    let model = try Model(seed: 11, size: 500, graphs: 2, rounds: 1)
    let snapshot = try model.store.snapshot()
    for selection in selections(snapshot) {
      for order in IndexOrder.allCases {
        let all = model.rows(order, [], selection)
        let scan = snapshot.scan(order, graph: selection)
        for row in all.prefix(40) {
          scan.reset(row[0])
          #expect(Snapshot.rows(scan) == all.filter { $0[0] == row[0] })
          scan.reset(row[0], row[1])
          #expect(Snapshot.rows(scan) == all.filter { $0.starts(with: row.prefix(2)) })
          scan.reset(row[0], row[1], row[2])
          #expect(Snapshot.rows(scan) == all.filter { $0.starts(with: row.prefix(3)) })
        }
        scan.reset()
        #expect(Snapshot.rows(scan) == all)
      }
    }
  }

  @Test(arguments: [3, 4, 6]) func seekMovesForwardOnly(_ number: Int) throws {
    let (seed, size, graphs, rounds) = Self.sizes[number - 1]
    let model = try Model(seed: seed, size: size, graphs: graphs, rounds: rounds)
    let snapshot = try model.store.snapshot()
    var random = SeededGenerator(seed: seed)
    let cells = (0..<3).map { _ in UnsafeMutablePointer<TermID>.allocate(capacity: 1) }
    defer { for cell in cells { cell.deallocate() } }
    for selection in selections(snapshot) {
      for order in IndexOrder.allCases {
        let all = model.rows(order, [], selection)
        for length in 0...1 {
          let prefix = Array((all.randomElement(using: &random) ?? [.none]).prefix(length))
          let rows = all.filter { $0.starts(with: prefix) }
          let scan = snapshot.scan(order, prefix: prefix, graph: selection)
          var place = 0
          while place < rows.count {
            let target = rows[Int.random(in: 0..<rows.count, using: &random)]
            let width = Int.random(in: 1...2, using: &random)
            let from = Array(target[length..<length + width])
            if width == 1 { scan.seek(from[0]) } else { scan.seek(from[0], from[1]) }
            while place < rows.count, rows[place][length..<length + width].lexicographicallyPrecedes(from) {
              place += 1
            }
            let count = scan.next(cells[0], cells[1], cells[2], graph: nil, capacity: 1)
            #expect(count == (place < rows.count ? 1 : 0))
            if count == 1, place < rows.count { #expect(cells.map { $0[0] } == Array(rows[place].prefix(3))) }
            place += 1
          }
        }
      }
    }
  }

  @Test func containsAgreesWithTheModel() throws {
    let model = try Model(seed: 12, size: 400, graphs: 3, rounds: 2)
    let snapshot = try model.store.snapshot()
    var random = SeededGenerator(seed: 1)
    for selection in selections(snapshot) {
      let held = Set(model.rows(.spo, [], selection).map { Array($0.prefix(3)) })
      for quad in model.quads.shuffled(using: &random).prefix(100) {
        #expect(
          snapshot.contains(quad[0], quad[1], quad[2], graph: selection)
            == held.contains(Array(quad.prefix(3))))
        #expect(
          !snapshot.contains(quad[0], quad[0], quad[1], graph: selection)
            || held.contains([quad[0], quad[0], quad[1]]))
      }
    }
  }

  @Test func aTripleInThousandsOfGraphsIsOneTriple() throws {
    let folder = TemporaryFolder()
    let store = try TripleStore.open(folder.path, .create)
    let count = 30000
    for _ in 0..<2 {
      try store.write { transaction in
        let ids = try ["s", "p", "o"].map { try transaction.intern(.iri($0)) }
        for number in 0..<count {
          try transaction.insert(
            ids[0], ids[1], ids[2], graph: transaction.intern(.iri("https://example.org/g\(number)")))
        }
        try transaction.insert(ids[1], ids[1], ids[2])
      }
    }
    let snapshot = try store.snapshot()
    #expect(snapshot.tripleCount == 2)
    #expect(snapshot.quadCount == count + 1)
    #expect(snapshot.graphs.count == count)
    #expect(Snapshot.rows(snapshot.scan(.pos)).count == 2)
    #expect(snapshot.count(.osp, []) == 2)
    #expect(snapshot.count(.osp, [], graph: .eachNamed) == count)
  }
}
