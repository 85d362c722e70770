extension WordList {
  /// Words are not spaced, so only those are listed that stand around numbers; `TokenizedText` finds 第 … 号决议 itself.
  static let chinese = WordList(
    words: """
      and: 和
      """,
    months: "", abbreviations: "",
    bodies: """
      General Assembly: 大会
      Security Council: 安全理事会; 安理会
      Economic and Social Council: 经济及社会理事会
      Human Rights Council: 人权理事会
      Commission on Human Rights: 人权委员会
      """)
}
