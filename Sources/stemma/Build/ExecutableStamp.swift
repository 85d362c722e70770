@preconcurrency import Glibc

/// What tells one build of this tool from another: an extractor that was changed reads everything anew.
enum ExecutableStamp {
  /// The size and the date of the running program's file; empty where the system does not show it.
  static let current: String = {
    var status = stat()
    guard stat("/proc/self/exe", &status) == 0 else { return "" }
    return "\(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }()
}
