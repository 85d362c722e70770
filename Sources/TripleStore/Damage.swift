import Diagnostics
import Synchronization
import Workers

/// What was found wrong with a store while it was read.
///
/// Scans and look-ups do not throw: they note the first damage here and deliver nothing from the damaged place; whoever
/// uses what they delivered asks `Snapshot.throwIfDamaged` before the answer counts.
final class Damage: Sendable {
  private let first = Guarded<Diagnostic?>(nil)
  /// So that asking costs one load.
  private let isFound = Atomic(false)

  func note(_ damage: Diagnostic) {
    first.withLock { if $0 == nil { $0 = damage } }
    isFound.store(true, ordering: .releasing)
  }

  /// The value of `body`; nil, and noted, where it throws.
  func noting<Value>(_ body: () throws -> Value) -> Value? {
    do {
      return try body()
    } catch {
      note(error as? Diagnostic ?? StoreError.damaged("\(error)"))
      return nil
    }
  }

  @inline(__always)
  func throwIfFound() throws {
    if isFound.load(ordering: .acquiring), let damage = first.withLock({ $0 }) { throw damage }
  }
}
