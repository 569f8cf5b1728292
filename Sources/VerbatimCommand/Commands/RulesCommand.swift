import ArgumentParser
import Workbench

struct RulesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rules",
      abstract: say(
        "Les règles des codes : versions, précision, rappel.",
        "The codes' rules: versions, precision, recall."),
      subcommands: [RulesList.self, RulesScore.self], defaultSubcommand: RulesList.self)
  }
}

struct RulesList: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: say(
        "Les versions des règles, et les codages de chacune.",
        "The versions of rules, and the codings of each."))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var listing: ListingOptions

  @Argument(help: ArgumentHelp(say("Ces codes seulement.", "These codes only."), valueName: "code"))
  var codes: [String] = []

  func run(in session: Session) throws {
    let lines = try RuleList(session.study(common)).lines(codes)
    let table = DataTable(
      columns: ["code", "version", "current", "first_applied", "codings", "rule"],
      rows: lines.map {
        [
          .text($0.code), $0.version.map { .integer($0) } ?? .missing, .integer($0.isCurrent ? 1 : 0),
          TableValue($0.date), .integer($0.codings), .text($0.rule),
        ]
      })
    try session.list(listing, table) {
      var text = TextTable(columns: [
        .init(heading: "code"), .init(heading: "version", alignment: .right),
        .init(heading: say("appliquée", "applied") + " (\(HistoryTime.name()))"),
        .init(heading: say("codages", "codings"), alignment: .right),
        .init(heading: say("règle", "rule"), mayShrink: true),
      ])
      text.rows = lines.map { line in
        [
          session.style.swatch(line.colour) + line.code,
          (line.version.map(String.init) ?? "–") + (line.isCurrent ? "*" : " "),
          line.date.map { String(HistoryTime.local($0).prefix(16)) } ?? say("pas encore", "not yet"),
          line.codings == 0 ? "–" : NumberWording.count(line.codings), line.rule.onOneLine,
        ]
      }
      return session.lines(text) + [say("* : la règle d'aujourd'hui.", "*: the rule as it is now.")]
    }
  }
}

struct RulesScore: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "score",
      abstract: say(
        "Précision et rappel de chaque règle face à ce qu'une personne a codé.",
        "Precision and recall of each rule against what a person has coded."),
      discussion: say(
        "Sur les réponses que le codeur a parcourues : celles notées comme vues, et celles où il a codé quelque chose.",
        "On the answers that the coder has gone through: those noted as seen, and those with a coding of theirs."
      ))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var scope: WhereOption

  @Option(
    help: ArgumentHelp(
      say("Le codeur dont les codages font foi.", "The coder whose codings are taken for right."),
      valueName: say("nom", "name")))
  var coder: String?

  @Option(
    help: ArgumentHelp(
      say("Compter par answer ou character.", "Count by answer or character."), valueName: "answer|character")
  )
  var unit: RuleScoring.Unit = .answer

  @Option(
    help: ArgumentHelp(
      say(
        "Ce que coderait la règle : sentence (la phrase), answer ou hit.",
        "What the rule would code: sentence, answer or hit."),
      valueName: say("étendue", "extent")))
  var extent: Autocoding.Extent = .sentence

  @Argument(help: ArgumentHelp(say("Ces codes seulement.", "These codes only."), valueName: "code"))
  var codes: [String] = []

  func run(in session: Session) throws {
    let scores = try RuleScoring(session.study(common)).table(
      codes: codes, coder: coder, unit: unit, extent: extent, query: scope.query)
    let table = DataTable(
      columns: [
        "code", "unit", "coder", "n", "found", "wanted", "both", "precision", "precision_low",
        "precision_high",
        "recall", "recall_low", "recall_high", "f1", "rule",
      ],
      rows: scores.lines.map { line in
        let (precision, recall) = intervals(line.score)
        return [
          .text(line.code), .text(unit.rawValue), .text(scores.coder), .integer(scores.answers),
          .integer(line.score.found), .integer(line.score.wanted), .integer(line.score.both),
          TableValue(line.score.precision), TableValue(precision?.lower), TableValue(precision?.upper),
          TableValue(line.score.recall), TableValue(recall?.lower), TableValue(recall?.upper),
          TableValue(line.score.f1), .text(line.rule),
        ]
      })
    try session.list(listing, table) { screen(scores, session) }
  }

  private func intervals(_ score: RetrievalScore) -> (ConfidenceInterval?, ConfidenceInterval?) {
    unit == .answer ? (score.precisionInterval, score.recallInterval) : (nil, nil)
  }

  private func screen(_ scores: RuleScoring.Table, _ session: Session) -> [String] {
    let hasIntervals = unit == .answer
    let interval = TextTable.Column(heading: say("IC 95 %", "95% CI"), alignment: .right)
    var text = TextTable(
      columns: [
        .init(heading: "code", mayShrink: true), .init(heading: say("règle", "rule"), alignment: .right),
        .init(heading: say("codeur", "coder"), alignment: .right),
        .init(heading: say("les deux", "both"), alignment: .right),
        .init(heading: say("précision", "precision"), alignment: .right),
      ] + (hasIntervals ? [interval] : []) + [.init(heading: say("rappel", "recall"), alignment: .right)]
        + (hasIntervals ? [interval] : []) + [.init(heading: "F1", alignment: .right)])
    func row(_ name: String, _ score: RetrievalScore, _ intervals: (ConfidenceInterval?, ConfidenceInterval?))
      -> [String]
    {
      let counts = [score.found, score.wanted, score.both].map { $0 == 0 ? "–" : NumberWording.count($0) }
      let precision = [score.precision.map { NumberWording.share($0) } ?? "–"]
      let recall = [score.recall.map { NumberWording.share($0) } ?? "–"]
      return [name] + counts + precision + (hasIntervals ? [written(intervals.0)] : []) + recall
        + (hasIntervals ? [written(intervals.1)] : [])
        + [score.f1.map { NumberWording.decimal($0, places: 2) } ?? "–"]
    }
    text.rows = scores.lines.map {
      row(session.style.swatch($0.colour) + $0.code, $0.score, intervals($0.score))
    }
    if scores.lines.count > 1 { text.rows.append(row(say("Ensemble", "All"), scores.total, (nil, nil))) }
    let unit = unit == .answer ? say("réponse", "answer") : say("caractère", "character")
    return session.lines(text) + [
      say(
        "Unité : \(unit). Codeur : \(scores.coder), sur les \(scores.answers.answers) parcourues (de \(NumberWording.count(scores.allAnswers))).",
        "Unit: \(unit). Coder: \(scores.coder), on the \(scores.answers.answers) gone through (of \(NumberWording.count(scores.allAnswers)))."
      )
    ]
  }

  private func written(_ interval: ConfidenceInterval?) -> String {
    guard let interval else { return "" }
    return NumberWording.decimal(interval.lower * 100, places: 0) + " – "
      + NumberWording.decimal(interval.upper * 100, places: 0)
  }
}
