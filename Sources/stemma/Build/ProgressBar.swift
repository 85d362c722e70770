@preconcurrency import Glibc
import Shell

/// How far a build or a load has come, drawn on stderr where a person looks, nowhere else.
final class ProgressBar {
  private static let width = 30

  private let total: Int
  private let isShown = isatty(2) == 1
  private var drawn = -1

  /// - Parameter total: What there is to do; 0 where nobody knows.
  init(total: Int = 0) { self.total = total }

  /// Draws the bar where a thousandth of the way has been covered since it was last drawn.
  func show(_ done: Int, _ name: String) {
    guard isShown, total > 0 else { return }
    let part = done * 1000 / total
    if part == drawn { return }
    drawn = part
    let full = done * ProgressBar.width / total
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: ProgressBar.width - full)
    fputs(
      "\r\u{1B}[K\(bar) \(done.formattedWithCommas)/\(total.formattedWithCommas)  \(name.suffix(40))", stderr)
  }

  /// Draws a text where the bar would be.
  func show(_ text: String) {
    guard isShown else { return }
    drawn = 0
    fputs("\r\u{1B}[K\(text)", stderr)
  }

  func clear() {
    if isShown, drawn >= 0 { fputs("\r\u{1B}[K", stderr) }
  }
}
