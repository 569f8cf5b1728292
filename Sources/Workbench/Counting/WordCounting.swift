public import CodingAnalysis
import CodingModel
public import CorpusIndex
public import FrenchText
import ProjectStore

/// How frequent words are, and which go together.
public struct WordCounting {
  /// Which words are counted.
  public struct Selection: Sendable {
    /// By lemma, form or part of speech.
    public var key: WordKey
    /// Only words of these parts of speech; nil for all but punctuation.
    public var partsOfSpeech: Set<PartOfSpeech>?
    /// Only in answers that this query finds.
    public var query: String?
    /// Only words with at least so many occurrences.
    public var minimum: Int

    /// A selection of words.
    public init(
      key: WordKey = .lemma, partsOfSpeech: Set<PartOfSpeech>? = nil, query: String? = nil, minimum: Int = 1
    ) {
      self.key = key
      self.partsOfSpeech = partsOfSpeech
      self.query = query
      self.minimum = minimum
    }

    /// The parts of speech to count: those asked for, else all but marks and symbols.
    var counted: Set<PartOfSpeech> {
      partsOfSpeech ?? Set(PartOfSpeech.allCases).subtracting([.punctuation, .symbol])
    }
  }

  /// Words with their frequencies.
  public struct Frequencies: Sendable {
    /// The words, the most frequent first, ties in French order.
    public let rows: [FrequencyList.Row]
    /// How many words were counted in all.
    public let tokenCount: Int
    /// In how many answers.
    public let answerCount: Int
  }

  /// Pairs of words with all that the table must say of itself.
  public struct PairTable: Sendable {
    /// A pair with its counts and measures.
    public struct Row: Sendable {
      /// The two words.
      public let a: String, b: String
      /// The counts and the measures.
      public let pair: PairRow
    }

    /// The pairs, the most frequent first.
    public let rows: [Row]
    /// How many units there are in all.
    public let unitCount: Int
  }

  private let study: Study

  /// Words of a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// Words with their frequencies, the most frequent first, ties in French order.
  ///
  /// - Throws: `QueryError`, `ProjectError`.
  public func frequencies(_ selection: Selection) throws -> Frequencies {
    let scope = try scope(selection)
    let list = try study.index().searcher.frequencies(
      by: selection.key, of: selection.counted, in: scope, minimum: selection.minimum)
    let collator = FrenchCollator()
    let sorted = list.rows.sorted {
      $0.count == $1.count ? collator.precedes($0.key, $1.key) : $0.count > $1.count
    }
    return Frequencies(rows: sorted, tokenCount: list.tokenCount, answerCount: list.answerCount)
  }

  /// Pairs of words that share a unit.
  ///
  /// - Parameters:
  ///   - unit: answer, sentence or window.
  ///   - minimumPair: only pairs with at least so many units.
  public func pairs(_ selection: Selection, unit: WordUnit, minimumPair: Int) throws -> PairTable {
    let words = try study.index().searcher.wordPairs(
      by: selection.key, unit: unit, of: selection.counted, in: scope(selection),
      minimumCount: selection.minimum, minimumPair: minimumPair)
    var counts = PairCounts(symmetric: words.counts, unitCount: words.unitCount)
    for pair in words.pairs { counts.add(Int(pair.count), row: Int(pair.first), column: Int(pair.second)) }
    let collator = FrenchCollator()
    let keys = words.keys.map { collator.sortKey($0) }
    let rows = counts.rows(atLeast: max(1, minimumPair)).sorted { left, right in
      if left.nAB != right.nAB { return left.nAB > right.nAB }
      if left.row != right.row { return keys[left.row].lexicographicallyPrecedes(keys[right.row]) }
      return keys[left.column].lexicographicallyPrecedes(keys[right.column])
    }
    return PairTable(
      rows: rows.map { PairTable.Row(a: words.keys[$0.row], b: words.keys[$0.column], pair: $0) },
      unitCount: words.unitCount)
  }

  private func scope(_ selection: Selection) throws -> CountScope {
    try selection.query.map { .answers(try study.answers(matching: $0)) } ?? .all
  }
}
