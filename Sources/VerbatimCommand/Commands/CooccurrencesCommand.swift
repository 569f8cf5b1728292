import ArgumentParser
import Workbench

struct CooccurrencesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "cooccurrences",
      abstract: say(
        "Ce qui va avec quoi : codes, mots, ou codes et mots.",
        "What goes with what: codes, words, or codes and words."),
      subcommands: [
        CodeCooccurrencesCommand.self, WordCooccurrencesCommand.self, CodeWordCooccurrencesCommand.self,
      ])
  }
}

/// What a table of co-occurrences shows.
struct CooccurrenceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "L'unité : answer, sentence, overlap ou window:N.", "The unit: answer, sentence, overlap or window:N."
      ), valueName: say("unité", "unit")))
  var unit: CooccurrenceUnit = .answer

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      say("Combien de paires ; 0 pour toutes.", "How many pairs; 0 for all."), valueName: "n"))
  var top: Int?

  func validate() throws {
    try OptionChecks.atLeast(0, top, "--top")
  }

  func limit(_ format: ListingOptions.Format) -> Int {
    top.map { $0 == 0 ? Int.max : $0 } ?? (format == .table ? 20 : .max)
  }
}

extension CooccurrenceUnit {
  /// The unit as the option writes it.
  var name: String {
    switch self {
    case .answer: "answer"
    case .sentence: "sentence"
    case .overlap: "overlap"
    case .window(let tokens): "window:\(tokens)"
    }
  }

  /// The unit as a reader calls it.
  var wording: String {
    switch self {
    case .answer: say("réponse", "answer")
    case .sentence: say("phrase", "sentence")
    case .overlap: say("recouvrement", "overlap")
    case .window(let tokens): say("fenêtre de \(tokens) mots", "window of \(tokens) words")
    }
  }
}

struct CodeCooccurrencesCommand: SessionCommand {
  static let asksOneQuery = true
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "codes", abstract: say("Quels codes vont ensemble.", "Which codes go together."))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var options: CooccurrenceOptions

  @OptionGroup var counted: CountedCoders

  @Option(
    name: .customLong("code"),
    help: ArgumentHelp(
      say("Seulement ce code (répétable).", "Only this code (repeatable)."), valueName: "code"))
  var codes: [String] = []

  @OptionGroup var scope: WhereOption

  @Option(
    help: ArgumentHelp(
      say(
        "Compter units (les unités) ou pairs (les paires de codages).", "Count units, or pairs of codings."),
      valueName: "units|pairs"))
  var count: CooccurrenceCounting = .units

  @Option(
    name: [.customLong("min"), .customLong("minimum")],
    parsing: .unconditional,
    help: ArgumentHelp(say("Seulement les paires d'au moins n.", "Only pairs of at least n."), valueName: "n")
  )
  var minimum: Int = 1

  @Flag(help: ArgumentHelp(say("Une matrice plutôt qu'une liste.", "A matrix rather than a list.")))
  var matrix = false

  func validate() throws {
    try OptionChecks.atLeast(0, minimum, "--min")
  }

  func run(in session: Session) throws {
    if count == .pairs, options.unit == .answer || options.unit == .sentence {
      throw CommandError.badValue(
        option: "--count", value: "pairs",
        expected: say(
          "possible qu'avec --unit overlap ou window:N", "possible but with --unit overlap or window:N"))
    }
    let study = try session.study(common)
    let table = try CodeCooccurrences(study).table(
      unit: options.unit, counting: count, codes: codes, coders: counted.names, query: scope.query,
      minimum: minimum)
    if matrix { return try showMatrix(table, study, session) }
    let rows = table.rows.prefix(options.limit(listing.format(on: session.terminal)))
    let data = DataTable(
      columns: PairColumns.names("code_a", "code_b"),
      rows: rows.map { PairColumns.cells($0.a, $0.b, $0.pair, options.unit.name) })
    try session.list(listing, data) {
      PairScreen.lines(
        rows.map { ($0.a, $0.b, $0.pair) }, heading: say("codes", "codes"), counted: countedWording, session)
        + Paragraph.lines(try footer(table, shown: rows.count, study), width: session.terminal.width).map(
          session.style.faint)
        + PairScreen.warning(rows.map { ($0.a, $0.b, $0.pair) }, session)
    }
  }

  private var countedWording: String {
    if count == .pairs { return say("paires", "pairs") }
    return options.unit == .sentence ? say("phrases", "sentences") : say("réponses", "answers")
  }

  private func footer(_ table: CodeCooccurrences.Table, shown: Int, _ study: Study) throws -> String {
    var text =
      say("Unité : ", "Unit: ") + options.unit.wording + " (n = \(NumberWording.count(table.unitCount))). "
    text += say("Codeur : ", "Coder: ") + table.coders.joined(separator: ", ") + "."
    if shown < table.rows.count {
      text += say(
        " \(shown) paires sur \(NumberWording.count(table.rows.count)) ; toutes : --top 0.",
        " \(shown) of \(NumberWording.count(table.rows.count)) pairs; all: --top 0.")
    }
    return try text
      + CoverageNote.text(
        CodingCoverage(
          table.coders, coded: table.codedAnswers, of: table.allAnswers, query: scope.query, in: study))
  }

  private func showMatrix(
    _ table: CodeCooccurrences.Table, _ study: Study, _ session: Session
  ) throws {
    let data = DataTable(
      columns: ["code"] + table.codes,
      rows: zip(table.codes, table.matrix).map { [.text($0)] + $1.map { .integer($0) } })
    try session.list(listing, data) {
      // Column headings are numbers, explained by the row names: names would not fit side by side.
      var text = TextTable(
        columns: [.init(heading: "", alignment: .right), .init(heading: "code", mayShrink: true)]
          + table.codes.indices.map { .init(heading: String($0 + 1), alignment: .right) })
      text.rows = table.matrix.enumerated().map { index, row in
        [String(index + 1), table.codes[index]] + row.map { $0 == 0 ? "·" : NumberWording.count($0) }
      }
      let note =
        try say("Diagonale : n du code. ", "Diagonal: n of the code. ")
        + footer(
          table, shown: table.rows.count, study)
      return session.lines(text)
        + Paragraph.lines(note, width: session.terminal.width).map(session.style.faint)
    }
  }
}

struct WordCooccurrencesCommand: SessionCommand {
  static let asksOneQuery = true
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "words", abstract: say("Quels mots vont ensemble.", "Which words go together."))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var options: CooccurrenceOptions
  @OptionGroup var words: WordOptions

  @Option(
    name: [.customLong("min-pair"), .customLong("minimum-pair")],
    parsing: .unconditional,
    help: ArgumentHelp(say("Seulement les paires d'au moins n.", "Only pairs of at least n."), valueName: "n")
  )
  var minimumPair: Int = 2

  @Option(
    help: ArgumentHelp(
      say(
        "Trier par f (l'effectif), lafon, g2, chi2, dice, logdice, jaccard, cosine, pmi, npmi, t ou z.",
        "Sort by f (the count), lafon, g2, chi2, dice, logdice, jaccard, cosine, pmi, npmi, t or z."),
      valueName: say("mesure", "measure")))
  var sort: AssociationMeasure = .f

  func validate() throws {
    try OptionChecks.atLeast(0, minimumPair, "--min-pair")
  }

  func run(in session: Session) throws {
    let unit: WordUnit
    switch options.unit {
    case .answer: unit = .answer
    case .sentence: unit = .sentence
    case .window(let tokens): unit = .window(tokens)
    case .overlap:
      throw CommandError.badValue(
        option: "--unit", value: "overlap",
        expected: say(
          "une unité des mots : answer, sentence, window:N", "a unit for words: answer, sentence, window:N"))
    }
    let table = try WordCounting(session.study(common)).pairs(
      words.selection(minimum: 2), unit: unit, minimumPair: minimumPair, sort: sort,
      limit: options.limit(listing.format(on: session.terminal)))
    let data = DataTable(
      columns: PairColumns.names("word_a", "word_b"),
      rows: table.rows.map { PairColumns.cells($0.a, $0.b, $0.pair, options.unit.name) })
    try session.list(listing, data) {
      PairScreen.lines(
        table.rows.map { ($0.a, $0.b, $0.pair) }, heading: say("mots", "words"), counted: "n", sort: sort,
        session)
        + Paragraph.lines(footer(table, unit), width: session.terminal.width).map(session.style.faint)
    }
  }

  private func footer(_ table: WordCounting.PairTable, _ unit: WordUnit) -> String {
    var counted = NumberWording.count(table.unitCount)
    if case .window = unit { counted += say(" paires de positions", " pairs of positions") }
    var text =
      say("Unité : ", "Unit: ") + options.unit.wording + " (n = \(counted)). "
      + say("\(table.wordCount.words) comptés.", "\(table.wordCount.words) counted.")
    if table.rows.count < table.pairCount {
      text += say(
        " \(table.rows.count) paires sur \(NumberWording.count(table.pairCount)) ; toutes : --top 0.",
        " \(table.rows.count) of \(NumberWording.count(table.pairCount)) pairs; all: --top 0.")
    }
    return text
  }
}

struct CodeWordCooccurrencesCommand: SessionCommand {
  static let asksOneQuery = true
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "code-words",
      abstract: say("Quels mots vont avec quels codes.", "Which words go with which codes."))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var options: CooccurrenceOptions
  @OptionGroup var words: WordOptions

  @OptionGroup var counted: CountedCoders

  @Option(
    name: .customLong("code"),
    help: ArgumentHelp(
      say("Seulement ce code (répétable).", "Only this code (repeatable)."), valueName: "code"))
  var codes: [String] = []

  @Option(
    name: [.customLong("min-pair"), .customLong("minimum-pair")],
    parsing: .unconditional,
    help: ArgumentHelp(say("Seulement les paires d'au moins n.", "Only pairs of at least n."), valueName: "n")
  )
  var minimumPair: Int = 2

  func validate() throws {
    try OptionChecks.atLeast(0, minimumPair, "--min-pair")
  }

  func run(in session: Session) throws {
    let table = try CodeWords(session.study(common)).table(
      words.selection(minimum: 2), unit: options.unit, codes: codes, coders: counted.names,
      minimumPair: minimumPair)
    let rows = table.rows.prefix(options.limit(listing.format(on: session.terminal)))
    try session.list(listing, columns: PairColumns.names("code", "word")) {
      PairScreen.lines(
        rows.map { ($0.code, $0.word, $0.pair) }, heading: say("code × mot", "code × word"),
        counted: say("n", "n"), session)
        + [
          session.style.faint(
            say("Unité : ", "Unit: ") + options.unit.wording + " (n = \(NumberWording.count(table.unitCount))"
              + (table.countsTokens ? say(" mots", " words") : "") + "). " + say("Codeur : ", "Coder: ")
              + table.coders.joined(separator: ", ") + ".")
        ]
    } rows: { add in
      for row in rows { try add(PairColumns.cells(row.code, row.word, row.pair, options.unit.name)) }
    }
  }
}

/// The columns of a table of pairs in files.
enum PairColumns {
  static func names(_ a: String, _ b: String) -> [String] {
    [
      a, b, "n_a", "n_b", "n_ab", "n", "unit", "expected", "jaccard", "g2_signed", "cosine", "pmi", "lafon",
      "chi2", "dice", "log_dice", "npmi", "t_score", "z_score",
    ]
  }

  static func cells(_ a: String, _ b: String, _ pair: PairRow, _ unit: String) -> [TableValue] {
    [
      .text(a), .text(b), .integer(pair.nA), .integer(pair.nB), .integer(pair.nAB),
      pair.n.map { .integer($0) } ?? .missing,
      .text(unit), TableValue(pair.expected), TableValue(pair.jaccard), TableValue(pair.signedG2),
      TableValue(pair.cosine),
      TableValue(pair.pmi), TableValue(pair.lafon), TableValue(pair.table?.chiSquared),
      TableValue(pair.table?.dice), TableValue(pair.table?.logDice), TableValue(pair.table?.npmi),
      TableValue(pair.table?.tScore), TableValue(pair.table?.zScore),
    ]
  }
}

/// Pairs for reading.
enum PairScreen {
  static func lines(
    _ rows: [(a: String, b: String, pair: PairRow)], heading: String, counted: String,
    sort: AssociationMeasure = .f, _ session: Session
  ) -> [String] {
    guard !rows.isEmpty else { return [say("Aucune paire.", "No pair.")] }
    let most = rows.map(\.pair.nAB).max() ?? 1
    var table = TextTable(columns: [
      .init(heading: heading, mayShrink: true), .init(heading: counted, alignment: .right),
      .init(heading: ""),
      .init(heading: say("attendu", "expected"), alignment: .right),
      .init(heading: "Jaccard", alignment: .right),
      .init(heading: "G²", alignment: .right),
    ])
    // What the pairs are sorted by is shown, whatever it is.
    let more: [AssociationMeasure] = [.f, .jaccard, .g2].contains(sort) ? [] : [sort]
    table.columns += more.map { .init(heading: $0.wording, alignment: .right) }
    table.rows = rows.map { row in
      [
        "\(row.a) × \(row.b)", NumberWording.count(row.pair.nAB),
        Bar.text(Double(row.pair.nAB) / Double(most), width: 8),
        row.pair.expected.map { NumberWording.decimal($0, places: 1) } ?? "–",
        row.pair.jaccard.map { NumberWording.decimal($0, places: 2) } ?? "–",
        row.pair.signedG2.map { NumberWording.decimal($0, places: 1, signed: true) } ?? "–",
      ] + more.map { $0.text(row.pair.table) }
    }
    return session.lines(table)
  }

  /// Where one code of a pair is over five times as frequent as the other, Jaccard cannot be high.
  static func warning(_ rows: [(a: String, b: String, pair: PairRow)], _ session: Session) -> [String] {
    let count = rows.count { $0.pair.isUnbalanced }
    guard count > 0 else { return [] }
    return [
      session.style.faint(
        say(
          "Dans \(count) de ces paires un code est plus de 5 fois plus fréquent que l'autre : leur Jaccard reste bas quoi qu'il en soit.",
          "In \(count) of these pairs one code is over 5 times as frequent as the other: their Jaccard stays low whatever happens."
        ))
    ]
  }
}

/// A bar of blocks.
enum Bar {
  static func text(_ share: Double, width: Int) -> String {
    String(repeating: "▇", count: min(width, max(share > 0 ? 1 : 0, Int((share * Double(width)).rounded()))))
  }
}
