import ArgumentParser
import Workbench

struct AgreementCommand: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "agreement",
      abstract: say("L'accord entre codeurs.", "The agreement of coders."),
      discussion: say(
        """
        Ne comptent que les réponses que deux des codeurs au moins ont parcourues (« coders seen ») ; une réponse \
        codée par quelqu'un a été parcourue par lui. Mesures : percent, cohen-kappa (deux codeurs), \
        brennan-prediger, gwet-ac1, fleiss-kappa, krippendorff-alpha ; u-alpha pour des passages (--unit token ou \
        character). Les formats de fichier les donnent toutes, avec leur intervalle.
        """,
        """
        Only answers count that at least two of the coders have gone through (`coders seen`); whoever coded an \
        answer has gone through it. Measures: percent, cohen-kappa (two coders), brennan-prediger, gwet-ac1, \
        fleiss-kappa, krippendorff-alpha; u-alpha for segments (--unit token or character). The file formats give \
        all of them, with their intervals.
        """))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var compared: ComparedOptions

  @Option(
    name: .customLong("measure"),
    help: ArgumentHelp(
      say("Les mesures à montrer (répétable).", "The measures to show (repeatable)."),
      valueName: say("mesure", "measure")))
  var measures: [AgreementMeasure] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      say(
        "Combien de tirages pour les intervalles à 95 % ; 0 : aucun intervalle.",
        "How many resamples for the 95 % intervals; 0: no intervals."), valueName: "n"))
  var bootstrap = 1000

  @Option(help: ArgumentHelp(say("La graine de ces tirages.", "The resamples' seed."), valueName: "n"))
  var seed: UInt64 = 1

  func validate() throws {
    guard (0...100_000).contains(bootstrap) else {
      throw ValidationError(
        say("--bootstrap doit être entre 0 et 100000", "--bootstrap must be between 0 and 100000"))
    }
  }

  func run(in session: Session) throws {
    let table = try CoderAgreement(session.study(common)).table(
      compared.request, replicates: bootstrap, seed: seed)
    try session.list(listing, AgreementScreen.data(table)) {
      AgreementScreen.lines(table, measures: measures, session)
    }
  }
}

/// Whose codings are compared, on what.
struct ComparedOptions: ParsableArguments {
  @OptionGroup var named: CodersOption

  @Option(
    help: ArgumentHelp(
      say(
        "L'unité : answer (la réponse), token (le mot) ou character.", "The unit: answer, token or character."
      ),
      valueName: say("unité", "unit")))
  var unit: AgreementUnit = .answer

  @Option(
    name: .customLong("code"),
    help: ArgumentHelp(
      say(
        "Seulement ce code (répétable) ; sinon tous ceux que l'un d'eux a donnés.",
        "Only this code (repeatable); else all that one of them gave."), valueName: "code"))
  var codes: [String] = []

  @Flag(
    help: ArgumentHelp(
      say("Un code vaut aussi pour ceux placés dessous.", "A code stands for those under it, too."))
  )
  var withChildren = false

  @Option(
    name: .customLong("question"),
    help: ArgumentHelp(
      say(
        "Seulement les réponses à cette question (répétable).", "Only answers to this question (repeatable)."),
      valueName: "question"))
  var questions: [String] = []

  @OptionGroup var scope: WhereOption

  @Flag(
    help: ArgumentHelp(
      say(
        "Compter toutes les réponses comme parcourues par tous, quoi qu'il soit noté.",
        "Count every answer as gone through by everybody, whatever is noted.")))
  var allAnswers = false

  var request: AgreementRequest {
    AgreementRequest(
      coders: named.names, unit: unit, codes: codes, withChildren: withChildren, questions: questions,
      query: scope.query, countsAll: allAnswers)
  }
}

struct DisagreementsCommand: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "disagreements",
      abstract: say("Les désaccords entre codeurs, à régler.", "The disagreements of coders, to settle."),
      discussion: say(
        "À l'unité de la réponse, un code donné par l'un et non par l'autre ; à celle du mot ou du caractère, aussi un code donné à des passages différents. Ceux qui sont réglés (settle) ne sont listés qu'avec --settled.",
        "At unit answer, a code that one gave and another did not; at unit token or character, also a code given to different parts. Those that are settled (settle) are listed with --settled only."
      ))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var compared: ComparedOptions

  @Flag(help: ArgumentHelp(say("Avec ceux qui sont réglés.", "With those that are settled.")))
  var settled = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(say("En montrer au plus n ; 0 : tous.", "Show at most n; 0: all."), valueName: "n"))
  var limit = 0

  func validate() throws {
    try OptionChecks.atLeast(0, limit, "--limit")
  }

  func run(in session: Session) throws {
    let outcome = try Disagreements(session.study(common)).find(compared.request, includesSettled: settled)
    try session.list(listing, DisagreementScreen.data(outcome, limit: limit)) {
      DisagreementScreen.lines(outcome, limit: limit, compared, session)
    }
    if let path = listing.output {
      let shown = limit > 0 ? min(limit, outcome.lines.count) : outcome.lines.count
      try session.print(say("Écrit : ", "Written: ") + "\(path) (\(shown.disagreements))")
    }
  }
}

struct SettleCommand: CoderCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "settle",
      abstract: say("Régler un désaccord entre codeurs.", "Settle a disagreement of coders."),
      discussion: say(
        """
        La décision est codée au nom de « consensus », avec son mémo. --as dit laquelle : le nom d'un codeur (comme \
        lui), none (le code n'est pas donné), common (ce que tous ceux qui l'ont donné ont codé), union (ce qu'un seul \
        a codé), whole (toute la réponse) ; ou --quote, --range. --agreed reprend d'un coup tout ce sur quoi les \
        codeurs sont d'accord.
        """,
        """
        The decision is coded in the name of 'consensus', with its memo. --as says which: a coder's name (as they \
        did), none (the code is not given), common (what all who gave it coded), union (what any of them coded), \
        whole (the whole answer); or --quote, --range. --agreed takes over all that the coders agree on.
        """))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var coder: CoderOption
  @OptionGroup var part: PartOptions

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      say(
        "La décision : un codeur, none, common, union ou whole.",
        "The decision: a coder, none, common, union or whole."),
      valueName: say("décision", "decision")))
  var decision: String?

  @Option(
    help: ArgumentHelp(say("Pourquoi.", "Why."), valueName: say("texte", "text")))
  var memo: String?

  @Flag(
    name: .customLong("new"),
    help: ArgumentHelp(
      say(
        "Décider d'un code qu'aucun codeur n'a donné à cette réponse.",
        "Decide on a code that no coder gave this answer.")))
  var isNew = false

  @Flag(
    help: ArgumentHelp(
      say(
        "Reprendre tout ce sur quoi les codeurs (--coders) sont d'accord.",
        "Take over all that the coders (--coders) agree on.")))
  var agreed = false

  @Option(
    name: .customLong("coders"),
    help: ArgumentHelp(
      say(
        "Avec --agreed : les codeurs, séparés par des virgules.",
        "With --agreed: the coders, separated by commas."),
      valueName: say("nom,…", "name,…")))
  var coders: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Avec --agreed, quand les passages diffèrent : common (ce que tous ont codé, ou tous les passages s'ils ne se touchent pas) ou united (ce qu'un seul a codé).",
        "With --agreed, where parts differ: common (what all coded, or all parts where they do not touch) or united (what any coded)."
      ),
      valueName: say("étendue", "extent")))
  var extent: Settling.Extent = .common

  @Flag(help: ArgumentHelp(say("Avec --agreed : ne rien écrire.", "With --agreed: write nothing.")))
  var dryRun = false

  @OptionGroup var scope: WhereOption

  @Argument(
    help: ArgumentHelp(
      say("La réponse : RÉPONDANT/QUESTION.", "The answer: RESPONDENT/QUESTION."),
      valueName: say("réponse", "answer")))
  var answer: String?

  @Argument(help: ArgumentHelp(say("Le code.", "The code."), valueName: "code"))
  var code: String?

  func run(in session: Session) throws {
    if agreed { return try settleAgreed(session) }
    for (option, isGiven) in [
      ("--coders", coders != nil), ("--where", scope.query != nil), ("--dry-run", dryRun),
    ]
    where isGiven {
      throw CommandError.missing(
        say("--agreed, qu'il faut avec \(option)", "--agreed, which \(option) needs,"))
    }
    guard let answer else { throw CommandError.missing(say("la réponse", "the answer")) }
    guard let code else { throw CommandError.missing(say("le code", "the code")) }
    let outcome = try Settling(session.study(common)).settle(
      code, answer, as: chosen(), memo: memo, isNew: isNew, coder: coder.coder)
    let head = "\(outcome.answer) · \(outcome.code) · \(CoderChoice.consensus) · "
    let verb = outcome.hasChanged ? say("réglé", "settled") : say("déjà réglé ainsi", "settled so already")
    if outcome.ranges.isEmpty {
      try session.print(head + verb + say(" : code non donné", ": code not given"))
    }
    for (range, segment) in zip(outcome.ranges, outcome.segments) {
      let line = head + "\(range.start)-\(range.end) \(verb) "
      let text = say("« \(segment.onOneLine) »", "'\(segment.onOneLine)'")
      try session.print(line + text.cut(max(24, session.terminal.width - line.displayWidth)))
    }
  }

  private func chosen() throws -> Settling.Decision {
    let part = try part.part()
    switch (decision, part) {
    case (nil, .whole):
      throw CommandError.missing(
        say("la décision : --as, --quote ou --range", "the decision, --as, --quote or --range,"))
    case (nil, _): return .part(part)
    case (.some, .quote): throw CommandError.exclusive("--as", "--quote")
    case (.some, .range): throw CommandError.exclusive("--as", "--range")
    case ("none", _): return .notGiven
    case ("common", _): return .common
    case ("union", _): return .united
    case ("whole", _): return .part(.whole)
    case (let name?, _): return .asCoder(name)
    }
  }

  private func settleAgreed(_ session: Session) throws {
    guard answer == nil, decision == nil else { throw CommandError.exclusive("--agreed", "--as") }
    guard !isNew else { throw CommandError.exclusive("--agreed", "--new") }
    guard let coders else { throw CommandError.missing("--coders") }
    let request = AgreementRequest(coders: ColumnList.names(coders), query: scope.query)
    let outcome = try Settling(session.study(common)).settleAgreed(
      request, extent: extent, isDryRun: dryRun, coder: coder.coder)
    var line = say(
      "Repris au nom de « consensus » : \(outcome.added.codings)",
      "Taken over by 'consensus': \(outcome.added.codings)")
    if outcome.identical > 0 {
      line += say(" (\(outcome.identical.codings) déjà là)", " (\(outcome.identical.codings) there already)")
    }
    line += say(
      " ; \(outcome.answers.answers) sans désaccord", "; \(outcome.answers.answers) without disagreement")
    if dryRun { line += say(" — rien n'a été écrit (--dry-run)", " — nothing was written (--dry-run)") }
    try session.print(line)
    if outcome.left > 0 {
      let command =
        DisagreementsHint.command(request.coders, query: scope.query).map {
          say(" ; pour les voir : ", "; to see them: ") + $0
        } ?? ""
      try session.print(
        say("Reste à régler : ", "Left to settle: ") + outcome.left.disagreements + command)
    }
  }
}
