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
    #expect(all.ranges.map(\.answer) == codings.map(\.answer))
    #expect(all.ranges.map(\.range) == codings.map(\.range))
    #expect(all.codeNumbers.map { all.codes[Int($0)] } == codings.map(\.code))
    #expect(all.codedAnswerCount == 3 && all.usedCodes == Set(codings.map(\.code)))
    let his = all.by([bob], in: nil)
    #expect(his.ranges.map(\.answer) == codings.filter { $0.coder == bob }.map(\.answer))
    #expect(his.codedAnswerCount == 2 && his.usedCodes.count == 2)
    let one = all.by(Set(codings.map(\.coder)), in: AnswerSet([codings[0].answer]))
    #expect(one.ranges.count == 2 && one.codedAnswerCount == 1 && one.usedCodes.count == 1)
    #expect(all.by([], in: nil).ranges.isEmpty && all.by([], in: nil).usedCodes.isEmpty)
  }
}
