import CodingModel
import Testing

@testable import Workbench

@Suite("The category of each respondent")
struct RespondentCategoriesTests {
  @Test("Words are categories, many numbers fall into classes, and who has no value has no category")
  func categories() throws {
    let test = try TestStudy(nil)
    let rows = (1...20).map { "R\($0),\($0 % 2 == 0 ? "A" : ""),\($0),oui" }
    try test.add(
      "id,groupe,âge,q1\n" + rows.joined(separator: "\n") + "\n",
      roles: SurveyRoles(respondent: "id", answers: ["q1"], variables: ["groupe", "âge"]))
    let study = test.study
    try study.project.read { (reader: ProjectReader) throws in
      let group = try RespondentCategories(of: "groupe", study, reader, breaks: nil)
      #expect(group.classes.labels == ["A"])
      #expect((1...4).map { group[RowID($0)] } == [nil, 0, nil, 0])
      let age = try RespondentCategories(of: "âge", study, reader, breaks: nil)
      #expect(age.classes.labels == ["1–5", "6–10", "11–15", "16–20"])
      #expect([1, 5, 6, 20, 21].map { age[RowID($0)] } == [0, 0, 1, 3, nil])
      let old = try RespondentCategories(of: "âge", study, reader, breaks: [18])
      #expect(old.classes.labels == ["<18", "≥18"])
      #expect(throws: StudyError.self) { try RespondentCategories(of: "taille", study, reader, breaks: nil) }
    }
  }
}
