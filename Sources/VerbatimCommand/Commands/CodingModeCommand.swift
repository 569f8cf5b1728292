import ArgumentParser
import Workbench

struct CodingModeCommand: CoderCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "coding",
      abstract: say("Coder à la main, réponse après réponse.", "Code by hand, answer after answer."),
      discussion: say(
        """
        Montre chaque réponse d'une liste et lit ce qu'il faut en faire : un code par quelques lettres, un passage, un \
        mémo ; « ? » dit tout. Sans rien de plus, reprend où l'on s'était arrêté. Lit aussi l'entrée standard.
        """,
        """
        Shows each answer of a list and reads what to do with it: a code by a few letters, a part, a memo; '?' tells \
        all. Without more it resumes where one stopped. It reads standard input, too.
        """), aliases: ["coder"])
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var coder: CoderOption
  @OptionGroup var listing: ListingOptions

  @Option(
    help: ArgumentHelp(
      say("Relire les segments de ce code.", "Review the segments of this code."), valueName: "code"))
  var review: String?

  @Flag(
    help: ArgumentHelp(
      say(
        "Seulement ce qui m'est confié et que je n'ai pas vu.",
        "Only what is assigned to me and I have not seen.")))
  var assigned = false

  @Flag(help: ArgumentHelp(say("Seulement ce que je n'ai pas vu.", "Only what I have not seen.")))
  var unseen = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      say("Seulement n réponses tirées au hasard.", "Only n answers drawn at random."), valueName: "n"))
  var sample: Int?

  @Option(
    help: ArgumentHelp(
      say(
        "La graine du hasard : la même donne le même tirage.",
        "The seed of chance: the same gives the same draw."), valueName: "n"))
  var seed: UInt64 = 1

  @Flag(
    help: ArgumentHelp(
      say(
        "Cacher les codages des autres et ce que proposent les règles.",
        "Hide the codings of others and what rules propose.")))
  var blind = false

  @Option(
    name: .customLong("list"),
    help: ArgumentHelp(
      say(
        "Le nom à donner à la liste ; seul : celle à reprendre.", "The list's name; alone: the one to resume."
      ),
      valueName: say("nom", "name")))
  var name: String?

  @Flag(help: ArgumentHelp(say("Refaire la liste depuis le début.", "Make the list afresh.")))
  var new = false

  @Flag(help: ArgumentHelp(say("Montrer mes listes.", "Show my lists.")))
  var lists = false

  @Flag(
    help: ArgumentHelp(
      say(
        "Montrer aussi les lignes lues, comme au terminal.", "Show the lines read, too, as a terminal would.")
    ))
  var echo = false

  @Argument(
    help: ArgumentHelp(
      say(
        "Les réponses à parcourir, ou une seule : RÉPONDANT/QUESTION.",
        "The answers to go through, or one: RESPONDENT/QUESTION."), valueName: say("requête", "query")))
  var query: [String] = []

  func validate() throws {
    try OptionChecks.atLeast(1, sample, "--sample")
  }

  func run(in session: Session) throws {
    let study = try session.study(common)
    if lists { return try showLists(study, session) }
    let typed = QueryHelp.joined(query)
    // `R001/q2` is an answer where there is one of that name.
    let answer = try typed.contains("/") ? study.answer(called: typed) : nil
    let request = CodingListRequest(
      answer: answer, query: typed.isEmpty || answer != nil ? nil : typed, review: review,
      isAssigned: assigned, isUnseen: unseen,
      sample: sample,
      seed: seed, isBlind: blind)
    if request.isOpen && new {
      let last = try CodingSession.resume(named: name, coder: coder.coder, study)
      let coding = try CodingSession.begin(
        last.request, named: last.name, coder: coder.coder, isNew: true, study)
      return try run(coding, session, study)
    }
    let coding =
      request.isOpen && !blind
      ? try CodingSession.resume(named: name, coder: coder.coder, study)
      : try CodingSession.begin(request, named: name, coder: coder.coder, isNew: new, study)
    try run(coding, session, study)
  }

  private func run(_ coding: CodingSession, _ session: Session, _ study: Study) throws {
    let repl = Repl(session, study, common)
    let (outerLines, outerCoder) = (session.lines, session.coder)
    let source = outerLines ?? repl.lineSource()
    // Commands given within, such as another list, read the same lines and are in the same name.
    session.lines = source
    session.coder = coder.coder ?? outerCoder
    defer { (session.lines, session.coder) = (outerLines, outerCoder) }
    if echo { source.echo = { [session] in try session.print($0) } }
    let loop = CodingLoop(session, coding, source) { line in
      _ = try repl.perform(line, isInteractive: source.isInteractive)
      return repl.takeFailure()
    }
    let code = try loop.run()
    if outerLines != nil { session.failure = code } else if code != 0 { throw ExitCode(code) }
  }

  private func showLists(_ study: Study, _ session: Session) throws {
    let lists = try CodingSession.lists(of: coder.coder, study)
    let table = DataTable(
      columns: ["list", "position", "answers", "date"],
      rows: lists.map { [.text($0.name), .integer($0.position), .integer($0.answers), .text($0.date)] })
    try session.list(listing, table) {
      guard !lists.isEmpty else { return [say("Aucune liste.", "No list.")] }
      var screen = TextTable(columns: [
        .init(heading: say("liste", "list"), mayShrink: true),
        .init(heading: say("passées", "passed"), alignment: .right),
        .init(heading: say("réponses", "answers"), alignment: .right),
        .init(heading: say("dernière fois", "last time") + " (\(HistoryTime.name()))"),
      ])
      screen.rows = lists.map {
        [
          $0.name.onOneLine, NumberWording.count($0.position), NumberWording.count($0.answers),
          HistoryTime.local($0.date),
        ]
      }
      return session.lines(screen)
    }
  }
}
