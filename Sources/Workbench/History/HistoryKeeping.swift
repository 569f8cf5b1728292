public import CodingModel
import ProjectStore

/// What was done to a study, and undoing it.
public struct HistoryKeeping {
  private let study: Study

  /// The history of a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// The acts, latest first, at most `limit`; nil for all.
  public func acts(limit: Int? = nil) throws -> [Act] {
    try study.project.read { try $0.history(limit: limit) }
  }

  /// The act with that number, if there is one.
  public func act(_ number: Int64) throws -> Act? {
    try study.project.read { try $0.act(RowID(number)) }
  }

  /// Undoes the latest act in force.
  ///
  /// - Returns: the act undone.
  /// - Throws: `ActError.nothingToUndo`.
  public func undo() throws -> Act {
    defer { study.openIndex = nil }
    return try study.project.undo(coder: study.currentCoder(nil))
  }

  /// Makes the act undone last again.
  ///
  /// - Returns: the act.
  /// - Throws: `ActError.nothingToRedo`.
  public func redo() throws -> Act {
    defer { study.openIndex = nil }
    return try study.project.redo(coder: study.currentCoder(nil))
  }
}
