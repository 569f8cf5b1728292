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
    public let rows: [Row]
    /// How many units there are in all.
    public let unitCount: Int
    /// Whether the units are words.
    public let countsTokens: Bool
    /// Whose codings were counted.
    public let coders: [String]
  }

  private let study: Study

  /// Codes and words of a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// Counts words with codes.
  ///
  /// - Throws: ``StudyError``, `QueryError`, `ProjectError`.
  public func table(
    _ selection: WordCounting.Selection, unit: CooccurrenceUnit, codes wanted: [String] = [],
    coders: [String] = [],
    minimumPair: Int = 1
  ) throws -> Table {
    let scope = try selection.query.map { try study.answers(matching: $0) }
    let searcher = try study.index().searcher
    return try study.project.read { reader in
      let coders = try CoderChoice.coders(coders, reader)
      let names = CodeNames(try reader.codes())
      var codings: [RowID<Answer>: [Coding]] = [:]
      var used: Set<RowID<Code>> = []
      try reader.forEachCoding(.init(coders: Set(coders.map(\.id)))) { coding in
        guard scope?.contains(coding.answer) ?? true else { return }
        codings[coding.answer, default: []].append(coding)
        used.insert(coding.code)
      }
      guard !codings.isEmpty else { throw StudyError.nothingToDo(.codings) }
      let codes =
        try wanted.isEmpty ? names.codes.filter { used.contains($0.id) } : names.codes(called: wanted)
      var counts = CodeWordCounts(codes: codes.map(\.id), unit: unit)
      let words = try searcher.forEachAnswer(
        by: selection.key, of: selection.counted(in: searcher), in: scope
      ) {
        answer, tokens in
        counts.add(tokens, codings[answer] ?? [])
      }
      let pairs = counts.pairs(minimumWord: selection.minimum, minimumPair: max(1, minimumPair))
      let texts = try words.names(pairs.map(\.word))
      let collator = FrenchCollator()
      let rows = zip(pairs, texts).map { (pair: $0.row, code: $0.code, word: $1, key: collator.sortKey($1)) }
        .sorted { left, right in
          let (a, b) = (left.pair.signedG2 ?? 0, right.pair.signedG2 ?? 0)
          if a != b { return a > b }
          if left.pair.nAB != right.pair.nAB { return left.pair.nAB > right.pair.nAB }
          if left.code != right.code { return left.code < right.code }
          return left.key.lexicographicallyPrecedes(right.key)
        }
      return Table(
        rows: rows.map { Table.Row(code: names.name(of: codes[$0.code].id), word: $0.word, pair: $0.pair) },
        unitCount: counts.unitCount, countsTokens: counts.countsTokens, coders: coders.map(\.name))
    }
  }
}

/// Counting words with codes, answer by answer.
private struct CodeWordCounts {
  private let codeIndex: [RowID<Code>: Int]
  private let unit: CooccurrenceUnit
  private(set) var unitCount = 0
  private var ofCode: [Int]
  private var ofWord: [Int: Int] = [:]
  private var together: [[Int: Int]]

  init(codes: [RowID<Code>], unit: CooccurrenceUnit) {
    codeIndex = Dictionary(codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    self.unit = unit
    ofCode = Array(repeating: 0, count: codes.count)
    together = Array(repeating: [:], count: codes.count)
  }

  var countsTokens: Bool {
    switch unit {
    case .answer, .sentence: false
    case .overlap, .window: true
    }
  }

  mutating func add(_ tokens: [CountedToken], _ codings: [Coding]) {
    let ranges = codings.compactMap { coding in codeIndex[coding.code].map { (code: $0, range: coding.range) }
    }
    switch unit {
    case .answer: addUnit(tokens[...], Set(ranges.map(\.code)))
    case .sentence:
      var start = 0
      for index in 1...max(1, tokens.count) where index >= tokens.count || tokens[index].startsSentence {
        guard start < tokens.count else { break }
        let sentence = tokens[start..<min(index, tokens.count)]
        let span = TextRange(sentence[start].range.start, sentence[sentence.endIndex - 1].range.end)
        addUnit(sentence, Set(ranges.filter { $0.range.overlaps(span) }.map(\.code)))
        start = index
      }
    case .overlap: addTokens(tokens, ranges, reach: 0)
    case .window(let reach): addTokens(tokens, ranges, reach: reach)
    }
  }

  private mutating func addUnit(_ tokens: ArraySlice<CountedToken>, _ codes: Set<Int>) {
    unitCount += 1
    for code in codes { ofCode[code] += 1 }
    for word in Set(tokens.compactMap(\.word)) {
      ofWord[word, default: 0] += 1
      for code in codes { together[code][word, default: 0] += 1 }
    }
  }

  private mutating func addTokens(
    _ tokens: [CountedToken], _ ranges: [(code: Int, range: TextRange)], reach: Int
  ) {
    var codesAt = [Set<Int>](repeating: [], count: tokens.count)
    for (code, range) in ranges {
      guard let first = tokens.firstIndex(where: { $0.range.overlaps(range) }),
        let last = tokens.lastIndex(where: { $0.range.overlaps(range) })
      else { continue }
      for index in max(0, first - reach)...min(tokens.count - 1, last + reach) { codesAt[index].insert(code) }
    }
    for (index, token) in tokens.enumerated() {
      guard let word = token.word else { continue }
      unitCount += 1
      ofWord[word, default: 0] += 1
      for code in codesAt[index] {
        ofCode[code] += 1
        together[code][word, default: 0] += 1
      }
    }
  }

  /// The pairs with at least `minimumPair` units, of words with at least `minimumWord`.
  func pairs(minimumWord: Int, minimumPair: Int) -> [(code: Int, word: Int, row: PairRow)] {
    let words = ofWord.filter { $0.value >= minimumWord }.keys.sorted()
    let number = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, $0) })
    var counts = PairCounts(rows: ofCode, columns: words.map { ofWord[$0] ?? 0 }, unitCount: unitCount)
    for (code, row) in together.enumerated() {
      for (word, times) in row {
        if let column = number[word] { counts.add(times, row: code, column: column) }
      }
    }
    return counts.rows(atLeast: minimumPair).map { ($0.row, words[$0.column], $0) }
  }
}
