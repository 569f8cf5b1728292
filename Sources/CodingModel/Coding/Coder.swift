/// Who codes.
public struct Coder: Hashable, Sendable {
  /// Its identity in the project file.
  public let id: RowID<Coder>
  /// The name, unique in a project.
  public let name: String

  /// A coder as stored.
  public init(id: RowID<Coder>, name: String) {
    self.id = id
    self.name = name
  }
}
