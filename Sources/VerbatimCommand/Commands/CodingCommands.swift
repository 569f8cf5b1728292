import ArgumentParser
import Workbench

/// Which part of an answer to code.
struct PartOptions: ParsableArguments {
  @Option(
    name: .customLong("quote"), parsing: .singleValue,
    help: ArgumentHelp(
      say(
        "Le passage, cité ; s'il coupe un mot, le mot entier.",
        "The passage, quoted; where it cuts a word, the whole word."), valueName: say("texte", "text")))
  var quotes: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        "Lequel, si le passage cité figure plusieurs fois.",
        "Which one, where the quoted text stands several times."), valueName: "n"))
  var occurrence: Int?

  @Option(
    help: ArgumentHelp(
      say(
        "Le passage, du caractère DÉBUT (compté de 0) à FIN exclu.",
        "The passage, from character START (from 0) to before END."),
      valueName: say("début-fin", "start-end")))
  var range: String?

  func part() throws -> HandCoding.Part {
    guard quotes.count <= 1 else { throw CommandError.repeated("--quote") }
    if let quote = quotes.first {
      guard range == nil else { throw CommandError.exclusive("--quote", "--range") }
      return .quote(quote, occurrence: occurrence)
    }
    guard let range else { return .whole }
    let ends = range.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard ends.count == 2, let start = ends[0], let end = ends[1], 0 <= start, start <= end else {
      throw CommandError.badValue(
        option: "--range", value: range,
        expected: say("de la forme DÉBUT-FIN, comme 12-40", "of the form START-END, such as 12-40"))
    }
    return .range(TextRange(start, end))
  }
}

struct CodeCommand: CoderCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "code",
      abstract: say(
        "Donner un code à une réponse, ou à un passage.", "Give a code to an answer, or to a part of it."))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var coder: CoderOption
  @OptionGroup var part: PartOptions

  @Option(
    help: ArgumentHelp(
      say("Un mémo sur ce codage.", "A memo on this coding."), valueName: say("texte", "text")))
  var memo: String?

  @Argument(help: ArgumentHelp(say("Le code.", "The code."), valueName: "code"))
  var code: String

  @Argument(
    help: ArgumentHelp(
      say("La réponse : RÉPONDANT/QUESTION.", "The answer: RESPONDENT/QUESTION."),
      valueName: say("réponse", "answer")))
  var answer: String

  func run(in session: Session) throws {
    let outcome = try HandCoding(session.study(common)).code(
      code, answer, part.part(), coder: coder.coder, memo: memo)
    let verb = outcome.hasChanged ? say("codé", "coded") : say("déjà codé", "coded already")
    try CodingScreen.print(outcome, verb, session)
    if outcome.introducesUser {
      try session.print(
        say(
          "Vous codez au nom de « \(outcome.coder) », l'utilisateur du système ; pour un autre nom : verbatim coders use NOM",
          "You are coding as '\(outcome.coder)', the system's user; for another name: verbatim coders use NAME"
        ))
    }
  }
}

struct UncodeCommand: CoderCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "uncode",
      abstract: say(
        "Retirer un code d'une réponse, ou d'un passage.", "Take a code away from an answer, or a part of it."
      ))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var coder: CoderOption
  @OptionGroup var part: PartOptions

  @Argument(help: ArgumentHelp(say("Le code.", "The code."), valueName: "code"))
  var code: String

  @Argument(
    help: ArgumentHelp(
      say("La réponse : RÉPONDANT/QUESTION.", "The answer: RESPONDENT/QUESTION."),
      valueName: say("réponse", "answer")))
  var answer: String

  func run(in session: Session) throws {
    let outcome = try HandCoding(session.study(common)).uncode(code, answer, part.part(), coder: coder.coder)
    try CodingScreen.print(outcome, say("retiré", "taken away"), session)
  }
}

/// What coding by hand did.
enum CodingScreen {
  static func print(_ outcome: HandCoding.Outcome, _ verb: String, _ session: Session) throws {
    for (range, segment) in zip(outcome.ranges, outcome.segments) {
      let text = say("« \(segment.onOneLine) »", "'\(segment.onOneLine)'")
      let head =
        "\(outcome.answer) · \(outcome.code) · \(outcome.coder) · \(range.start)-\(range.end) \(verb) "
      try session.print(head + text.cut(max(24, session.terminal.width - head.displayWidth)))
    }
  }
}

struct AutocodeCommand: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "autocode",
      abstract: say("Appliquer les règles des codes.", "Apply the codes' rules."),
      discussion: say(
        "Ce que trouve la règle d'un code est codé au nom de « autocode ». Recommencer ne change rien ; les codages faits à la main ne sont jamais touchés, et ce qui a été refusé n'est pas recodé.",
        "What a code's rule finds is coded in the name of 'autocode'. Doing it again changes nothing; codings made by hand are never touched, and what was refused is not coded again."
      ))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var listing: ListingOptions

  @Flag(
    help: ArgumentHelp(
      say("Montrer ce qui serait codé, sans rien coder.", "Show what would be coded and code nothing.")))
  var dryRun = false

  @Option(
    help: ArgumentHelp(
      say(
        "Ce qui est codé : sentence (la phrase), answer ou hit.", "What is coded: sentence, answer or hit."),
      valueName: say("étendue", "extent")))
  var unit: Autocoding.Extent = .sentence

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      say("Combien d'exemples montrer par code.", "How many examples to show of each code."), valueName: "n"))
  var samples: Int?

  @Flag(
    help: ArgumentHelp(
      say(
        "Montrer tous les passages ajoutés (+) et retirés (−).",
        "Show every segment added (+) and taken away (−).")))
  var show = false

  @Argument(
    help: ArgumentHelp(
      say("Les codes ; tous ceux qui ont une règle, sinon.", "The codes; else all that have a rule."),
      valueName: "code"))
  var codes: [String] = []

  func validate() throws {
    try OptionChecks.atLeast(0, samples, "--samples")
  }

  func run(in session: Session) throws {
    let lines = try Autocoding(session.study(common)).run(
      codes: codes, extent: unit, isDryRun: dryRun, samples: show ? .max : samples ?? (dryRun ? 1 : 0))
    var options = listing
    if options.format == nil && options.output == nil { options.format = .table }
    try session.list(options, show ? segments(lines) : counts(lines)) { screen(lines, session) }
  }

  private func counts(_ lines: [Autocoding.Line]) -> DataTable {
    DataTable(
      columns: [
        "code", "answers", "added", "removed", "kept", "also_by_hand", "refused", "version", "last_version",
        "rule",
      ],
      rows: lines.map {
        [
          .text($0.code), .integer($0.answers), .integer($0.added), .integer($0.removed), .integer($0.kept),
          .integer($0.alsoByHand), .integer($0.refused), .integer($0.version),
          $0.lastVersion.map { .integer($0) } ?? .missing, .text($0.rule),
        ]
      })
  }

  private func segments(_ lines: [Autocoding.Line]) -> DataTable {
    DataTable(
      columns: ["code", "change", "respondent", "question", "start", "end", "segment"],
      rows: lines.flatMap { line in
        line.samples.map { sample in
          [
            .text(line.code), .text(sample.isAdded ? "added" : "removed"), .text(sample.answer.respondent),
            TableValue(sample.answer.question), .integer(sample.range.start), .integer(sample.range.end),
            .text(sample.segment),
          ]
        }
      })
  }

  private func screen(_ lines: [Autocoding.Line], _ session: Session) -> [String] {
    var table = TextTable(columns: [
      .init(heading: "code", mayShrink: true), .init(heading: say("réponses", "answers"), alignment: .right),
      .init(heading: say("ajoutés", "added"), alignment: .right),
      .init(heading: say("retirés", "removed"), alignment: .right),
      .init(heading: say("gardés", "kept"), alignment: .right),
      .init(heading: say("aussi à la main", "also by hand"), alignment: .right),
    ])
    table.rows = lines.map { line in
      [session.style.swatch(line.colour) + line.code]
        + [line.answers, line.added, line.removed, line.kept, line.alsoByHand].map {
          $0 == 0 ? "–" : NumberWording.count($0)
        }
    }
    var text = session.lines(table)
    for line in lines where !line.samples.isEmpty {
      text.append(session.style.faint("  " + line.code))
      text += line.samples.map { sample in
        let head = "    \(sample.isAdded ? "+" : "−") \(sample.answer)  "
        return head + sample.segment.onOneLine.cut(max(24, session.terminal.width - head.displayWidth))
      }
    }
    for line in lines {
      guard line.hasChangedRule, let last = line.lastVersion else { continue }
      text.append(
        say(
          "\(line.code) : règle modifiée (version \(line.version) ; la dernière appliquée : \(last))",
          "\(line.code): the rule has changed (version \(line.version); last applied: \(last))"))
    }
    let refused = lines.reduce(0) { $0 + $1.refused }
    if refused > 0 {
      text.append(
        NumberWording.things(
          refused, ("proposition refusée, non codée", "propositions refusées, non codées"),
          ("proposal refused, not coded", "proposals refused, not coded")))
    }
    let added = lines.reduce(0) { $0 + $1.added }
    let removed = lines.reduce(0) { $0 + $1.removed }
    let change = say(
      "\(added.codings) en plus, \(NumberWording.count(removed)) en moins",
      "\(added.codings) more, \(NumberWording.count(removed)) fewer")
    text.append(
      dryRun ? say("Rien n'a été codé (--dry-run) : ", "Nothing was coded (--dry-run): ") + change : change)
    return text
  }
}

struct CodingsCommand: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "codings", abstract: say("La liste des codages.", "The list of codings."))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var selection: CodingSelection

  @Option(
    help: ArgumentHelp(
      say("Seulement sur cette réponse.", "Only on this answer."), valueName: say("réponse", "answer")))
  var answer: String?

  @Option(
    help: ArgumentHelp(
      say("Seulement : hand, rule ou import.", "Only: hand, rule or import."),
      valueName: say("origine", "origin")))
  var origin: Coding.Origin?

  func run(in session: Session) throws {
    let list = try CodingList(session.study(common))
    func forEach(_ body: (CodingLine) throws -> Void) throws {
      try list.forEach(
        codes: selection.codes, withChildren: selection.withChildren, coders: selection.coders,
        answer: answer, query: selection.scope.query, origin: origin, body)
    }
    let columns = [
      "respondent", "question", "code", "start", "end", "segment", "coder", "origin", "date", "memo",
    ]
    try session.list(listing, columns: columns) {
      var text = TextTable(columns: [
        .init(heading: say("réponse", "answer")), .init(heading: "code"),
        .init(heading: say("codeur", "coder")),
        .init(heading: say("passage", "range")), .init(heading: say("texte", "text"), mayShrink: true),
      ])
      try forEach { line in
        text.rows.append([
          line.answer.description, session.style.swatch(line.colour) + line.code, line.coder,
          "\(line.coding.range.start)-\(line.coding.range.end)", line.segment.onOneLine,
        ])
      }
      return (text.rows.isEmpty ? [] : session.lines(text)) + [text.rows.count.codings]
    } rows: { add in
      try forEach { line in
        try add([
          .text(line.answer.respondent), .text(line.answer.question ?? ""), .text(line.code),
          .integer(line.coding.range.start), .integer(line.coding.range.end), .text(line.segment),
          .text(line.coder),
          .text(line.coding.origin.rawValue), .text(line.coding.date), .text(line.memo),
        ])
      }
    }
  }
}

/// Which codings: by code, coder and query.
struct CodingSelection: ParsableArguments {
  @Option(
    name: .customLong("code"),
    help: ArgumentHelp(
      say("Seulement ce code (répétable).", "Only this code (repeatable)."), valueName: "code"))
  var codes: [String] = []

  @Flag(help: ArgumentHelp(say("Avec les codes placés dessous.", "With the codes under it.")))
  var withChildren = false

  @Option(
    name: .customLong("coder"),
    help: ArgumentHelp(
      say("Seulement ce codeur (répétable).", "Only this coder (repeatable)."), valueName: say("nom", "name"))
  )
  var coders: [String] = []

  @OptionGroup var scope: WhereOption
}
