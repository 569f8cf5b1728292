/// An open question of the survey.
public struct Question: Hashable, Sendable {
  /// Its identity in the project file.
  public let id: RowID<Question>
  /// The short name that commands use, such as `q1`, unique in a project.
  public let name: String
  /// The question as it was asked; the same as ``name`` where the survey gives nothing longer.
  public let wording: String

  /// A question as stored.
  public init(id: RowID<Question>, name: String, wording: String) {
    self.id = id
    self.name = name
    self.wording = wording
  }
}
