import Glibc
import RDF

/// Which of up to 255 stretches of the alphabet each subject of a store belongs to.
struct SubjectBuckets {
  private static let most = 255
  /// Texts that are looked at to find where one bucket ends.
  private static let samples = 16

  private let terms: TermWindow
  /// By IRI: 0 for what is no subject, else the number of its bucket.
  private var numbers: [UInt8]
  private var subjects = 0
  /// The first text of each bucket but the first, ascending.
  private var bounds: [[UInt8]] = []
  private var latest = 0

  init(_ terms: TermWindow) {
    self.terms = terms
    numbers = Array(repeating: 0, count: terms.count)
  }

  /// - Precondition: it is an IRI, and new.
  mutating func insert(_ subject: TermID) {
    numbers[Int(subject.payload)] = 1
    subjects += 1
  }

  /// Divides the subjects so that each bucket has about `run` of them.
  mutating func divide(run: Int) {
    let buckets = min(SubjectBuckets.most, (subjects + run - 1) / run)
    let step = max(1, subjects / (buckets * SubjectBuckets.samples))
    var sample: [[UInt8]] = []
    var passed = 0
    for index in numbers.indices where numbers[index] != 0 {
      if passed % step == 0 {
        sample.append(terms.withIRI(TermID(.iri, payload: UInt64(index)), Array.init))
      }
      passed += 1
    }
    sample.sort { $0.lexicographicallyPrecedes($1) }
    bounds = (1..<buckets).map { sample[$0 * sample.count / buckets] }
    for index in numbers.indices where numbers[index] != 0 {
      numbers[index] = terms.withIRI(TermID(.iri, payload: UInt64(index)), bucket)
    }
  }

  /// The number of the bucket of a text.
  private func bucket(_ text: UnsafeBufferPointer<UInt8>) -> UInt8 {
    var (low, high) = (0, bounds.count)
    while low < high {
      let middle = (low + high) / 2
      if isBelow(text, bounds[middle]) { high = middle } else { low = middle + 1 }
    }
    return UInt8(low + 1)
  }

  private func isBelow(_ text: UnsafeBufferPointer<UInt8>, _ bound: [UInt8]) -> Bool {
    guard let start = text.baseAddress else { return !bound.isEmpty }
    let order = memcmp(start, bound, min(text.count, bound.count))
    return order == 0 ? text.count < bound.count : order < 0
  }

  /// Hands over the subjects of the next bucket by their ids; false behind the last one.
  mutating func next(_ body: (TermID) -> Void) -> Bool {
    if latest > bounds.count { return false }
    latest += 1
    for index in numbers.indices where Int(numbers[index]) == latest {
      body(TermID(.iri, payload: UInt64(index)))
    }
    return true
  }
}
