import Diagnostics
@preconcurrency import Glibc
import Shell

/// How far a build or a load has come, how fast it goes and how long it will take, drawn on stderr where a person looks,
/// nowhere else.
final class ProgressBar {
  private static let width = 30
  /// Seconds between two drawings.
  private static let pause = 0.1

  private let total: Int
  private let isShown = isatty(2) == 1
  private let start = ProgressBar.clock()
  private var drawn = 0.0

  /// - Parameter total: What there is to do; 0 where nobody knows.
  init(total: Int = 0) { self.total = total }

  /// Draws the bar, unless that was done a moment ago.
  func show(_ done: Int, _ name: String) {
    guard isShown, total > 0 else { return }
    let now = ProgressBar.clock()
    guard now - drawn >= ProgressBar.pause || done == total else { return }
    drawn = now
    let line = text(done, seconds: now - start)
    let room = ProgressBar.columns() - line.unicodeScalars.count - 3
    let end = room >= 12 ? "  " + String(name.suffix(room)).visible : ""
    fputs("\r\u{1B}[K\(line)\(end)", stderr)
  }

  /// "███░░░ 1,204/2,207  412/s  3 s left".
  private func text(_ done: Int, seconds: Double) -> String {
    let full = done * ProgressBar.width / total
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: ProgressBar.width - full)
    let count = "\(bar) \(done.formattedWithCommas)/\(total.formattedWithCommas)"
    let rate = Double(done) / max(seconds, 0.001)
    guard seconds >= 0.5, rate >= 1 else { return count }
    let left = Int((Double(total - done) / rate).rounded(.up))
    let time = left < 100 ? "\(left) s" : "\((left + 59) / 60) min"
    return "\(count)  \(Int(rate).formattedWithCommas)/s  \(time) left"
  }

  /// Draws a text where the bar would be.
  func show(_ text: String) {
    guard isShown else { return }
    drawn = ProgressBar.clock()
    fputs("\r\u{1B}[K\(text)", stderr)
  }

  func clear() {
    if isShown, drawn > 0 { fputs("\r\u{1B}[K", stderr) }
  }

  /// Seconds since some moment, whatever the calendar does.
  private static func clock() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1_000_000_000
  }

  /// The width of the terminal.
  private static func columns() -> Int {
    var size = winsize()
    return ioctl(2, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }
}
