import CLMDB
import RDF

/// The store at one moment: nothing that is committed later shows.
///
/// A read transaction, ended when the last reference goes; several may live at once, each used by one thread at a time.
/// Pointers that it hands out stay valid as long as it lives.
public final class Snapshot {
  let environment: Environment
  let transaction: OpaquePointer
  /// False inside a write transaction, whose state it then shows until the next change.
  private let isOwner: Bool
  let counts: StoreCounts
  let terms: TermReader
  private var directories = [BlockDirectory?](repeating: nil, count: StoredIndex.allCases.count)
  private var cursors = [BlockCursor?](repeating: nil, count: StoredIndex.allCases.count)
  private var namedGraphs: [TermID]?
  /// Small named graphs that were asked for in other orders than `spo`.
  var sortedGraphs: [TermID: [IndexOrder: BlockDirectory]] = [:]

  init(_ environment: Environment, writing: OpaquePointer? = nil) throws {
    self.environment = environment
    let transaction = try writing ?? environment.begin(write: false)
    self.transaction = transaction
    let isOwner = writing == nil
    self.isOwner = isOwner
    do {
      counts = try StoreCounts(environment.database(.meta, transaction))
      // The latest commit wrote the counts: if not, the root that LMDB chose is not the latest.
      if isOwner, counts.commit != mdb_txn_id(transaction) {
        throw StoreError.damaged("its latest commit is missing")
      }
    } catch {
      if isOwner { mdb_txn_abort(transaction) }
      throw error
    }
    let counts = counts
    terms = TermReader(
      chunks: environment.chunks(transaction, counts, isShared: isOwner),
      text: environment.database(.text, transaction),
      hashes: {
        BlockCursor(
          try environment.directory(.hash, transaction, counts, isShared: isOwner),
          environment.database(.index(.hash), transaction))
      },
      tags: { try TermTags($0, environment.database(.tags, transaction), count: counts.tags($0)) },
      damage: environment.damage)
  }

  deinit { if isOwner { mdb_txn_abort(transaction) } }

  /// Distinct triples of all graphs merged.
  public var tripleCount: Int { counts.triples }

  /// Quads, the unnamed graph's included.
  public var quadCount: Int { counts.quads }

  /// The named graphs that hold a triple, sorted by id.
  ///
  /// - Complexity: the first time O(graphs × log quads).
  public var graphs: [TermID] {
    if let namedGraphs { return namedGraphs }
    var found: [TermID] = []
    let cursor = cursor(.gspo)
    var position = BlockCursor.Position(block: 0, row: 0)
    while position.block < cursor.directory.count {
      cursor.enter(position.block)
      if cursor.rowCount == 0 {
        position.block += 1
        continue
      }
      let graph = cursor.column(0, group: position.row / BlockFormat.group)[position.row % BlockFormat.group]
      found.append(TermID(rawValue: graph))
      position = cursor.position(of: Row(graph), columns: 1, after: true)
    }
    namedGraphs = found
    return found
  }

  /// Throws what was found damaged in the store since this process opened it: what was read till now may lack something.
  public func throwIfDamaged() throws { try environment.damage.throwIfFound() }

  /// The blocks of an index. One that cannot be read counts as empty, and is noted.
  func directory(_ index: StoredIndex) -> BlockDirectory {
    if let known = directories[index.rawValue] { return known }
    let made =
      environment.damage.noting {
        try environment.directory(index, transaction, counts, isShared: isOwner)
      } ?? .empty
    directories[index.rawValue] = made
    return made
  }

  /// A cursor of an index.
  ///
  /// - Parameter copies: it copies blocks from the file, so that they do not stay mapped.
  func newCursor(_ index: StoredIndex, copies: Bool = false) -> BlockCursor {
    BlockCursor(
      directory(index), environment.database(.index(index), transaction),
      copyingFrom: copies ? environment.file : nil)
  }

  /// The snapshot's own cursor of an index, for counts and single look-ups.
  func cursor(_ index: StoredIndex) -> BlockCursor {
    if let known = cursors[index.rawValue] { return known }
    let made = newCursor(index)
    cursors[index.rawValue] = made
    return made
  }
}
