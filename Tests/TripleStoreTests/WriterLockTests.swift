import Diagnostics
import Glibc
import RDF
import Synchronization
import Testing

@testable import TripleStore

/// One writer at a time: the second waits, is told for whom, and may give up. A lock belongs to an open file, so two in one process
/// behave as in two.
@Suite struct WriterLockTests {
  private let folder = TemporaryFolder()

  @Test func theSecondGivesUpAndSaysForWhom() throws {
    let held = try WriterLock(folder.path, Patience())
    let told = Mutex<[String]>([])
    do {
      _ = try WriterLock(
        folder.path, Patience(seconds: 0.1) { other in told.withLock { $0.append(other) } })
      Issue.record("two writers at once")
    } catch let error as Diagnostic {
      #expect(error.message.hasPrefix("'\(folder.path)' is being written by "))
      #expect(error.message.hasSuffix("(process \(getpid()))"))
    }
    #expect(told.withLock { $0.count } == 1)
    withExtendedLifetime(held) {}
  }

  @Test func theSecondGoesOnWhenTheFirstIsDone() throws {
    let held = Mutex<WriterLock?>(try WriterLock(folder.path, Patience()))
    // The wait itself lets the first go.
    let second = try WriterLock(folder.path, Patience(seconds: 60) { _ in held.withLock { $0 = nil } })
    withExtendedLifetime(second) {}
  }

  @Test func aLockOnARemovedFileIsNone() throws {
    let path = folder.path
    let held = Mutex<WriterLock?>(try WriterLock(path, Patience()))
    let second = try WriterLock(
      path,
      Patience(seconds: 60) { _ in
        // The first removes the store before it is done.
        unlink(path + "/" + WriterLock.name)
        held.withLock { $0 = nil }
      })
    #expect(throws: Diagnostic.self) { try WriterLock(path, Patience(seconds: 0)) }
    withExtendedLifetime(second) {}
  }

  @Test func severalWritesAreOneTurn() throws {
    let store = try TripleStore.open(folder.path, .create)
    let triple = Triple(.iri("http://e/s"), IRI("http://e/p"), .integer(1))
    try store.exclusively {
      try store.write { try $0.add([triple]) }
      #expect(throws: Diagnostic.self) { try WriterLock(folder.path, Patience(seconds: 0)) }
      try store.write { try $0.add([triple]) }
    }
    _ = try WriterLock(folder.path, Patience(seconds: 0))
  }
}
