import ArgumentParser
import Workbench

struct InfoCommand: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "info", abstract: say("Ce que contient le projet.", "What the project holds."))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var listing: ListingOptions

  func run(in session: Session) throws {
    let summary = try StudySummary(session.study(common))
    let table = DataTable(
      columns: ["item", "name", "count"],
      rows: [
        ["respondents", "", .integer(summary.respondents)], ["weighted", "", .integer(summary.weighted)],
      ] + summary.questions.map { ["question", .text($0.question.name), .integer($0.answers)] }
        + summary.variables.map { ["variable", .text($0.variable.name), .integer($0.distinct)] } + [
          ["codes", "", .integer(summary.codes)], ["coders", "", .integer(summary.coders)],
          ["codings", "", .integer(summary.codings)], ["coded answers", "", .integer(summary.codedAnswers)],
          ["memos", "", .integer(summary.memos)], ["acts", "", .integer(summary.acts)],
          ["tokens", "", summary.tokens.map { .integer($0) } ?? .missing],
        ])
    var options = listing
    if options.format == nil && options.output == nil { options.format = .table }
    try session.list(options, table) { screen(summary, session) }
  }

  private func screen(_ summary: StudySummary, _ session: Session) -> [String] {
    let style = session.style
    let all = summary.questions.reduce(0) { $0 + $1.answers }
    var lines = [
      style.strong(summary.path) + " · \(summary.respondents.respondents) · \(all.answers)"
        + (summary.tokens.map { " · \($0.tokens)" } ?? "")
        + (summary.isWritable ? "" : say(" · lecture seule", " · read-only"))
    ]
    if summary.weighted > 0 {
      lines.append(label("pondération", "weight") + summary.weighted.respondents)
    }
    let width = min(24, summary.questions.map(\.question.name.displayWidth).max() ?? 0)
    for (index, line) in summary.questions.prefix(60).enumerated() {
      let head = index == 0 ? label("questions", "questions") : String(repeating: " ", count: 16)
      let count = line.answers.answers.paddedLeft(16)
      let wording = line.question.wording == line.question.name ? "" : line.question.wording
      let room = max(20, session.terminal.width - 16 - width - 20)
      lines.append(
        head + line.question.name.cut(24).padded(width) + count
          + (wording.isEmpty ? "" : "  " + wording.onOneLine.cut(room)))
    }
    for (index, line) in summary.variables.enumerated() {
      let head = index == 0 ? label("variables", "variables") : String(repeating: " ", count: 16)
      let kind = line.variable.kind == .numeric ? say(", nombre", ", number") : ""
      let values =
        line.variable.kind == .numeric
        ? "" : "  " + line.values.map { "\($0.text) \($0.respondents)" }.joined(separator: " · ")
      let text = head + line.variable.name + " (\(line.distinct.values)\(kind))" + values
      lines.append(text.onOneLine.cut(session.terminal.width))
    }
    lines.append(
      label("codage", "coding") + "\(summary.codes.codes), \(summary.codings.codings), "
        + say(
          "\(summary.codedAnswers.answers) sur \(NumberWording.count(all)) avec un codage",
          "\(NumberWording.count(summary.codedAnswers)) of \(NumberWording.count(all)) answers coded"))
    if summary.tokens == nil {
      lines.append(
        label("index", "index")
          + say("à renouveler (ce sera fait automatiquement)", "to be renewed (this happens by itself)"))
    }
    return lines
  }

  private func label(_ french: String, _ english: String) -> String { "  " + say(french, english).padded(14) }
}
