import CodingModel
import Testing

@testable import ProjectStore

@Suite("Every respondent's value of a variable, as numbers")
struct ValueColumnTests {
  @Test("It says what the values by respondent say; values that nobody has are left out")
  func column() throws {
    let study = try SmallStudy()
    try study.file.perform(.importSurvey) { act in
      let years = try act.variable("ancienneté", .numeric)
      for (respondent, value) in [(1, "10"), (3, "2")] as [(Int64, String)] {
        _ = try act.addValue(value, of: years, to: RowID(respondent), isNew: false)
      }
    }
    try study.project.damage("INSERT INTO variableValue (variableID, text) VALUES (2, 'personne')")
    try study.file.read { (reader: ProjectReader) throws in
      for variable in try reader.variables() {
        let column = try reader.valueColumn(of: variable.id)
        let values: [RowID<Respondent>: String] = try reader.values(of: variable.id)
        for respondent: Int64 in 0...4 {
          #expect(column[RowID(respondent)].map { column.texts[$0] } == values[RowID(respondent)])
        }
        #expect(column.counts == column.texts.map { text in values.values.count { $0 == text } })
      }
      #expect(try reader.valueColumn(of: RowID(2)).texts == ["10", "2"])
      #expect(try reader.valueColumn(of: RowID(9)).texts == [])
    }
  }
}
