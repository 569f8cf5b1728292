public import ProjectStore

/// Copying a project.
public struct BackingUp {
  private let study: Study

  /// Copying a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// Copies the project, complete and consistent, to a new file.
  ///
  /// - Throws: `ProjectError.alreadyExists` rather than writing over anything.
  public func run(to path: String) throws(ProjectError) {
    try study.project.backup(to: path)
  }
}
