/// What can be wrong with how a command was called, beyond what the parser of arguments sees.
enum CommandError: Error, Equatable {
  /// No project is named and the folder has none.
  case noProject
  /// No project is named and the folder has several.
  case severalProjects([String])
  /// There is no command of that name.
  case unknownCommand(String, near: String?)
  /// Two options exclude each other.
  case exclusive(String, String)
  /// An option that may be given once was given several times.
  case repeated(String)
  /// An option's or argument's value is not of the form asked for.
  case badValue(option: String, value: String, expected: String)
  /// Something that the command needs is not given.
  case missing(String)
  /// A query stands where answers are named.
  case queryAsAnswer(String)
  /// Standard output or the output file cannot be written.
  case cannotWrite(path: String?)
  /// A codebook was given where a survey is read.
  case codebookAsSurvey(path: String)
  /// A file of codings, or of answers gone through, to be imported as a survey; `content` is what `--as` calls it.
  case codingsAsSurvey(path: String, content: String)
  /// A table would be written over a project or another SQLite file.
  case wouldReplaceProject(path: String)
  /// Something wrong was found in the project and has been shown.
  case defectsFound(Int)
  /// A copy was written of a project that is damaged.
  case copyDamaged(copy: String, project: String)
}
