/// The numbers that a source's resources have as nodes.
struct NodeNumbers: Sendable {
  private static let unknown: Int32 = -1
  private static let seen: Int32 = -2

  private var numbers: [Int32]
  /// Resources that were first seen as objects.
  private var pending: [Int32] = []
  private(set) var count = 0

  /// - Parameter bound: above the numbers of all resources.
  init(bound: Int) { numbers = Array(repeating: NodeNumbers.unknown, count: bound) }

  @inline(__always)
  subscript(resource: Int) -> Int { Int(numbers[resource]) }

  /// Numbers the next subjects.
  mutating func add(subjects: [Int32]) {
    for subject in subjects {
      numbers[Int(subject)] = Int32(count)
      count += 1
    }
  }

  /// Notes resources that must be nodes, subjects or not.
  mutating func see(_ objects: [Int32]) {
    for object in objects where numbers[Int(object)] == NodeNumbers.unknown {
      numbers[Int(object)] = NodeNumbers.seen
      pending.append(object)
    }
  }

  /// Numbers the resources that are no subjects, and gives them.
  mutating func addRest() -> [Int] {
    let rest = pending.filter { numbers[Int($0)] == NodeNumbers.seen }
    pending = []
    add(subjects: rest)
    return rest.map(Int.init)
  }
}
