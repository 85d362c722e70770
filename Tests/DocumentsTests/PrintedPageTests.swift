import Documents
import Testing

/// Text as it comes out of a PDF, in the shapes that extraction gives it.
@Suite struct PrintedPageTests {
  private let expected = [
    "h1 The General Assembly,",
    "pp1 Recalling the work of the Open-ended Group of Masons, which has measured every bridge in the land,",
    "pp2 Noting its resolution 98/72 and the report on “Rivers, Taking Stock”, which lists the fords,",
    "op1 Requests the masons to go on with the work that they have begun on the banks of the river at the mill;",
    "op2 Decides to look again.",
  ]

  private func check(_ text: String) throws {
    let document = try #require(try DocumentReader.read(Array(text.utf8), name: "page").first)
    #expect(document.symbol == Symbol(canonical: "A/RES/99/12"))
    #expect(document.title == "Bridges over rivers and over other waters")
    #expect(document.adoptedOn == "2044-03-03")
    #expect(document.paragraphs.map { "\($0.fragment) \($0.text)" } == expected)
    #expect(
      document.footnotes.map { "\($0.label) \($0.text)" } == [
        "1 Resolution 70/1.", "2 See A/97/3, chap. II.",
      ])
    #expect(document.paragraphs.flatMap(\.markers).map(\.label) == ["1", "2"])
  }

  @Test func wrappedPagesWithEmptyLines() throws {
    try check(
      """
          United Nations

          A/RES/99/12

          Resolution adopted by the General Assembly on 3 March 2044

          99/12. Bridges over rivers and
          over other waters

          The General Assembly,

          Recalling the work of the Open-
          ended Group of Masons,1 which has measured every bridge in
          the land,

          Noting its resolution 98/722 and the report on “Rivers,
          Taking Stock”, which lists the fords,

          1. Requests the masons to go on with the work that they
      __________________
        1  Resolution 70/1.
        2  See A/97/3,
      chap. II.
      \u{0C}
      A/RES/99/12                                        2/2

          have begun on the banks of the river at the mill;

          2. Decides to look again.

      """)
  }

  @Test func layoutWithIndents() throws {
    try check(
      """
           United Nations                                      A/RES/99/12
           General Assembly                     Distr.: General
                                                4 April 2044

           Resolution adopted by the General Assembly on
           3 March 2044

      99/12.   Bridges over rivers and
               over other waters

                The General Assembly,
                Recalling the work of the Open-
           ended Group of Masons, 1 which has measured every bridge in
           the land,
                Noting its resolution 98/722 and the report on “Rivers,
           Taking Stock”, which lists the fords,
                1.    Requests the masons to go on with the work that they

            __________________
            1
              Resolution 70/1.
            2
              See A/97/3,
            chap. II.


       18-16895 (E)     241018
       *1816895*
      \u{0C}A/RES/99/12                                        Bridges over rivers

           have begun on the banks of the river at the mill;
                2.    Decides to look again.

      2/2                                                    18-16895
      """)
  }

  @Test func plainWithLabelsApart() throws {
    try check(
      """
      A/RES/99/12

      United Nations

      General Assembly

      Resolution adopted by the General Assembly on
      3 March 2044

      99/12.

      Bridges over rivers and
      over other waters
      The General Assembly,
      Recalling the work of the Open-
      ended Group of Masons, 1 which has measured every bridge in
      the land,
      Noting its resolution 98/722 and the report on “Rivers,
      Taking Stock”, which lists the fords,
      1.
      Requests the masons to go on with the work that they
      __________________

      Resolution 70/1.
      2
      See A/97/3, chap. II.
      1

      18-16895 (E)

      *1816895*
      \u{0C}A/RES/99/12

      have begun on the banks of the river at the mill;
      2.

      Decides to look again.

      2/2
      """)
  }

  @Test func pagesWithoutFormFeeds() throws {
    try check(
      """
      United Nations A/RES/99/12
      General Assembly Distr.: General
      9 March 2044
      44-01234 (E) 090344
      *4401234*
      Ninety-ninth session
      Agenda item 7
      Resolution adopted by the General Assembly on
      3 March 2044
      [without reference to a Main Committee (A/99/L.6)]
      99/12. Bridges over rivers and over other waters
      The General Assembly,
      Recalling the work of the Open-ended Group of Masons,1
      which has measured every bridge in
      __________________
      1
      Resolution 70/1.
      Bridges over rivers and over other waters
      A/RES/99/12
      44-01234
      2/3
      the land,
      Noting its resolution 98/722 and the report on “Rivers,
      Taking Stock”, which lists the fords,
      __________________
      2
      See A/97/3, chap.
      II.
      44-01234 3/3
      A/RES/99/12 Bridges over rivers and over other waters
      1. Requests the masons to go on with the work that they have begun on the
      banks of the river at the mill;
      2. Decides to look again.
      """)
  }

  @Test func aFractionInALineIsNoPage() throws {
    let text = """
      A/RES/99/13
      The General Assembly,
      Recalling the shares of the mills,
      Recalling also the shares of the fords,
      Recalling further the shares of the banks,
      Noting the water,
      Noting also the work of the Open-ended Group
      of Masons on the weirs, the dams and the
      sluices of the river,
      Noting further the work that the Group has
      done on the locks,
      Welcoming the rain,
      1. Fixes these shares:
      the upper mill
      2/5
      the lower mill
      1/5
      the mill at the ford
      2/5
      of the water;
      2. Decides to look again.
      3. Decides to rest.
      """
    let document = try #require(try DocumentReader.read(Array(text.utf8), name: "page").first)
    #expect(document.paragraphs.map(\.text).joined(separator: " ").contains("the lower mill 1/5 the mill"))
  }
}
