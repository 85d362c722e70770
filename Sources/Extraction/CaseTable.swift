/// A value for every case of an enumeration whose cases hold nothing, which is a byte then.
struct CaseTable<Case: CaseIterable & Sendable, Value: Sendable>: Sendable {
  private let values: [Value]

  /// Asks `value` for each case once.
  init(_ value: (Case) -> Value) {
    precondition(MemoryLayout<Case>.size == 1, "the cases hold something")
    let cases = Array(Case.allCases)
    let byPlace = cases.map { (CaseTable.place($0), value($0)) }.sorted { $0.0 < $1.0 }
    precondition(byPlace.enumerated().allSatisfy { $0 == $1.0 }, "the cases are not numbered from 0 on")
    values = byPlace.map(\.1)
  }

  subscript(one: Case) -> Value { values[CaseTable.place(one)] }

  @inline(__always)
  private static func place(_ one: Case) -> Int { Int(withUnsafeBytes(of: one) { $0[0] }) }
}
