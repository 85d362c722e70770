import Testing

@testable import Documents

@Suite("Resolutions printed together")
struct JointDocumentTests {
  private let text = """
    United Nations

    A/RES/99/12 A–B

    General Assembly

    Resolutions adopted by the General Assembly on 3 March 2044

    99/12. Bridges over rivers

    A

    Stone bridges

    The General Assembly,

    Recalling its resolution 98/3 of 4 May 2043,

    1. Welcomes the bridges that were built.

    45th plenary meeting 3 March 2044

    B

    Iron bridges

    The General Assembly,

    Recalling its resolution 98/4 of 4 May 2043,

    1. Requests builders to paint them.

    45th plenary meeting 3 March 2044
    """

  @Test func everyPartKnowsTheWhole() throws {
    let documents = try DocumentReader.read(Array(text.utf8), name: "bridges")
    #expect(documents.map(\.symbol?.text) == ["A/RES/99/12A", "A/RES/99/12B"])
    let whole = JointDocument(symbol: Symbol(canonical: "A/RES/99/12A-B"), title: "Bridges over rivers")
    #expect(documents.map(\.partOf) == [whole, whole])
    #expect(documents.map(\.adoptedOn) == ["2044-03-03", "2044-03-03"])
  }

  @Test func aTextThatIsNotDividedBearsTheJointSymbol() throws {
    let undivided = text.replacing("\nA\n", with: "\n").replacing("\nB\n", with: "\n")
    let documents = try DocumentReader.read(Array(undivided.utf8), name: "bridges")
    #expect(documents.map(\.symbol?.text) == ["A/RES/99/12A-B"])
    #expect(documents.map(\.partOf) == [nil])
  }

  @Test(arguments: [
    (["A/RES/78/254A", "A/RES/78/254B", "A/RES/78/254C"], "A/RES/78/254A-C"),
    (["A/RES/3411A(XXX)", "A/RES/3411B(XXX)"], "A/RES/3411A-B(XXX)"),
    (["A/RES/78/254A"], nil),
    (["A/RES/78/254A", "A/RES/78/255B"], nil),
    (["A/RES/78/254", "A/RES/78/255"], nil),
  ])
  func symbolsOfOneNumberAreJoined(symbols: [String], joint: String?) {
    #expect(Symbol.joint(symbols.map(Symbol.init(canonical:)))?.text == joint)
  }
}
