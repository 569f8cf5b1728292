import Workbench

/// The language that the person reads: French unless they say otherwise.
enum Language: String, CaseIterable, Sendable {
  case fr, en

  /// The language in force: that of the process, or of the task where one is set.
  static var current: Language { ofTask ?? ofProcess }

  /// The language for what runs within `$ofTask.withValue(_:operation:)`.
  @TaskLocal static var ofTask: Language?

  /// Decided once, before anything is shown: `--lang`, else `LANG` (and what overrides it), else French.
  private static let ofProcess: Language = chosen(
    arguments: CommandLine.arguments, variable: EnvironmentVariable.value)

  /// - Parameter variable: the value of a variable of the environment.
  static func chosen(arguments: [String], variable: (String) -> String?) -> Language {
    if let language = asked(in: arguments) { return language }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(variable).first { !$0.isEmpty }
    return locale.flatMap { Language(rawValue: String($0.prefix(2))) } ?? .fr
  }

  /// The language that a command's arguments ask for.
  static func asked(in arguments: [String]) -> Language? {
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { break }
      if argument == "--lang", index + 1 < arguments.count,
        let language = Language(rawValue: arguments[index + 1])
      {
        return language
      }
      if argument.hasPrefix("--lang="), let language = Language(rawValue: String(argument.dropFirst(7))) {
        return language
      }
    }
    return nil
  }
}

/// A text in both languages; the one in force is shown.
func say(_ french: String, _ english: String) -> String {
  Language.current == .fr ? french : english
}
