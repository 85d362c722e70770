@preconcurrency import Glibc

/// Memory for tables that are read or written at random: large ones lie in large pages where the system gives them, so that
/// neither making nor using one meets a page fault or a missing translation for every few entries.
public enum LargeMemory {
  private static let largePage = 2 << 20

  /// `count` words of zero, to be given back with `free`.
  public static func zeros(_ count: Int) -> UnsafeMutablePointer<UInt64> {
    let memory = words(count)
    memset(memory, 0, count * MemoryLayout<UInt64>.stride)
    return memory
  }

  /// `count` words of anything, to be given back with `free`.
  public static func words(_ count: Int) -> UnsafeMutablePointer<UInt64> {
    allocate(count * MemoryLayout<UInt64>.stride).bindMemory(to: UInt64.self, capacity: count)
  }

  /// Bytes of anything, to be given back with `free`.
  static func allocate(_ bytes: Int) -> UnsafeMutableRawPointer {
    var memory: UnsafeMutableRawPointer?
    if bytes < largePage {
      memory = malloc(bytes)
    } else if posix_memalign(&memory, largePage, bytes) == 0, let memory {
      // Advice: what the system makes of it changes no answer.
      _ = madvise(memory, bytes, MADV_HUGEPAGE)
    }
    guard let memory else { fatalError("no memory for \(bytes) bytes") }
    return memory
  }
}
