import TripleStore

/// What a test said of each id: an open-addressing table that stops learning where ids hardly repeat.
struct IDMemo {
  private var keys: [UInt64]
  private var outcomes: [Outcome]
  private var used = 0
  private var lookups = 0
  private var hits = 0
  /// False once the memo has proved to cost more than it saves.
  private(set) var isWorthwhile = true

  enum Outcome: UInt8 {
    case no, yes, error
  }

  /// Ids it holds at most.
  private static let limit = 1 << 21
  /// Lookups after which the share of hits is judged, again and again.
  private static let trial = 8_192

  init() {
    keys = Array(repeating: 0, count: 256)
    outcomes = Array(repeating: .no, count: 256)
  }

  /// The outcome noted for a bound `id`, otherwise what `compute` gives, which is noted.
  @inline(__always)
  mutating func outcome(_ id: TermID, _ compute: () throws -> Bool?) rethrows -> Bool? {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (id.rawValue &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
    lookups &+= 1
    while keys[slot] != 0 {
      if keys[slot] == id.rawValue {
        hits &+= 1
        return outcomes[slot].truth
      }
      slot = (slot + 1) & mask
    }
    let truth = try compute()
    note(id, Outcome(truth), slot)
    return truth
  }

  private mutating func note(_ id: TermID, _ outcome: Outcome, _ slot: Int) {
    if lookups % IDMemo.trial == 0 && hits * 8 < lookups { isWorthwhile = false }
    if used == IDMemo.limit { return }
    keys[slot] = id.rawValue
    outcomes[slot] = outcome
    used += 1
    if used * 2 > keys.count { grow() }
  }

  private mutating func grow() {
    let old = (keys, outcomes)
    keys = Array(repeating: 0, count: old.0.count * 2)
    outcomes = Array(repeating: .no, count: keys.count)
    let mask = keys.count - 1
    for (index, key) in old.0.enumerated() where key != 0 {
      var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
      while keys[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = key
      outcomes[slot] = old.1[index]
    }
  }
}

extension IDMemo.Outcome {
  init(_ truth: Bool?) { self = truth == nil ? .error : truth == true ? .yes : .no }

  var truth: Bool? { self == .error ? nil : self == .yes }
}
