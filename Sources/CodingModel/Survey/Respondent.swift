/// Who answered the survey. REFI-QDA calls it a Case.
public struct Respondent: Hashable, Sendable {
  /// Its identity in the project file.
  public let id: RowID<Respondent>
  /// The survey's own identifier, unique in a project.
  public let identifier: String
  /// The survey weight, where the survey gives one.
  public let weight: Double?

  /// A respondent as stored.
  public init(id: RowID<Respondent>, identifier: String, weight: Double?) {
    self.id = id
    self.identifier = identifier
    self.weight = weight
  }
}
