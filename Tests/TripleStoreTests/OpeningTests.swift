import Diagnostics
import Glibc
import RDF
import Testing

@testable import TripleStore

@Suite struct OpeningTests {
  private let folder = TemporaryFolder()

  private func message(_ path: String, _ access: TripleStore.Access) -> String {
    do {
      _ = try TripleStore.open(path, access)
      return "opened"
    } catch let diagnostic as Diagnostic {
      return diagnostic.message
    } catch {
      return "other error"
    }
  }

  private func write(_ text: String, to path: String) {
    guard let file = fopen(path, "w") else { return }
    fputs(text, file)
    fclose(file)
  }

  @Test func missingFoldersAreNamed() {
    let path = folder.path + "/none"
    for access in [TripleStore.Access.read, .write] {
      #expect(message(path, access) == "'\(path)' is not a stemma store: there is no such folder")
    }
    #expect(TemporaryFolder.names(folder.path) == [])
  }

  @Test func foreignFoldersAreLeftAlone() {
    write("hello", to: folder.path + "/notes.txt")
    for access in [TripleStore.Access.read, .write] {
      #expect(message(folder.path, access) == "'\(folder.path)' is not a stemma store")
    }
    #expect(message(folder.path, .create) == "'\(folder.path)' is not a stemma store and not empty")
    #expect(TemporaryFolder.names(folder.path) == ["notes.txt"])
    let file = folder.path + "/notes.txt"
    #expect(message(file, .read) == "'\(file)' is not a stemma store")
    #expect(message(file, .create).contains(file))
  }

  @Test func anotherVersionIsNamed() throws {
    let store = try TripleStore.open(folder.path + "/s", .create)
    try store.write { try $0.setRecord("k", [1]) }
    write("stemma store 99\n", to: folder.path + "/s/stemma-store")
    #expect(message(folder.path + "/s", .read).contains("version 99"))
    write("something else\n", to: folder.path + "/s/stemma-store")
    #expect(message(folder.path + "/s", .read) == "'\(folder.path)/s' is not a stemma store")
  }

  @Test func cutOffDataIsSeen() throws {
    let path = folder.path + "/s"
    do {
      let store = try TripleStore.open(path, .create)
      try store.write { transaction in
        try transaction.add(
          (0..<5000).map { Triple(.iri("https://example.org/\($0)"), IRI("p"), .integer($0)) })
      }
    }
    #expect(message(path, .read) == "opened")
    truncate(path + "/data.mdb", 40000)
    #expect(message(path, .read).hasPrefix("the store is damaged"))
    truncate(path + "/data.mdb", 0)
    #expect(message(path, .write).hasPrefix("the store is damaged"))
    unlink(path + "/data.mdb")
    #expect(message(path, .read) == "'\(path)' is not a stemma store: its data is missing")
    #expect(message(path, .create).hasPrefix("the store is damaged"))
  }

  @Test func dataThatIsNotADatabaseIsRefused() {
    write("stemma store 5\n                  0\n", to: folder.path + "/stemma-store")
    write(String(repeating: "not a database ", count: 2000), to: folder.path + "/data.mdb")
    #expect(message(folder.path, .read) == "'\(folder.path)' is not a stemma store: its data is not readable")
  }

  @Test func anEmptyStoreAnswers() throws {
    let path = folder.path + "/a/b"
    let store = try TripleStore.open(path, .create)
    let snapshot = try store.snapshot()
    #expect(snapshot.tripleCount == 0)
    #expect(snapshot.graphs == [])
    #expect(Snapshot.rows(snapshot.scan(.pos)) == [])
    #expect(snapshot.count(.spo, []) == 0)
    #expect(snapshot.id(of: .iri("x")) == .none)
    #expect(snapshot.id(of: .integer(3)) == TermID(integer: 3))
  }

  @Test func twoOpeningsOfOneFolderShareIt() throws {
    let first = try TripleStore.open(folder.path + "/s", .create)
    let second = try TripleStore.open(
      folder.path + "/../" + (folder.path.split(separator: "/").last ?? "") + "/s", .read)
    try first.write { try $0.setRecord("k", [7]) }
    #expect(try second.snapshot().record("k") == [7])
  }
}
