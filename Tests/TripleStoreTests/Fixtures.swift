import Glibc
import RDF
import TripleStore

/// Numbers that look random and are the same on every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// A new folder under /tmp that goes when this goes.
final class TemporaryFolder {
  let path: String

  init() {
    var template = Array("/tmp/stemma-test-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) } != nil
    }
    precondition(made, "no folder under /tmp")
    path = template.withUnsafeBufferPointer { buffer in buffer.baseAddress.map { String(cString: $0) } ?? "" }
  }

  deinit { TemporaryFolder.remove(path) }

  /// The names in a folder, without `.` and `..`.
  static func names(_ path: String) -> Set<String> {
    var names: Set<String> = []
    guard let listing = opendir(path) else { return [] }
    defer { closedir(listing) }
    while let entry = readdir(listing) {
      names.insert(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names.subtracting([".", ".."])
  }

  private static func remove(_ path: String) {
    for name in names(path) { remove(path + "/" + name) }
    Glibc.remove(path)
  }
}

extension Snapshot {
  /// Everything a scan delivers, `step` rows a call.
  static func rows(_ scan: IndexScan, step: Int = 7) -> [[TermID]] {
    let columns = (0..<4).map { _ in UnsafeMutablePointer<TermID>.allocate(capacity: step) }
    defer { for column in columns { column.deallocate() } }
    var rows: [[TermID]] = []
    while true {
      let count = scan.next(columns[0], columns[1], columns[2], graph: columns[3], capacity: step)
      if count == 0 { return rows }
      for row in 0..<count { rows.append(columns.map { $0[row] }) }
    }
  }
}

/// Lexicographic order of rows.
func precedes(_ left: [TermID], _ right: [TermID]) -> Bool { left.lexicographicallyPrecedes(right) }
