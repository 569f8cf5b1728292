import Workbench

/// Errors of lines typed while coding. What was typed may be an answer's words, and those are in no error: at most a short
/// piece of a line is shown, and none that holds a word of the answer.
enum CodingErrorReport {
  /// How many columns of what was typed are shown.
  private static let widest = 24

  static func report(_ error: any Error, _ line: String, _ coding: CodingSession) -> ErrorReport {
    let text = (try? coding.currentText()) ?? ""
    switch error {
    case StudyError.unknownCode(let name, let near):
      // What is like no code may be an answer's words, though not this one's.
      guard let shown = shown(name, text), near != nil || words(name).count < 3 else {
        return ErrorReport(
          say("aucun code ne s'appelle ainsi", "no code is called so"),
          hint: ErrorReport.near(near) ?? say("Les codes : ? LETTRES", "The codes: ? LETTERS"), code: 65)
      }
      return ErrorReport(StudyError.unknownCode(name: shown, near: near))
    case StudyError.ambiguousCode(let name, let candidates):
      return ErrorReport(StudyError.ambiguousCode(name: shown(name, text) ?? "…", candidates: candidates))
    case CodingRequestError.badWords(let words):
      return ErrorReport(CodingRequestError.badWords(words.onOneLine.cut(widest)))
    case CodingSessionError.noProposal:
      var report = ErrorReport(error)
      if let abbreviations = try? coding.abbreviations(), abbreviations.isName(line) {
        let name = line.onOneLine.trimmingSpaces
        report.hint = say("Pour le code « \(name) » : = \(name)", "For the code '\(name)': = \(name)")
      }
      return report
    default: return ErrorReport(error)
    }
  }

  /// What was typed, cut short; nil where a word of it stands in the answer.
  private static func shown(_ typed: String, _ text: String) -> String? {
    let words = Set(words(text))
    return self.words(typed).contains(where: words.contains) ? nil : typed.onOneLine.cut(widest)
  }

  private static func words(_ text: String) -> [Substring] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }
  }
}
