import ArgumentParser
import Workbench

struct CodersAssign: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "assign",
      abstract: say("Répartir des réponses entre codeurs.", "Give answers to coders to go through."),
      discussion: say(
        "Le tirage suit la graine : même graine, même répartition. Chaque question est répartie également, et chaque modalité de --by. Les réponses déjà données à l'un de ces codeurs restent comme elles sont.",
        "The draw follows the seed: the same seed gives the same answers. Each question is spread evenly, and each value of --by. Answers that one of these coders has already stay as they are."
      ))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var named: CodersOption

  @Option(
    help: ArgumentHelp(
      say(
        "Les réponses données à plusieurs, pour mesurer l'accord : un nombre, ou une part comme 20%.",
        "The answers given to several, to measure agreement: a number, or a share such as 20%."),
      valueName: "n|n%"))
  var overlap: Assigning.Overlap = .count(0)

  @Flag(
    help: ArgumentHelp(
      say(
        "Donner chacune de celles-ci à deux codeurs, toutes les paires à tour de rôle, plutôt qu'à tous.",
        "Give each of those to two coders, every pair in turn, rather than to all.")))
  var pairs = false

  @Option(
    help: ArgumentHelp(
      say(
        "La variable dont chaque modalité est répartie également, les nombres par classes.",
        "The variable whose values are each spread evenly, numbers in classes."),
      valueName: "variable"))
  var by: String?

  @Option(help: ArgumentHelp(say("La graine du tirage.", "The draw's seed."), valueName: "n"))
  var seed: UInt64 = 1

  @Flag(
    help: ArgumentHelp(
      say("Montrer la répartition, sans rien donner.", "Show who would get what and give nothing.")))
  var dryRun = false

  @OptionGroup var scope: WhereOption

  func run(in session: Session) throws {
    let outcome = try Assigning(session.study(common)).run(
      Assigning.Request(
        coders: named.names, overlap: overlap, inPairs: pairs, query: scope.query, variable: by, seed: seed,
        isDryRun: dryRun))
    let table = DataTable(
      columns: ["coder", "answers", "alone", "shared", "before"] + outcome.groups.map { "\(by ?? "")=\($0)" },
      rows: outcome.lines.map { line in
        [
          .text(line.coder), .integer(line.alone + line.shared), .integer(line.alone), .integer(line.shared),
          .integer(line.before),
        ] + line.byGroup.map { .integer($0) }
      })
    var options = listing
    if options.format == nil && options.output == nil { options.format = .table }
    try session.list(options, table) { screen(outcome, session) }
  }

  private func screen(_ outcome: Assigning.Outcome, _ session: Session) -> [String] {
    let hasBefore = outcome.lines.contains { $0.before > 0 }
    var text = TextTable(
      columns: [
        .init(heading: say("codeur", "coder")), .init(heading: say("réponses", "answers"), alignment: .right),
        .init(heading: say("seul", "alone"), alignment: .right),
        .init(heading: say("en commun", "shared"), alignment: .right),
      ] + (hasBefore ? [.init(heading: say("déjà", "before"), alignment: .right)] : [])
        + outcome.groups.map {
          .init(heading: $0.isEmpty ? say("sans réponse", "no value") : $0, alignment: .right)
        })
    text.rows = outcome.lines.map { line in
      [line.coder]
        + ([line.alone + line.shared, line.alone, line.shared] + (hasBefore ? [line.before] : [])
        + line.byGroup)
        .map { $0 == 0 ? "–" : NumberWording.count($0) }
    }
    var end = say(
      "\(NumberWording.things(outcome.answers, ("réponse répartie", "réponses réparties"), ("", ""))), dont \(NumberWording.count(outcome.shared)) en commun",
      "\(outcome.answers.answers) given, \(NumberWording.count(outcome.shared)) of them shared")
    if let asked = outcome.overlapAsked {
      end += say(" (\(asked) demandées)", " (\(asked) asked for)")
    }
    if outcome.alreadyGiven > 0 {
      end += say(
        " ; \(outcome.alreadyGiven.answers) déjà données restent comme elles sont",
        "; \(outcome.alreadyGiven.answers) given before stay as they are")
    }
    end += say(". Graine : \(outcome.seed).", ". Seed: \(outcome.seed).")
    if dryRun { end += say(" Rien n'a été donné (--dry-run).", " Nothing was given (--dry-run).") }
    return session.lines(text) + [end]
  }
}

struct CodersUnassign: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "unassign",
      abstract: say(
        "Reprendre aux codeurs les réponses qu'ils n'ont pas parcourues.",
        "Take back from coders the answers that they have not gone through."))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var named: CodersOption
  @OptionGroup var scope: WhereOption

  func run(in session: Session) throws {
    let (taken, kept) = try Assigning(session.study(common)).takeBack(coders: named.names, query: scope.query)
    var line = say("Reprises : \(taken.answers)", "Taken back: \(taken.answers)")
    if kept > 0 {
      line += say(" ; \(kept.answers) déjà parcourues restent", "; \(kept.answers) gone through stay")
    }
    try session.print(line)
  }
}

struct CodersProgress: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "progress",
      abstract: say("Où en est chaque codeur.", "How far each coder has come."))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var scope: WhereOption

  func run(in session: Session) throws {
    let lines = try CoderProgress(session.study(common)).lines(query: scope.query)
    let table = DataTable(
      columns: [
        "coder", "assigned", "assigned_seen", "left", "seen", "coded", "seen_uncoded", "coded_unseen", "last",
      ],
      rows: lines.map {
        [
          .text($0.coder), .integer($0.assigned), .integer($0.assignedSeen), .integer($0.left),
          .integer($0.seen),
          .integer($0.coded), .integer($0.seenUncoded), .integer($0.codedUnseen), .text($0.last),
        ]
      })
    try session.list(listing, table) {
      guard !lines.isEmpty else { return [say("Aucun codeur.", "No coder.")] }
      var text = TextTable(columns: [
        .init(heading: say("codeur", "coder")), .init(heading: say("données", "given"), alignment: .right),
        .init(heading: say("faites", "done"), alignment: .right), .init(heading: ""),
        .init(heading: say("restent", "left"), alignment: .right),
        .init(heading: say("vues", "seen"), alignment: .right),
        .init(heading: say("codées", "coded"), alignment: .right),
        .init(heading: say("vues sans code", "seen, no code"), alignment: .right),
        .init(heading: say("codées, non vues", "coded, not seen"), alignment: .right),
      ])
      text.rows = lines.map { line in
        func count(_ number: Int) -> String { number == 0 ? "–" : NumberWording.count(number) }
        return [
          line.coder, count(line.assigned), count(line.assignedSeen), bar(line), count(line.left),
          count(line.seen),
          count(line.coded), count(line.seenUncoded), count(line.codedUnseen),
        ]
      }
      return session.lines(text)
        + (lines.contains { $0.codedUnseen > 0 }
          ? [
            say(
              "Codées, non vues : codages importés ; dire ce qui a été parcouru : verbatim import VUES.csv --as seen",
              "Coded, not seen: imported codings; to say what was gone through: verbatim import SEEN.csv --as seen"
            )
          ] : [])
    }
  }

  private func bar(_ line: CoderProgress.Line) -> String {
    guard line.assigned > 0 else { return "" }
    let full = line.assignedSeen * 10 / line.assigned
    return String(repeating: "█", count: full) + String(repeating: "░", count: 10 - full) + " "
      + NumberWording.share(Double(line.assignedSeen) / Double(line.assigned))
  }
}

struct CodersSeen: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "seen",
      abstract: say(
        "Les réponses que chaque codeur a parcourues.", "The answers that each coder has gone through."))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var counted: CountedCoders
  @OptionGroup var scope: WhereOption

  func run(in session: Session) throws {
    let lines = try SeenList(session.study(common)).lines(coders: counted.names, query: scope.query)
    let table = DataTable(
      columns: ["respondent", "question", "coder", "date", "codings"],
      rows: lines.map {
        [
          .text($0.answer.respondent), TableValue($0.answer.question), .text($0.coder), .text($0.date),
          .integer($0.codings),
        ]
      })
    try session.list(listing, table) {
      guard !lines.isEmpty else { return [say("Aucune réponse parcourue.", "No answer gone through.")] }
      var text = TextTable(columns: [
        .init(heading: say("réponse", "answer")), .init(heading: say("codeur", "coder")),
        .init(heading: say("codages", "codings"), alignment: .right),
        .init(heading: "date (\(HistoryTime.name()))"),
      ])
      text.rows = lines.map {
        [
          $0.answer.description, $0.coder, $0.codings == 0 ? "–" : NumberWording.count($0.codings),
          HistoryTime.local($0.date),
        ]
      }
      return session.lines(text)
    }
  }
}

struct CodersMark: CoderCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "mark",
      abstract: say(
        "Noter des réponses comme parcourues, codées ou non.", "Note answers as gone through, coded or not."))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var coder: CoderOption
  @OptionGroup var scope: WhereOption

  @Flag(help: ArgumentHelp(say("Les noter comme non parcourues.", "Note them as not gone through.")))
  var unseen = false

  @Argument(
    help: ArgumentHelp(
      say("Les réponses : RÉPONDANT/QUESTION.", "The answers: RESPONDENT/QUESTION."),
      valueName: say("réponse", "answer")))
  var answers: [String] = []

  func run(in session: Session) throws {
    guard !answers.isEmpty || scope.query != nil else {
      throw CommandError.missing(say("une réponse, ou --where REQUÊTE", "an answer, or --where QUERY"))
    }
    let (changed, all, name) = try mark(in: session.study(common))
    var line =
      (unseen ? say("Non parcourues : ", "Not gone through: ") : say("Parcourues : ", "Gone through: "))
      + changed.answers + " · " + name
    if changed < all {
      line += say(" (\((all - changed).answers) déjà)", " (\((all - changed).answers) already)")
    }
    try session.print(line)
  }

  private func mark(in study: Study) throws -> (changed: Int, answers: Int, coder: String) {
    do {
      return try SeenList(study).mark(
        answers: answers, query: scope.query, coder: coder.coder, isSeen: !unseen)
    } catch StudyError.unknownRespondent(let identifier, let near) {
      // Whoever wrote a filter where an answer's name stands means a query.
      guard near == nil, identifier.contains(":"), (try? QueryParser.parse(identifier)) != nil else {
        throw StudyError.unknownRespondent(identifier: identifier, near: near)
      }
      throw CommandError.queryAsAnswer(identifier)
    }
  }
}

/// The coders that a command is about.
struct CodersOption: ParsableArguments {
  @Option(
    name: .customLong("coders"),
    help: ArgumentHelp(
      say("Les codeurs, séparés par des virgules.", "The coders, separated by commas."),
      valueName: say("nom,…", "name,…")))
  var list: String

  var names: [String] { ColumnList.names(list) }
}
