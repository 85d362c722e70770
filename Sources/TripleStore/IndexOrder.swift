/// The sorted orders in which the store keeps its triples; the letters name the columns 0, 1, 2 of a scan.
public enum IndexOrder: Int, CaseIterable, Sendable {
  case spo, pso, pos, osp

  /// The column of the subject.
  @inlinable public var subjectPosition: Int {
    switch self {
    case .spo: 0
    case .pso, .osp: 1
    case .pos: 2
    }
  }

  /// The column of the predicate.
  @inlinable public var predicatePosition: Int {
    switch self {
    case .pso, .pos: 0
    case .spo: 1
    case .osp: 2
    }
  }

  /// The column of the object.
  @inlinable public var objectPosition: Int {
    switch self {
    case .osp: 0
    case .pos: 1
    case .spo, .pso: 2
    }
  }

  var stored: StoredIndex {
    switch self {
    case .spo: .spo
    case .pso: .pso
    case .pos: .pos
    case .osp: .osp
    }
  }
}
