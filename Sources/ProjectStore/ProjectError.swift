public import CodingModel

/// What can go wrong with a project file. The wording is the command's; nothing here holds an answer's text.
public enum ProjectError: Error, Equatable, Sendable {
  /// There is no file at this path.
  case noSuchFile(path: String)
  /// The path leads to a folder.
  case isDirectory(path: String)
  /// The path leads to no file that holds bytes: a device, a pipe.
  case notAFile(path: String)
  /// A file is there already, where a new project was to be created.
  case alreadyExists(path: String)
  /// The file cannot be created: a missing folder or a missing permission.
  case cannotCreate(path: String)
  /// The file is no SQLite file.
  case notSQLite(path: String)
  /// The file is an SQLite file of another program.
  case notProject(path: String)
  /// The file was written by a newer version of Verbatim.
  case newerVersion(path: String)
  /// The file may be read but not written.
  case readOnly(path: String)
  /// Another process is writing.
  case busy(path: String)
  /// The disk is full; what was stored before is untouched.
  case diskFull(path: String)
  /// The file is damaged.
  case damaged(path: String)
  /// Reading or writing failed in the system; `code` is SQLite's extended result code.
  case readOrWriteFailed(path: String, code: Int)
}

/// Why an act asked for cannot be done on what the project holds.
public enum ActError: Error, Equatable, Sendable {
  /// There is nothing to undo.
  case nothingToUndo
  /// There is nothing to redo.
  case nothingToRedo
  /// The history has no act of that number.
  case noSuchAct(RowID<Act>)
  /// The act is undone already.
  case notInForce(RowID<Act>)
  /// The act is in force: there is nothing to redo.
  case notUndone(RowID<Act>)
  /// The act is an undoing or a redoing, or what undoing or redoing it needs is no longer there.
  case notUndoable(RowID<Act>)
  /// The act cannot be undone, since these later ones depend on it.
  case dependentActs([RowID<Act>], on: RowID<Act>)
  /// The act cannot be done again: these touched the same things since, or are no longer in force as they were.
  case conflictingActs([RowID<Act>], with: RowID<Act>)
  /// What the codebook was then is no longer known.
  case stateForgotten(RowID<Act>)
  /// The range ends after the answer does.
  case rangeOutside(range: TextRange, length: Int)
  /// The range covers no text.
  case rangeEmpty
  /// The answer is already stored with another text.
  case answerDiffers(respondent: String, question: String)
  /// The respondent already has another value of the variable.
  case valueDiffers(respondent: String, variable: String)
  /// A code with that name is there under the same parent.
  case codeExists(name: String)
  /// The code still has codings or codes under it.
  case codeInUse(name: String, codings: Int, children: Int)
  /// The code would stand under itself.
  case codeCycle(name: String)
}
