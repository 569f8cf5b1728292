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
      let (quick, slow) = try study.project.read { reader in
        let categories = try RespondentCategories(of: variable, study, reader, breaks: nil)
        let columns = try study.columns(reader)
        let codings = try columns.codings(reader)
        let groups = codings.codes.map { [$0] } + [codings.codes, []]
        return (
          CodingsByCategory(categories: categories, owners: try columns.owners(reader))
            .tabulation(of: codings, groups, missing: leavesOutMissing ? .leftOut : .shown),
          try TabulatedUnits(request, nil, categories, columns, reader).tabulation(of: codings, groups)
        )
      }
      #expect(quick == slow && quick.total.n > 0, "\(variable)")
    }
  }
}
