import Diagnostics
import Documents
import Extraction
import Ontology
import RDF
import TripleStore
import Workers

/// One run of `stemma build`: files in, one named graph for each document out.
///
/// Files are read on several threads and written by one, in the order of their names. A file that looks as it did is not even
/// opened; a changed one is replaced as a whole. The store is made when there is something to write into it.
struct BuildRun {
  /// Triples after which what is written so far is committed.
  private static let commitSize = 4_000_000
  static let vocabularyGraph = String(Stemma.namespace.dropLast())
  /// Under this key stands what the extraction depends on; another value makes every file count as changed.
  static let fingerprintKey = "build:fingerprint"

  let path: String
  let patience: Patience
  let jobs: Int
  let symbol: Symbol?
  let ontology: Ontology
  let version: String

  private let fingerprint: UInt64
  private var known: [String: SourceRecord] = [:]
  /// Graphs written since the last commit.
  private var written: Set<String> = []
  private var ids = StatementIDs()
  private(set) var report = BuildReport()

  /// - Parameter version: tells one build of the tool from another; files read by another count as changed.
  init(path: String, patience: Patience, jobs: Int, symbol: Symbol?, ontology: Ontology, version: String) {
    self.path = path
    self.patience = patience
    self.jobs = jobs
    self.symbol = symbol
    self.ontology = ontology
    self.version = version
    fingerprint = BuildRun.fingerprint(version, ontology)
  }

  /// A number for what the extraction depends on.
  private static func fingerprint(_ version: String, _ ontology: Ontology) -> UInt64 {
    var hash: UInt64 = 0
    func add(_ term: Term) {
      term.withBytes { term in
        for part in [term.lexical, term.datatype, term.language] {
          hash = ByteHash.hash(UnsafeRawBufferPointer(part), seed: hash ^ UInt64(term.kind.rawValue))
        }
      }
    }
    add(.literal(Literal(version)))
    for triple in ontology.triples {
      for term in [triple.subject, .iri(triple.predicate), triple.object] { add(term) }
    }
    return hash
  }

  /// Reads `files` into the store, as its only writer from beginning to end.
  mutating func run(_ files: [InputFile]) throws {
    if FileStatus.isMissingOrEmpty(path) { return try run(files, into: nil) }
    let store = try TripleStore.open(path, .write, patience: patience)
    try store.exclusively { try run(files, into: store) }
  }

  /// - Parameter store: nil where it is still to be made.
  private mutating func run(_ files: [InputFile], into store: TripleStore?) throws {
    let isCurrent = try store.map { try readRecords(of: $0) } ?? false
    let reading = FileReading(extractor: Extractor(ontology: ontology), symbol: symbol)
    let records = isCurrent && symbol == nil ? known : [:]
    let open = files.filter { file in records[file.key].map { !$0.matches(file) } ?? true }
    report.unchanged = files.count - open.count
    report.vanished = known.keys.filter { FileStatus.isGone($0) }.sorted()
    if open.isEmpty, isCurrent { return }
    let workers = OrderedWorkers(open, jobs: jobs) { reading.read($0, known: records[$0.key]) }
    let bar = ProgressBar(total: open.count)
    defer { bar.clear() }
    var owners = GraphOwners(known, inputs: Set(files.map(\.key)))
    var position = 0
    func next() -> (InputFile, FileReading.Outcome)? {
      guard let outcome = workers.next() else { return nil }
      defer { position += 1 }
      bar.show(position + 1, open[position].path)
      return (open[position], outcome)
    }
    var waiting = next()
    while let (_, outcome) = waiting, case .failed(let error) = outcome {
      report.failures.append(error)
      waiting = next()
    }
    guard waiting != nil else { return }
    let target = try store ?? TripleStore.open(path, .create, patience: patience)
    var needsVocabulary = !isCurrent
    try target.exclusively {
      while waiting != nil {
        try target.write { transaction in
          var count = needsVocabulary ? try writeVocabulary(transaction) : 0
          needsVocabulary = false
          while count < BuildRun.commitSize, let (file, outcome) = waiting {
            count += try write(outcome, of: file, &owners, transaction)
            waiting = next()
          }
          try GraphDigests.write(written, transaction)
          written.removeAll()
        }
      }
    }
  }

  /// Loads what the store remembers; true where it was built from this vocabulary by this version.
  private mutating func readRecords(of store: TripleStore) throws -> Bool {
    let snapshot = try store.snapshot()
    known = SourceRecord.all(in: try snapshot.records())
    return snapshot.record(BuildRun.fingerprintKey) == Array(String(fingerprint, radix: 16).utf8)
  }

  private mutating func writeVocabulary(_ transaction: Transaction) throws -> Int {
    try transaction.removeGraph(.iri(BuildRun.vocabularyGraph))
    transaction.beginSource()
    try transaction.add(ontology.triples, graph: .iri(BuildRun.vocabularyGraph))
    try transaction.setRecord(BuildRun.fingerprintKey, Array(String(fingerprint, radix: 16).utf8))
    written.insert(BuildRun.vocabularyGraph)
    return ontology.triples.count
  }

  /// Writes what came of one file and gives the number of triples.
  private mutating func write(
    _ outcome: FileReading.Outcome, of file: InputFile, _ owners: inout GraphOwners,
    _ transaction: Transaction
  ) throws -> Int {
    switch outcome {
    case .failed(let error):
      report.failures.append(error)
      return 0
    case .same(let hash):
      report.unchanged += 1
      try remember(
        SourceRecord(file, hash: hash, graphs: known[file.key]?.graphs ?? []), of: file.key, transaction)
      return 0
    case .extracted(let extractions, let warnings, let hash):
      report.warnings += warnings
      for graph in known[file.key]?.graphs ?? [] { try removeGraph(graph, transaction) }
      var graphs: [String] = []
      var count = 0
      for extraction in extractions {
        let graph = extraction.graph.value
        guard try claim(extraction, for: file, &owners, transaction) else { continue }
        transaction.beginSource()
        try ids.add(
          extraction.statements, graph: transaction.intern(.iri(extraction.graph)), to: transaction)
        graphs.append(graph)
        written.insert(graph)
        count += extraction.statements.rows.count
        report.count(extraction)
      }
      try remember(SourceRecord(file, hash: hash, graphs: graphs), of: file.key, transaction)
      return count
    }
  }

  /// Whether `file` may write the document's graph; says so where another file has it.
  private mutating func claim(
    _ extraction: Extraction, for file: InputFile, _ owners: inout GraphOwners, _ transaction: Transaction
  ) throws -> Bool {
    let graph = extraction.graph.value
    let name = graph.hasPrefix(Stemma.documents) ? String(graph.dropFirst(Stemma.documents.count)) : graph
    switch owners.claim(graph, for: file.key, reissue: extraction.reissue) {
    case .free: return true
    case .taken(let owner):
      report.warnings.append(.warning("\(name) is in '\(owner)' and in '\(file.path)': the first is kept"))
      return false
    case .inherited(let owner):
      report.warnings.append(.warning("\(name) came from '\(owner)': replaced by '\(file.path)'"))
      try giveUp(graph, by: owner, transaction)
      return true
    case .supersedes(let owner):
      report.warnings.append(
        .warning("\(name) is in '\(owner)' and reissued in '\(file.path)': the reissue is kept"))
      report.uncount(extraction.graph)
      try giveUp(graph, by: owner, transaction)
      return true
    }
  }

  private mutating func giveUp(_ graph: String, by owner: String, _ transaction: Transaction) throws {
    try removeGraph(graph, transaction)
    if var record = known[owner] {
      record.graphs.removeAll { $0 == graph }
      try remember(record, of: owner, transaction)
    }
  }

  private mutating func removeGraph(_ graph: String, _ transaction: Transaction) throws {
    try transaction.removeGraph(.iri(graph))
    try GraphDigests.remove(graph, transaction)
    written.remove(graph)
  }

  private mutating func remember(_ record: SourceRecord, of file: String, _ transaction: Transaction) throws {
    known[file] = record
    try transaction.setRecord(SourceRecord.key(for: file), record.bytes)
  }
}
