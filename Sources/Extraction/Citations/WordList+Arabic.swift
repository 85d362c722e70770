extension WordList {
  /// Prefixes and possessive endings are parts of the words: "قراراتها", its resolutions.
  static let arabic = WordList(
    words: """
      resolution: قرار القرار قرارها قراره قراري قراريها قراراتها قراراته القرارات قرارات القرارين بقرار بقرارها
      resolution: وقرار وقرارها وقراراتها لقرار لقرارها للقرار والقرار والقرارات بالقرار
      decision: مقرر المقرر مقررها مقرره مقرراتها مقررات المقررات
      of: المؤرخ المؤرخين المؤرخة المؤرخات
      and: و
      or: أو
      in: في
      number: رقم
      part: الفقرة فقرة الفقرات الفرع المرفق مرفق الجزء
      article: المادة مادة المواد
      chapter: الفصل فصل
      volume: المجلد
      """,
    // As dates give them behind the Syriac name and a slash.
    months: "يناير فبراير مارس أبريل مايو يونيه يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    abbreviations: "",
    bodies: """
      General Assembly: الجمعية العامة
      Security Council: مجلس الأمن
      Economic and Social Council: المجلس الاقتصادي والاجتماعي
      Human Rights Council: مجلس حقوق الإنسان
      Commission on Human Rights: لجنة حقوق الإنسان
      """)
}
