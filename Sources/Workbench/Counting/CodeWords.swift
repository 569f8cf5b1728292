public import CodingAnalysis
import CodingModel
import CorpusIndex
import FrenchText
import ProjectStore

/// Which words go with which codes.
///
/// At the units answer and sentence, answers and sentences are counted: those with the code, those with the
/// word, those with both. At overlap and window, words are counted: those inside the segments coded so (or at
/// most so many words from one), the occurrences of the word, those of them inside.
public struct CodeWords {
  /// A table of codes and words with all that it must say of itself.
  public struct Table: Sendable {
    /// A code and a word with their counts and measures.
    public struct Row: Sendable {
      /// What the code is called, and the word.
      public let code: String, word: String
      /// The counts and the measures.
      public let pair: PairRow
    }

    /// The pairs, the most typical first: by signed log-likelihood, then by number.
    public let rows: Rows
    /// How many units there are in all.
    public let unitCount: Int
    /// Whether the units are words.
    public let countsTokens: Bool
    /// Whose codings were counted.
    public let coders: [String]
  }

  private let study: Study
  private let cellLimit: Int

  /// Codes and words of a study.
  public init(_ study: Study) {
    self.init(study, cellLimit: 1 << 25)
  }

  /// The same with so many pairs that have a place of their own while they are counted.
  init(_ study: Study, cellLimit: Int) {
    self.study = study
    self.cellLimit = cellLimit
  }

  /// Counts words with codes. Cost: linear in the tokens; sixteen bytes a pair.
  ///
  /// - Throws: ``StudyError``, `QueryError`, `ProjectError`.
  public func table(
    _ selection: WordCounting.Selection, unit: CooccurrenceUnit, codes wanted: [String] = [],
    coders: [String] = [],
    minimumPair: Int = 1
  ) throws -> Table {
    try study.consistently {
      try counted(selection, unit: unit, codes: wanted, coders: coders, minimumPair: minimumPair)
    }
  }

  private func counted(
    _ selection: WordCounting.Selection, unit: CooccurrenceUnit, codes wanted: [String], coders: [String],
    minimumPair: Int
  ) throws -> Table {
    let scope = try selection.query.map { try study.answers(matching: $0, by: coders) }
    let searcher = try study.index().searcher
    let (columns, codes, codeNames, coderNames) = try study.project.read { reader in
      let coders = try CoderChoice.coders(coders, reader)
      let names = CodeNames(try reader.codes())
      let columns = try study.columns(reader).codings(reader).by(Set(coders.map(\.id)), in: scope)
      guard !columns.isEmpty else { throw StudyError.nothingToDo(.codings) }
      let codes =
        try wanted.isEmpty
        ? names.codes.map(\.id).filter(columns.usedCodes.contains) : names.codes(called: wanted).map(\.id)
      return (columns, codes, codes.map { names.name(of: $0) }, coders.map(\.name))
    }
    let words = try searcher.corpusWords(
      by: selection.key, of: selection.counted(in: searcher), minimum: selection.minimum)
    var tally = CodeWordTally(
      codeCount: codes.count, frequencies: words.frequencies, unit: unit, cellLimit: cellLimit)
    var codings = AnswerCodings(columns.codings, of: codes)
    // Not within a transaction, so that what is mapped of the file can be let go.
    try words.forEachAnswer(in: scope) { try tally.add(&$0, codings.next(on: $0.answer)) }
    return Table(
      rows: try rows(of: &tally, selection.minimum, minimumPair, codeNames, words),
      unitCount: tally.unitCount, countsTokens: unit.countsTokens, coders: coderNames)
  }

  private func rows(
    of tally: inout CodeWordTally, _ minimumWord: Int, _ minimumPair: Int, _ codes: [String],
    _ words: CorpusWords
  ) throws -> Table.Rows {
    let pairs = tally.takePairs(minimumWord: minimumWord, minimumPair: max(1, minimumPair))
    var isListed = [Bool](repeating: false, count: words.frequencies.count)
    for pair in pairs { isListed[Int(pair.word)] = true }
    let listed = isListed.indices.filter { isListed[$0] }
    let texts = try words.names(of: listed)
    let collator = FrenchCollator()
    let keys = texts.map { collator.sortKey($0) }
    let order = listed.indices.sorted {
      keys[$0] == keys[$1] ? $0 < $1 : keys[$0].lexicographicallyPrecedes(keys[$1])
    }
    var ranks = [UInt32](repeating: 0, count: words.frequencies.count)
    for (rank, place) in order.enumerated() { ranks[listed[place]] = UInt32(rank) }
    var rows = Table.Rows(
      codes: codes, codeCounts: tally.ofCode, words: order.map { texts[$0] },
      wordCounts: order.map { tally.ofWord[listed[$0]] }, unitCount: tally.unitCount)
    rows.pairs = pairs.map { .init(code: $0.code, word: ranks[Int($0.word)], count: $0.count) }
    rows.sort()
    return rows
  }
}

extension CooccurrenceUnit {
  /// Whether words with codes are counted token by token.
  fileprivate var countsTokens: Bool {
    switch self {
    case .answer, .sentence: false
    case .overlap, .window: true
    }
  }
}

/// The codings on one answer after another, those of some codes.
private struct AnswerCodings {
  private let codings: CodingsByAnswer
  /// The place among the codes wanted of each code of the codings; nil for one that is not.
  private let places: [UInt32?]
  private var nextAnswer = 0
  private var found: [(code: UInt32, range: TextRange)] = []

  init(_ codings: CodingsByAnswer, of codes: [RowID<Code>]) {
    let numbers = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, UInt32($0)) })
    places = codings.codes.map { numbers[$0] }
    self.codings = codings
  }

  /// The codings on an answer that comes after those asked for before, by their start.
  mutating func next(on answer: RowID<Answer>) -> [(code: UInt32, range: TextRange)] {
    found.removeAll(keepingCapacity: true)
    while nextAnswer < codings.answers.count, codings.answers[nextAnswer] < answer { nextAnswer += 1 }
    guard nextAnswer < codings.answers.count, codings.answers[nextAnswer] == answer else { return found }
    for item in codings.items[codings.codings(of: nextAnswer)] {
      if let place = places[Int(item.code)] { found.append((place, item.range)) }
    }
    return found
  }
}
