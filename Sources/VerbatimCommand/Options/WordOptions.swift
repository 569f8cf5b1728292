import ArgumentParser
import Workbench

/// Which words a command counts, and what makes two the same.
struct WordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("Compter par lemma, form ou pos.", "Count by lemma, form or pos."), valueName: "lemma|form|pos"))
  var by: WordKey = .lemma

  @OptionGroup var filter: WordFilterOptions

  func selection(minimum standard: Int) throws -> WordCounting.Selection {
    try filter.selection(by, minimum: standard)
  }
}

/// Which words a command counts, and where.
struct WordFilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "Seulement ces catégories, comme NOUN,VERB,ADJ.", "Only these parts of speech, such as NOUN,VERB,ADJ."
      ), valueName: "POS,…"))
  var pos: String?

  @OptionGroup var scope: WhereOption

  @Option(
    name: [.customLong("min"), .customLong("minimum")],
    parsing: .unconditional,
    help: ArgumentHelp(
      say("Seulement les mots d'au moins n occurrences.", "Only words of at least n occurrences."),
      valueName: "n"))
  var minimum: Int?

  func validate() throws {
    try OptionChecks.atLeast(0, minimum, "--min")
  }

  func selection(_ key: WordKey, minimum standard: Int) throws -> WordCounting.Selection {
    WordCounting.Selection(
      key: key, partsOfSpeech: pos.map { ColumnList.names($0) }, query: scope.query,
      minimum: max(1, minimum ?? standard))
  }
}

/// How many rows of a table.
struct TopOption: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(say("Combien de lignes ; 0 pour toutes.", "How many rows; 0 for all."), valueName: "n")
  )
  var top: Int?

  func validate() throws {
    try OptionChecks.atLeast(0, top, "--top")
  }

  /// How many rows to show: on a screen `count` unless another number is asked for, all in a file.
  func limit(_ format: ListingOptions.Format, default count: Int) -> Int {
    top.map { $0 == 0 ? .max : $0 } ?? (format == .table ? count : .max)
  }
}

extension WordKey {
  /// What a column of such words is called in files.
  var column: String {
    switch self {
    case .form: "form"
    case .lemma: "lemma"
    case .partOfSpeech: "pos"
    }
  }

  /// What a reader calls them.
  var wording: String {
    switch self {
    case .form: say("forme", "form")
    case .lemma: say("lemme", "lemma")
    case .partOfSpeech: say("catégorie", "part of speech")
    }
  }
}
