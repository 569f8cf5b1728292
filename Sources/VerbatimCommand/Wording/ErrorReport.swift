import ArgumentParser
import Foundation
import Workbench

/// An error as people see it: one line, perhaps a hint, and the exit code.
struct ErrorReport: Equatable {
  /// What is wrong and where, without the leading `error: `.
  var message: String
  /// What to do about it.
  var hint: String?
  /// The exit code: 64 usage, 65 bad input, 66 no such file, 70 our fault, 73 cannot create, 74 read or write.
  var code: Int32
  /// Where in the query the error is, for the REPL to point at.
  var queryRange: TextRange?

  init(_ message: String, hint: String? = nil, code: Int32, queryRange: TextRange? = nil) {
    self.message = message
    self.hint = hint
    self.code = code
    self.queryRange = queryRange
  }

  /// The line and the hint as written to standard error.
  var text: String {
    "error: " + message.onOneLine + "\n" + (hint.map { $0.onOneLine + "\n" } ?? "")
  }

  /// The same on one line, where it is no error but worth a note.
  var sentence: String { message + (hint.map { ". " + $0 } ?? "") }

  /// Words any error.
  init(_ error: any Error) {
    switch error {
    case let error as CommandError: self.init(error)
    case let error as ProjectError: self.init(error)
    case let error as ActError: self.init(error)
    case let error as StudyError: self.init(error)
    case let error as QueryError: self.init(error)
    case let error as CodingSessionError: self.init(error)
    case let error as CodingRequestError: self.init(error)
    case let error as LexiconError: self.init(error)
    case let error as IndexError: self.init(error)
    default:
      if let report = ErrorReport(interchange: error) {
        self = report
      } else {
        self.init(
          say("erreur interne (\(type(of: error)))", "internal error (\(type(of: error)))"),
          hint: say(
            "Rien n'a été perdu. Merci de nous le signaler.", "Nothing was lost. Please report it to us."),
          code: 70)
      }
    }
  }
}

extension ErrorReport {
  static func near(_ name: String?) -> String? {
    name.map { say("Vouliez-vous dire « \($0) » ?", "Did you mean '\($0)'?") }
  }

  /// A name in quotation marks of the language.
  static func quoted(_ name: String) -> String {
    say("« \(name) »", "'\(name)'")
  }
}
