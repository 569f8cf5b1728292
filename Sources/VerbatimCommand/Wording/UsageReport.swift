import ArgumentParser
import Foundation
import Workbench

/// What the parser of arguments has to say: help, the version, or what is wrong with the arguments.
struct UsageReport {
  let text: String
  let isHelp: Bool
  let code: Int32

  init(report: ErrorReport) {
    (text, isHelp, code) = (report.text, false, report.code)
  }

  /// Nil where the error is not the parser's.
  init?(_ error: any Error) {
    let exitCode = Verbatim.exitCode(for: error)
    if exitCode == .success {
      (text, isHelp, code) = (Self.translated(Verbatim.fullMessage(for: error)) + "\n", true, 0)
      return
    }
    guard exitCode == .validationFailure else { return nil }
    let message = Verbatim.message(for: error)
    let line = Self.oneLine(message)
    let usage = Verbatim.fullMessage(for: error).split(separator: "\n").first { $0.hasPrefix("Usage: ") }
    let hint = usage.map { Self.translated(String($0)) + "\n" } ?? ""
    (text, isHelp, code) = ("error: " + Self.worded(line) + "\n" + hint, false, 64)
  }

  /// The parser's message as one line: values that it lists one a line come behind the first, between commas.
  private static func oneLine(_ message: String) -> String {
    let lines = message.split(separator: "\n").map(String.init)
    guard let first = lines.first else { return message }
    guard first.hasSuffix(" the following:") else { return first }
    let values = lines.dropFirst().map { $0.drop { " -".contains($0) } }.filter { !$0.isEmpty }
    return first.dropLast("the following:".count) + values.joined(separator: ", ")
  }

  /// The parser's headings in the language in force.
  private static func translated(_ help: String) -> String {
    guard Language.current == .fr else { return help }
    let headings = [
      ("USAGE: ", "UTILISATION : "), ("Usage: ", "Utilisation : "), ("OVERVIEW: ", ""),
      ("ARGUMENTS:", "ARGUMENTS :"), ("OPTIONS:", "OPTIONS :"),
      ("SUBCOMMANDS:", "COMMANDES :"), ("(default:", "(par défaut :"),
      (" (default)", " (par défaut)"),
      ("Show the version.", "Montrer la version."),
      ("Show help information.", "Montrer cette aide."), ("<subcommand>", "<commande>"),
      ("  See 'verbatim help ", "  Voir « verbatim help "), ("' for detailed help.", " » pour le détail."),
      ("(values:", "(valeurs :"), ("for detailed help.", "pour le détail."),
    ]
    var text = help
    for (english, french) in headings { text = text.replacingOccurrences(of: english, with: french) }
    // The parser breaks lines where it likes.
    text = text.replacing(/([;(]?)(\s+)default:/) { match in
      (match.1 == ";" ? "\u{A0};" : match.1) + match.2 + "par défaut :"
    }
    // Groups of subcommands are headed in English by the parser.
    return text.replacingOccurrences(of: " SUBCOMMANDS :", with: " :").replacingOccurrences(
      of: " COMMANDES :", with: " :")
  }

  /// What is wrong, in the language in force, for the mistakes that people make.
  private static func worded(_ message: String) -> String {
    guard Language.current == .fr else { return message.prefix(1).lowercased() + message.dropFirst() }
    let patterns = [
      ("Missing expected argument ", "il manque l'argument "), ("Unknown option ", "option inconnue : "),
      ("Unexpected argument ", "argument en trop : "), ("Missing value for ", "il manque une valeur à "),
      (" unexpected arguments: ", " arguments en trop : "), ("The value ", "la valeur "),
      (" is invalid for ", " ne convient pas à "), ("Missing one of: ", "il manque l'un de : "),
      (". Did you mean ", " ; vouliez-vous dire "), ("Missing expected argument(s): ", "il manque : "),
      (". Please provide one of ", " ; choisissez parmi "), ("Please provide one of ", "choisissez parmi "),
      ("' or '", "' ou '"), ("' and '", "' ou '"),
    ]
    var text = message
    for (english, french) in patterns { text = text.replacingOccurrences(of: english, with: french) }
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
