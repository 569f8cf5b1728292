import Workbench

/// What an import takes a file's columns for, as lines to read.
struct SurveyGuessScreen {
  private let survey: SurveyImport
  private let answers: [String: Int]
  private let questions: [SurveyQuestion]

  /// - Parameters:
  ///   - answers: answers per question's name, once they have been read.
  ///   - questions: the questions met, where rows name them.
  init(_ survey: SurveyImport, answers: [String: Int], questions: [SurveyQuestion] = []) {
    self.survey = survey
    self.answers = answers
    self.questions = questions.isEmpty ? survey.questions : questions
  }

  func lines(_ session: Session) -> [String] {
    let format = survey.format
    let name = FileName(survey.path).last
    var lines = [
      session.style.strong(name) + " · \(survey.rowCount.lines) · \(format.encoding.rawValue) · "
        + say("séparateur ", "delimiter ") + delimiterName
    ]
    if format.undefinedBytes > 0 {
      lines.append(
        say(
          "  attention    \(NumberWording.count(format.undefinedBytes)) octet(s) sans caractère en Windows-1252, gardés comme caractères de contrôle",
          "  warning      \(NumberWording.count(format.undefinedBytes)) byte(s) without a character in Windows-1252, kept as control characters"
        ))
    }
    lines += roles(session)
    lines += questionLines(session)
    lines += ignored()
    return lines
  }

  private var delimiterName: String {
    survey.format.delimiter == .tab
      ? say("tabulation", "tab") : survey.format.delimiter.character.map { String($0) } ?? ""
  }

  private func roles(_ session: Session) -> [String] {
    let columns = survey.guess.columns
    let respondent = columns.first { $0.role == .respondent }?.name
    var lines = [
      label("identifiant", "identifier")
        + (respondent ?? say("aucun : lignes numérotées", "none: rows are numbered"))
    ]
    if let weight = columns.first(where: { $0.role == .weight }) {
      let missing = survey.guess.isExact ? survey.rowCount - weight.filled : 0
      lines.append(
        label("pondération", "weight") + weight.name
          + (missing > 0
            ? say(
              " (\(missing.lines) sans poids : compte pour 1)", " (\(missing.lines) without a weight: as 1)")
            : ""))
    }
    let variables = columns.compactMap { column -> String? in
      guard case .variable(let kind) = column.role else { return nil }
      return column.name + " ("
        + (kind == .numeric ? say("nombre", "number") : NumberWording.count(column.distinct)) + ")"
    }
    if !variables.isEmpty {
      lines += wrapped(variables, label("variables", "variables"), width: session.terminal.width)
    }
    return lines
  }

  private func questionLines(_ session: Session) -> [String] {
    if questions.isEmpty, case .rows(let name?, _, let answer) = survey.guess.layout.questions {
      let header = survey.guess.layout.header
      return [
        label("questions", "questions")
          + say(
            "nommées par \(header[name]), réponses dans \(header[answer])",
            "named by \(header[name]), answers in \(header[answer])")
      ]
    }
    let shown = questions.prefix(12)
    let width = min(28, shown.map(\.name.displayWidth).max() ?? 0)
    var lines = shown.enumerated().map { index, question in
      let count = answers[question.name].map { $0.answers } ?? ""
      let head = index == 0 ? label("questions", "questions") : String(repeating: " ", count: 16)
      let wording =
        question.wording == question.name ? "" : say("« \(question.wording) »", "'\(question.wording)'")
      let room = max(20, session.terminal.width - 16 - width - 4 - count.displayWidth)
      return trimmed(
        head + question.name.cut(28).padded(width) + "  "
          + (wording.isEmpty ? "" : wording.onOneLine.cut(room) + "  ") + count)
    }
    if questions.count > shown.count {
      lines.append(
        String(repeating: " ", count: 16) + say("… et ", "… and ")
          + NumberWording.count(questions.count - shown.count) + say(" autres", " more"))
    }
    return lines
  }

  private func ignored() -> [String] {
    let names = survey.guess.columns.compactMap { column -> String? in
      guard case .ignored(let reason) = column.role, !column.name.isEmpty else { return nil }
      return column.name + " (" + wording(reason) + ")"
    }
    return names.isEmpty ? [] : wrapped(names, label("ignorées", "left out"), width: 100)
  }

  private func wording(_ reason: SurveyColumn.Reason) -> String {
    switch reason {
    case .empty: say("vide", "empty")
    case .freeText: say("texte libre", "free text")
    case .nearlyAllDifferent: say("valeurs presque toutes différentes", "nearly all values differ")
    case .repeatsQuestion: say("répète la question", "repeats the question")
    case .notAskedFor: say("non demandée", "not asked for")
    }
  }

  private func label(_ french: String, _ english: String) -> String {
    "  " + say(french, english).padded(14)
  }

  private func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Items with two spaces between, on as many lines as they take.
  private func wrapped(_ items: [String], _ head: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = head
    for item in items {
      if line.displayWidth + item.displayWidth > width && line.displayWidth > 16 {
        lines.append(trimmed(line))
        line = String(repeating: " ", count: 16)
      }
      line += item + "  "
    }
    return lines + [trimmed(line)]
  }
}
