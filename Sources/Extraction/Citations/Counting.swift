/// How far an organ that counts its resolutions on and on had come by a session or a year.
enum Counting {
  /// Sessions and the number, to within a few, of their first resolution; between them the count is taken as even.
  static let assembly: [(session: Int, number: Int)] = [
    (1, 1), (2, 102), (3, 181), (4, 266), (5, 377), (6, 483), (7, 601), (8, 701), (9, 805), (10, 901),
    (11, 991),
    (12, 1115), (13, 1230), (14, 1349), (15, 1476), (16, 1606), (17, 1730), (18, 1849), (19, 1991),
    (20, 2004),
    (21, 2131), (22, 2231), (23, 2370), (24, 2479), (25, 2606), (26, 2750), (27, 2899), (28, 3049),
    (29, 3184),
    (30, 3357), (31, 3541),
  ]
  static let council: [(session: Int, number: Int)] = [
    (1, 1), (2, 10), (4, 35), (7, 150), (10, 270), (15, 455), (20, 575), (22, 620), (24, 650), (28, 715),
    (30, 760),
    (34, 885), (39, 1060), (42, 1210), (44, 1285), (48, 1470), (50, 1555), (54, 1730), (58, 1900), (60, 1980),
    (63, 2095), (64, 2140),
  ]

  /// The same by years.
  static let securityCouncil: [(session: Int, number: Int)] = [
    (1946, 1), (1950, 79), (1960, 132), (1970, 276), (1980, 462), (1990, 646), (1995, 969), (2000, 1284),
    (2005, 1581),
    (2010, 1907), (2015, 2196), (2020, 2505), (2024, 2718), (2044, 3718),
  ]

  /// Whether a session of an organ may have adopted a resolution of this number, with some sixty to either side.
  static func isReached(_ number: Int, inSession session: Int, _ firsts: [(session: Int, number: Int)])
    -> Bool
  {
    number >= first(session, firsts) - 60 && number <= first(session + 1, firsts) + 60
  }

  private static func first(_ session: Int, _ firsts: [(session: Int, number: Int)]) -> Int {
    guard let above = firsts.firstIndex(where: { $0.session >= session }) else {
      return firsts[firsts.count - 1].number
    }
    if above == 0 { return firsts[0].number }
    let (low, high) = (firsts[above - 1], firsts[above])
    return low.number + (high.number - low.number) * (session - low.session) / (high.session - low.session)
  }
}
