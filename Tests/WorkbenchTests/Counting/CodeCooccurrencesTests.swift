import Testing

@testable import Workbench

@Suite("Co-occurrences of codes")
struct CodeCooccurrencesTests {
  private static let codebook = "codes: [{name: A}, {name: B}, {name: C}]\n"

  /// R4/q1 carries A once and B three times; R1/q1 carries A and C in different sentences.
  private func study() throws -> TestStudy {
    let test = try TestStudy(codebook: Self.codebook)
    try test.code("A", "R4/q1", .range(TextRange(0, 32)))
    for range in [TextRange(0, 4), TextRange(18, 22), TextRange(33, 40)] {
      try test.code("B", "R4/q1", .range(range))
    }
    try test.code("A", "R1/q1", .range(TextRange(0, 16)))
    try test.code("C", "R1/q1", .range(TextRange(17, 31)))
    return test
  }

  private func rows(_ table: CodeCooccurrences.Table) -> [String] {
    table.rows.map { "\($0.a) \($0.b) \($0.pair.nA) \($0.pair.nB) \($0.pair.nAB)" }
  }

  @Test("At unit answer, one A and three B in an answer are one co-occurrence")
  func answers() throws {
    let table = try CodeCooccurrences(study().study).table(unit: .answer)
    #expect(rows(table) == ["A B 2 1 1", "A C 2 1 1"])
    #expect(table.codes == ["A", "B", "C"])
    #expect(table.matrix == [[2, 1, 1], [1, 1, 0], [1, 0, 1]])
    #expect(table.unitCount == 8)
    #expect(table.coders == ["anna"])
    #expect(table.rows[0].pair.jaccard == 0.5)
  }

  @Test("At unit sentence, overlap and window, and as pairs of codings")
  func units() throws {
    let study = try study().study
    let codes = CodeCooccurrences(study)
    let sentences = try codes.table(unit: .sentence)
    #expect(rows(sentences) == ["A B 3 3 2"])
    // R1/q1 has two sentences, R4/q1 three, the six other answers one each.
    #expect(sentences.unitCount == 11)
    #expect(rows(try codes.table(unit: .overlap)) == ["A B 2 1 1"])
    #expect(rows(try codes.table(unit: .overlap, counting: .pairs)) == ["A B 2 3 2"])
    // Between A (to the first full stop) and C no token stands.
    #expect(rows(try codes.table(unit: .window(tokens: 0))) == ["A B 2 1 1", "A C 2 1 1"])
  }

  @Test("Conditions: codes by name, each once, answers by query, a minimum")
  func conditions() throws {
    let codes = CodeCooccurrences(try study().study)
    #expect(rows(try codes.table(unit: .answer, codes: ["C", "A", "c"])) == ["C A 1 2 1"])
    let some = try codes.table(unit: .answer, query: "tableaux")
    #expect(rows(some) == ["A B 1 1 1"])
    #expect(some.unitCount == 1)
    #expect(try codes.table(unit: .sentence, query: "tableaux").unitCount == 3)
    #expect(rows(try codes.table(unit: .answer, minimum: 2)) == [])
    #expect(throws: StudyError.nothingToDo(.codings)) { try codes.table(unit: .answer, query: "RAS") }
  }

  @Test("Several coders are mixed only where they are named, unless there is a consensus")
  func coders() throws {
    let test = try study()
    try test.code("B", "R1/q1", coder: "bruno")
    let codes = CodeCooccurrences(test.study)
    #expect(throws: StudyError.coderNeeded(coders: ["anna", "bruno"])) { try codes.table(unit: .answer) }
    #expect(rows(try codes.table(unit: .answer, coders: ["anna"])) == ["A B 2 1 1", "A C 2 1 1"])
    let both = try codes.table(unit: .answer, coders: ["anna", "bruno"])
    #expect(rows(both) == ["A B 2 2 2", "A C 2 1 1", "B C 2 1 1"])
    #expect(both.coders == ["anna", "bruno"])
    try test.importCodings("respondent,code,coder\nR2,B,consensus\n")
    #expect(try codes.table(unit: .answer).coders == ["consensus"])
  }

  @Test(
    "A stale index is brought up to date for the units that need it",
    arguments: [
      CooccurrenceUnit.sentence, .window(tokens: 2),
    ])
  func stale(unit: CooccurrenceUnit) throws {
    let test = try study()
    let expected = rows(try CodeCooccurrences(test.study).table(unit: unit))
    try test.makeIndexStale()
    #expect(rows(try CodeCooccurrences(test.reopened()).table(unit: unit)) == expected)
  }
}
