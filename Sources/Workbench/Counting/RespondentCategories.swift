import CodingModel
import ProjectStore

/// The category of a variable that each respondent falls into.
struct RespondentCategories {
  /// The variable.
  let variable: Variable
  /// The categories.
  let classes: ValueClasses
  private let column: ValueColumn
  /// The category of each value of the variable, by its place in the column of values; nil for none.
  let categoryOfValue: [Int?]

  /// Reads every respondent's value of the variable of that name.
  ///
  /// - Parameter breaks: where classes of numbers begin; see ``ValueClasses``.
  /// - Throws: ``StudyError``, `ProjectError`.
  init(of name: String, _ study: Study, _ reader: ProjectReader, breaks: [Double]?) throws {
    variable = try reader.variable(called: name)
    column = try study.columns(reader).values(of: variable.id, reader)
    let classes = try ValueClasses(
      of: variable, counted: Array(zip(column.texts, column.counts)), breaks: breaks)
    self.classes = classes
    categoryOfValue = column.texts.map { classes.category(of: $0) }
  }

  /// A respondent's category; nil for one without a value.
  subscript(respondent: RowID<Respondent>) -> Int? { column[respondent].flatMap { categoryOfValue[$0] } }
}
