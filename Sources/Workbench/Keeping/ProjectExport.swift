import CodingModel
import FrenchText
import Interchange
import ProjectStore

/// Writing all that a project holds as text, so that two projects can be compared line by line.
///
/// JSON Lines: an object a line, its kind in `is`. What is named is sorted by name in French order, codings by answer,
/// range, code and coder; the project's inner numbers appear nowhere, so that projects that hold the same write the same,
/// however they came to it. The history, the index and who is set to code are no part of it.
public struct ProjectExport {
  /// The number of this form, which the first line carries.
  public static let format = 1

  private let study: Study

  /// The export of a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// The whole text.
  public func text() throws -> String {
    var text = ""
    try write { text += $0 }
    return text
  }

  /// Calls `write` with each line, its line feed included. Memory grows with the numbers of respondents and codings, not
  /// with the texts.
  ///
  /// - Throws: `ProjectError`, or what `write` throws.
  public func write(_ write: (String) throws -> Void) throws {
    try withoutActuallyEscaping(write) { write in
      try study.project.read { reader in
        let lines = try ProjectLines(reader, write)
        try lines.writeSurvey()
        try lines.writeCodebook()
        try lines.writeCodings()
        try lines.writeTeams()
        try lines.writeMemos()
      }
    }
  }
}
