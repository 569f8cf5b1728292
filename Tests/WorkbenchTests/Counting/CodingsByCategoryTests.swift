import CodingAnalysis
import CodingModel
import Testing

@testable import Workbench

@Suite("Codings by category, counted as they stand")
struct CodingsByCategoryTests {
  @Test("They are counted as respondent by respondent", arguments: [false, true])
  func agreement(leavesOutMissing: Bool) throws {
    let test = try TestStudy.coded()
    for (code, answer) in [("lien", "R3/q1"), ("surcharge", "R1/q1"), ("moyens", "R4/q2"), ("lien", "R5/q2")]
    {
      try test.code(code, answer)
    }
    let study = test.study
    for variable in try study.project.read({ try $0.variables().map(\.name) }) {
      let request = CrossTabulating.Request(
        codes: [], variable: variable, unit: .codings, leavesOutMissing: leavesOutMissing)
      try study.project.read { reader in
        let categories = try RespondentCategories(of: variable, study, reader, breaks: nil)
        let columns = try study.columns(reader)
        let all = try columns.codings(reader)
        // All, which are kept, twice, and some in between, which are not.
        for codings in [
          all, all.by(Set(try reader.coders().map(\.id)), in: AnswerSet([all.codings.answers[1]])), all,
        ] {
          let groups = codings.codes.map { [$0] } + [codings.codes, []]
          let quick = CodingsByCategory(
            categories: categories, owners: try columns.owners(of: codings, reader),
            values: try columns.ownerValues(of: categories.variable.id, reader)
          ).tabulation(of: codings, groups, missing: leavesOutMissing ? .leftOut : .shown)
          let slow = try TabulatedUnits(request, nil, categories, columns, reader)
            .tabulation(of: codings, groups)
          #expect(quick == slow, "\(variable)")
          #expect(codings.codedAnswerCount < 2 || quick.total.n > 0, "\(variable)")
        }
      }
    }
  }
}
