@preconcurrency import CEdit
@preconcurrency import Glibc

/// Lines typed at a terminal: editing, history kept between sessions, completion with Tab; libedit's readline layer.
///
/// One at a time: libedit keeps its state in globals.
public final class TerminalLines: LineSource {
  private static let historyLength: Int32 = 2000

  /// The words that may stand where the given beginning of a word stands on the given line.
  nonisolated(unsafe) private static var completions: (String, String) -> [String] = { _, _ in [] }
  nonisolated(unsafe) private static var matches: [String] = []
  /// libedit reads this for as long as it lives.
  nonisolated(unsafe) private static let wordBreaks = strdup(" \t\n(){},;|")

  private let historyPath: String?

  /// - Parameter historyPath: nil keeps no history.
  public init(historyPath: String?, completions: @escaping (String, String) -> [String]) {
    self.historyPath = historyPath
    setlocale(LC_CTYPE, "")
    rl_readline_name = UnsafePointer(strdup("stemma"))
    rl_initialize()
    using_history()
    stifle_history(TerminalLines.historyLength)
    if let historyPath { read_history(historyPath) }
    TerminalLines.completions = completions
    rl_completer_word_break_characters = TerminalLines.wordBreaks
    rl_completion_append_character = 0
    rl_attempted_completion_over = 1
    rl_attempted_completion_function = { text, _, _ in
      rl_attempted_completion_over = 1
      guard let text else { return nil }
      let line = rl_line_buffer.map { String(cString: $0) } ?? ""
      TerminalLines.matches = TerminalLines.completions(String(cString: text), line)
      return rl_completion_matches(text) { _, state in
        let index = Int(state)
        return index < TerminalLines.matches.count ? strdup(TerminalLines.matches[index]) : nil
      }
    }
  }

  public var isInteractive: Bool { true }

  public func next(prompt: String) -> Line {
    Interruption.clear()
    let typed = readline(prompt)
    defer { free(typed) }
    guard let typed else {
      // The signal ends the line that was being typed.
      puts(Interruption.isRaised ? "^C" : "")
      return Interruption.isRaised ? .interrupted : .end
    }
    let text = String(cString: typed)
    if text.utf8.contains(where: { $0 > 0x20 }) { remember(text) }
    return .text(text)
  }

  private func remember(_ line: String) {
    if history_length > 0, let last = history_get(history_base + history_length - 1),
      let text = last.pointee.line, String(cString: text) == line
    {
      return
    }
    add_history(line)
    if let historyPath { write_history(historyPath) }
  }

  /// `$XDG_STATE_HOME/stemma/history`, by default under `~/.local/state`; nil where there is no home.
  public static func defaultHistoryPath() -> String? {
    func value(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    guard let folder = value("XDG_STATE_HOME") ?? value("HOME").map({ $0 + "/.local/state" }) else {
      return nil
    }
    var path = ""
    for part in (folder + "/stemma").split(separator: "/") {
      path += "/" + part
      mkdir(path, 0o700)
    }
    return path + "/history"
  }
}
