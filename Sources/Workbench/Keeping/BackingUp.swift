public import ProjectStore

/// Copying a project.
public struct BackingUp {
  private let study: Study

  /// Copying a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// Copies the project, complete and consistent, to a new file, and reads the copy once to see whether it is whole.
  /// What is damaged is copied as it is: it may be the last that there is.
  ///
  /// - Returns: whether the copy is whole.
  /// - Throws: `ProjectError.alreadyExists` rather than writing over anything.
  @discardableResult
  public func run(to path: String) throws(ProjectError) -> Bool {
    try study.project.backup(to: path)
    do {
      return try ProjectFile.openToRead(path).isWhole()
    } catch {
      return false
    }
  }
}
