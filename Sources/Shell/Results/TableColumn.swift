/// A column of a table: its name, how wide it is, and whether it holds only numbers.
struct TableColumn {
  let name: TableCell
  private(set) var width: Int
  private var hasText = false
  private var hasNumber = false

  init(name: TableCell) {
    self.name = name
    width = name.width
  }

  var isNumeric: Bool { hasNumber && !hasText }

  mutating func widen(for cell: TableCell, numeric: Bool) {
    width = max(width, cell.width)
    if numeric { hasNumber = true } else { hasText = true }
  }

  /// Narrows the widest columns, one blank pair between two, until the line fits; none below eight columns.
  static func fit(_ columns: inout [TableColumn], into total: Int) {
    var room = total - 2 * max(0, columns.count - 1)
    var open = Array(columns.indices)
    while !open.isEmpty {
      let share = max(8, room / open.count)
      let fitting = open.filter { columns[$0].width <= share }
      if fitting.isEmpty {
        for index in open { columns[index].width = share }
        return
      }
      for index in fitting { room -= columns[index].width }
      open.removeAll { columns[$0].width <= share }
    }
  }
}

/// A text on one line and the columns that it takes on a terminal.
struct TableCell {
  let text: String
  let width: Int

  /// Line breaks and tabs become blanks; other control characters are shown as "�".
  init(text: String) {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      self.text = text
      width = text.utf8.count
      return
    }
    var shown = String.UnicodeScalarView()
    var width = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 9, 10, 13: shown.append(" ")
      case 0..<0x20, 0x7F..<0xA0: shown.append("\u{FFFD}")
      default: shown.append(scalar)
      }
      width += shown.last!.columns
    }
    self.text = String(shown)
    self.width = width
  }

  private init(text: String, width: Int) {
    self.text = text
    self.width = width
  }

  /// The text itself, or as much of it as leaves room for "…".
  func cut(to limit: Int) -> TableCell {
    if width <= limit { return self }
    var kept = String.UnicodeScalarView()
    var used = 0
    for scalar in text.unicodeScalars {
      if used + scalar.columns > limit - 1 { break }
      used += scalar.columns
      kept.append(scalar)
    }
    return TableCell(text: String(kept) + "…", width: used + 1)
  }
}

extension Unicode.Scalar {
  /// Columns on a terminal: 0 for marks that combine, 2 for wide East Asian characters, otherwise 1 (after Unicode UAX #11).
  var columns: Int {
    if value < 0x300 { return value == 0xAD ? 0 : 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
      0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
