import Testing

@testable import Documents

/// What first words and whole lines tell, by bytes.
@Suite struct PhrasingTests {
  @Test(arguments: [
    ("Recalling its resolutions", true), ("Deeply concerned at the state of the lakes", true),
    ("Also recalling", true), ("RECALLING ALSO", true), ("“Recalling", true), ("Bearing in mind", true),
    ("\u{A0}Mindful of", true), ("Having considered, further noting", true), ("During the year", false),
    ("Notwithstanding", false), ("The General Assembly", false), ("Rappelant sa résolution", false),
    ("Учитывая", false), ("Sing", false), ("Éking", true), ("Éing", false), ("", false), ("12 34", false),
    ("Well-meaning", true), ("Rea\u{FB03}rming", true), ("Reaf\u{FB01}rming its", true),
    ("Ⅳ. Recalling", false),
    ("× Recalling", true), ("Once again solemnly also recalling", false),
  ])
  func participles(text: String, isParticipial: Bool) {
    #expect(Phrasing.isParticipial(Array(text.utf8)) == isParticipial)
  }

  @Test(arguments: [
    ("5 December 2018", true), ("5 December 2018.", true), ("5\u{A0}December,\u{A0}2018", true),
    ("1er décembre 2020", true), ("9 de diciembre de 1981", true), ("5 декабря 2018", true),
    ("«5 décembre 2018»", true),
    ("5 December", false), ("5 December 2018 See", false), ("12 See A/70/1", false), ("December", false),
    ("", false), (" ,.", false), ("2018", false),
  ])
  func wholeDates(text: String, isWhole: Bool) { #expect(CalendarDate.isWhole(text) == isWhole) }

  @Test(arguments: [
    ("Annex", true), ("ANNEX II", true), ("Appendix A", true), ("Annexe", true), ("Anexo I", true),
    ("Приложение", true), ("Приложение III", true), ("附件", true), ("附件二", true), ("المرفق", true),
    ("المرفق الأول", true),
    ("Annex to the report", false), ("Annex of lakes", false), ("附件所载的湖泊宣言", false),
    ("المرفق بهذا القرار", false), ("Приложение озера", false), ("", false),
  ])
  func annexes(text: String, isAnnex: Bool) {
    #expect(Phrasing.isAnnexHeading(Array(text.utf8)) == isAnnex)
  }

  @Test(
    "preambular paragraphs are told by their commas in Chinese, Arabic and Russian, operative ones by their numbers"
  )
  func commas() throws {
    for text in [
      "大会，\n\n回顾其关于湖泊的决议，\n\n注意到船只，\n\n1. 欢迎报告；\n\n2. 请秘书长提出报告。",
      "إن الجمعية العامة،\n\nإذ تشير إلى قرارها،\n\nوإذ تحيط علما بالقوارب،\n\n1 - ترحب بالتقرير؛\n\n2 - تطلب إلى الأمين العام أن يقدم تقريرا.",
      "Генеральная Ассамблея,\n\nссылаясь на свою резолюцию,\n\nотмечая лодки,\n\n1. приветствует доклад;\n\n2. просит представить доклад.",
    ] {
      let document = try #require(try DocumentReader.read(Array(text.utf8), name: "text").first)
      let kinds = document.paragraphs.map(\.kind).filter { $0 != .heading }
      #expect(kinds == [.preambular, .preambular, .operative, .operative], "\(text)")
    }
  }

  @Test func breaks() {
    func lines(_ text: String) -> [[String]] {
      TextLine.pages(Array(text.utf8)).map { $0.map { String(decoding: $0.bytes, as: UTF8.self) } }
    }
    #expect(lines("a\nb\r\n\n c\u{0C}\nd\u{0C}e\nf") == [["a", "b", "c"], ["d"], ["e", "f"]])
    #expect(lines("\u{0C}\u{0C}a") == [[], [], ["a"]])
    #expect(lines("a\u{0C}\u{0C}\nb\n\u{0C}") == [["a"], [], ["b"], []])
    #expect(lines("") == [[]])
    #expect(lines("\n") == [[]])
    #expect(TextLine.pages(Array("a\n\nb\u{0C}c".utf8)).joined().map(\.blankBefore) == [false, true, false])
  }

  /// Each marker is sought between those of its neighbours, and a number stays whole where two places would do.
  @Test func gluedMarkers() {
    func lifted(_ texts: [String], _ labels: Set<Int>) -> [String] {
      var blocks = texts.map { text in
        var block = Block()
        block.text = RunningText(text.utf8)
        return block
      }
      var markers = NumberMarkers(labels: labels)
      markers.lift(from: &blocks)
      return blocks.map { block in
        String(decoding: block.text.bytes, as: UTF8.self)
          + block.text.markers.map { " \($0.label)@\($0.offset)" }.joined()
      }
    }
    #expect(lifted(["see 1998/7211, and"], [11]) == ["see 1998/72, and 11@11"])
    #expect(
      lifted(["see 1998/7211, and", "see 1999/7311, and"], [11]) == [
        "see 1998/7211, and", "see 1999/7311, and",
      ])
    #expect(
      lifted(["see 1998/7211, and", "see 1999/7312, and"], [11, 12])
        == ["see 1998/72, and 11@11", "see 1999/73, and 12@11"])
    #expect(lifted(["see 1998/7212, and", "see 1999/7311, and"], [11, 12]).joined().contains("11@11"))
    #expect(lifted([], [1]) == [])
  }
}
