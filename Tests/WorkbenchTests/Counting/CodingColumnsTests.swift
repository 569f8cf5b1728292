import CodingModel
import Testing

@testable import Workbench

@Suite("Codings as columns")
struct CodingColumnsTests {
  @Test("All codings in their order, or some coders', or those on some answers")
  func choosing() throws {
    let test = try TestStudy.coded()
    try test.code("lien", "R3/q1")
    try test.code("surcharge", "R1/q1", .range(TextRange(0, 4)), coder: "bob")
    try test.code("surcharge", "R1/q1", .range(TextRange(0, 4)))
    try test.code("moyens", "R4/q2", coder: "bob")
    let (codings, all, bob) = try test.study.project.read { reader in
      (try reader.codings(), try CodingColumns(reader), try reader.coder(called: "bob").id)
    }
    #expect(answers(all) == codings.map(\.answer))
    #expect(all.codings.items.map(\.range) == codings.map(\.range))
    #expect(all.codings.items.map { all.codes[Int($0.code)] } == codings.map(\.code))
    #expect(all.codedAnswerCount == 3 && all.usedCodes == Set(codings.map(\.code)))
    let his = all.by([bob], in: nil)
    #expect(answers(his) == codings.filter { $0.coder == bob }.map(\.answer))
    #expect(his.codedAnswerCount == 2 && his.usedCodes.count == 2)
    #expect(answers(his.by([bob], in: AnswerSet([answers(his)[0]]))) == [answers(his)[0]])
    #expect(his.by(Set(codings.map(\.coder)).subtracting([bob]), in: nil).isEmpty)
    let one = all.by(Set(codings.map(\.coder)), in: AnswerSet([codings[0].answer]))
    #expect(answers(one).count == 2 && one.codedAnswerCount == 1 && one.usedCodes.count == 1)
    #expect(all.by([], in: nil).isEmpty && all.by([], in: nil).usedCodes.isEmpty)
  }

  /// The answer of each coding.
  private func answers(_ columns: CodingColumns) -> [RowID<Answer>] {
    let codings = columns.codings
    return codings.answers.indices.flatMap { place in
      codings.codings(of: place).map { _ in codings.answers[place] }
    }
  }
}
