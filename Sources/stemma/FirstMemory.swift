import CLinux
@preconcurrency import Glibc

/// The memory that a short command needs, taken from the system in one piece: page by page, as it is touched, costs such a
/// command more than many a query.
enum FirstMemory {
  /// What an ancestry or a query over a large store comes to, about, besides its large tables.
  private static let bytes: Int32 = 1 << 20
  /// More than malloc has left from the start, less than what it would map apart.
  private static let piece = 120 << 10

  /// Has malloc hold `bytes` that are there. Where the system cannot do that, all goes on as without it.
  static func take() {
    mallopt(M_TOP_PAD, bytes)
    mallopt(M_TRIM_THRESHOLD, 64 << 20)
    guard let end = sbrk(0), let first = malloc(piece), let second = malloc(piece) else { return }
    defer { for piece in [first, second] { free(piece) } }
    guard let grown = sbrk(0), grown > end else { return }
    _ = madvise(end, grown - end, populateForWriting)
  }

  /// MADV_POPULATE_WRITE (Linux 5.14).
  private static let populateForWriting: Int32 = 23
}
