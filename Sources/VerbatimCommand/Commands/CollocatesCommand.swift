import ArgumentParser
import Workbench

struct CollocatesCommand: SessionCommand {
  static let asksOneQuery = true
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "collocates",
      abstract: say(
        "Les mots qui accompagnent ce que trouve une requête.", "The words beside what a query finds."),
      discussion: say(
        """
        Les positions proches d'une occurrence comptent une fois chacune, celles des occurrences elles-mêmes \
        non : f est le nombre de celles que prend un mot, t leur nombre, F la fréquence du mot et T la taille \
        du corpus, en mots et signes. Dans les fichiers, toutes les mesures.
        """,
        """
        Each position near a hit counts once, those of the hits themselves do not: f is how many of them a \
        word takes, t how many there are, F the word's frequency and T the size of the corpus, in words and \
        marks. Files have all measures.
        """))
  }

  enum Unit: String, CaseIterable, ExpressibleByArgument {
    case window, sentence
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var language: QueryLanguageOption

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      say("À n mots et signes au plus, de chaque côté.", "At most n words and marks away, on each side."),
      valueName: "n"))
  var window: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(say("À gauche, à n au plus.", "On the left, at most n away."), valueName: "n"))
  var left: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(say("À droite, à n au plus.", "On the right, at most n away."), valueName: "n"))
  var right: Int?

  @Option(
    help: ArgumentHelp(
      say("L'unité : window, ou sentence (la phrase).", "The unit: window, or sentence."),
      valueName: "window|sentence"))
  var unit: Unit = .window

  @OptionGroup var words: WordOptions

  @Option(
    help: ArgumentHelp(
      say(
        "Trier par lafon, g2, chi2, dice, logdice, jaccard, cosine, pmi, npmi, t, z, f, distance ou word.",
        "Sort by lafon, g2, chi2, dice, logdice, jaccard, cosine, pmi, npmi, t, z, f, distance or word."),
      valueName: say("mesure", "measure")))
  var sort: Collocations.Order = .measure(.lafon)

  @OptionGroup var top: TopOption

  @Argument(help: ArgumentHelp(say("La requête.", "The query."), valueName: say("requête", "query")))
  var query: [String]

  private static let widest = 1000

  func validate() throws {
    for (value, name) in [(window, "--window"), (left, "--left"), (right, "--right")] {
      try OptionChecks.atLeast(0, value, name)
      if let value, value > Self.widest {
        throw ValidationError(
          say("\(name) est d'au plus \(Self.widest)", "\(name) is at most \(Self.widest)"))
      }
    }
    if unit == .sentence, window != nil || left != nil || right != nil {
      throw ValidationError(
        say(
          "--unit sentence exclut --window, --left et --right",
          "--unit sentence excludes --window, --left and --right"))
    }
    guard case .window(0, 0) = context else { return }
    throw ValidationError(say("une fenêtre de 0 ne contient rien", "a window of 0 holds nothing"))
  }

  private var context: CollocateContext {
    guard unit == .window else { return .sentence }
    // One side given alone is that side alone.
    let other = window ?? (left == nil && right == nil ? 5 : 0)
    return .window(left: left ?? other, right: right ?? other)
  }

  func run(in session: Session) throws {
    let study = try session.study(common)
    var asked = ""
    let table = try language.read(query) { query in
      asked = query
      return try Collocations(study).table(
        Collocations.Request(
          query, context: context, words: words.selection(minimum: Self.minimum), sort: sort,
          limit: top.limit(listing.format(on: session.terminal), default: 20)))
    }
    let data = DataTable(
      columns: [words.by.column, "f", "F", "t", "T", "mean_distance"] + MeasureColumns.names,
      rows: table.rows.map { row in
        [
          .text(row.counts.word), .integer(row.counts.cofrequency), .integer(row.counts.frequency),
          .integer(table.positionCount), .integer(table.tokenCount), .number(row.counts.meanDistance),
        ] + MeasureColumns.cells(row.table)
      })
    try session.list(listing, data) {
      lines(table, session)
        + Paragraph.lines(footer(table), width: session.terminal.width).map(session.style.faint)
    }
    try session.noteRemarks(
      on: asked, in: words.filter.scope.query, foundNothing: table.hitCount == 0, of: study)
  }

  /// That there is no word, and from how often on there would be one.
  private var nothing: String {
    let minimum = words.filter.minimum ?? Self.minimum
    return minimum > 1
      ? say(
        "Aucun mot \(minimum) fois ou plus (--min 1 : tous).",
        "No word \(minimum) times or more (--min 1: all).")
      : say("Aucun mot.", "No word.")
  }

  /// How often a word stands beside the hits at least, unless said.
  private static let minimum = 2

  private func lines(_ table: Collocations.Table, _ session: Session) -> [String] {
    guard !table.rows.isEmpty else { return [table.hitCount > 0 ? nothing : say("Aucun mot.", "No word.")] }
    var measures: [AssociationMeasure] = [.lafon, .g2, .logDice]
    if case .measure(let measure) = sort, measure != .f, !measures.contains(measure) {
      measures.append(measure)
    }
    var text = TextTable(
      columns: [.init(heading: words.by.wording, mayShrink: true)]
        + (["f", "F", say("attendu", "expected")] + measures.map(\.wording) + [say("distance", "distance")])
        .map { .init(heading: $0, alignment: .right) })
    text.rows = table.rows.map { row in
      [
        row.counts.word, NumberWording.count(row.counts.cofrequency),
        NumberWording.count(row.counts.frequency),
        row.table.expected.map { NumberWording.decimal($0, places: 1) } ?? "–",
      ] + measures.map { $0.text(row.table) } + [NumberWording.decimal(row.counts.meanDistance, places: 1)]
    }
    return session.lines(text)
  }

  private func footer(_ table: Collocations.Table) -> String {
    let unit: String
    switch context {
    case .sentence: unit = say("phrase", "sentence")
    case .window(let left, let right):
      unit = say(
        "fenêtre de \(left) à gauche et \(right) à droite",
        "window of \(left) on the left and \(right) on the right")
    }
    var text = say("Unité : ", "Unit: ") + unit + ". "
    text += say(
      "t = \(NumberWording.count(table.positionCount)) positions autour de \(table.hitCount.hits) (\(table.answerCount.answers)), T = \(table.tokenCount.tokens).",
      "t = \(NumberWording.count(table.positionCount)) positions around \(table.hitCount.hits) (\(table.answerCount.answers)), T = \(table.tokenCount.tokens)."
    )
    if table.rows.count < table.rowCount {
      text += say(
        " \(table.rows.count) mots sur \(NumberWording.count(table.rowCount)) ; tous : --top 0.",
        " \(table.rows.count) of \(NumberWording.count(table.rowCount)) words; all: --top 0.")
    }
    return text
  }
}
