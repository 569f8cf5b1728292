public import CodingAnalysis
import CodingModel
public import CorpusIndex
import FrenchText
import ProjectStore
import QueryLanguage

/// How frequent words are, and which go together.
public struct WordCounting {
  /// Which words are counted.
  public struct Selection: Sendable {
    /// By lemma, form or part of speech.
    public var key: WordKey
    /// Only words of the parts of speech with these names; nil for all but punctuation and symbols.
    public var partsOfSpeech: [String]?
    /// Only in answers that this query finds.
    public var query: String?
    /// Only words with at least so many occurrences.
    public var minimum: Int

    /// A selection of words.
    public init(
      key: WordKey = .lemma, partsOfSpeech: [String]? = nil, query: String? = nil, minimum: Int = 1
    ) {
      self.key = key
      self.partsOfSpeech = partsOfSpeech
      self.query = query
      self.minimum = minimum
    }

    /// The parts of speech to count.
    ///
    /// - Throws: ``StudyError/unknownPartOfSpeech(name:near:known:)`` for a name that is neither among the 17 nor, in a
    ///   corpus annotated elsewhere, among its own.
    func counted(in searcher: CorpusSearcher) throws -> TagSelection {
      guard let partsOfSpeech else { return .words }
      for name in partsOfSpeech where PartOfSpeechTag.named(name) == nil {
        let own = try searcher.ownTags()
        if own.contains(where: TagName(name).finds) { continue }
        let known = (PartOfSpeechTag.all + own).sorted()
        throw StudyError.unknownPartOfSpeech(
          name: name, near: PartOfSpeechTag.near(to: name, among: known), known: known)
      }
      return .tags(Set(partsOfSpeech))
    }
  }

  /// Words with their frequencies.
  public struct Frequencies: Sendable {
    /// The words, the most frequent first, ties in French order.
    public let rows: [FrequencyList.Row]
    /// How many different words there are, those too rare to be listed included.
    public let wordCount: Int
    /// How many tokens were counted in all.
    public let tokenCount: Int
    /// In how many answers, of how many respondents.
    public let answerCount: Int, respondentCount: Int
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

    /// The pairs asked for, the greatest first.
    public let rows: [Row]
    /// How many pairs are frequent enough to be listed.
    public let pairCount: Int
    /// How many words are.
    public let wordCount: Int
    /// How many units there are in all; with a window, pairs of places.
    public let unitCount: Int
  }

  private let study: Study

  /// Words of a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// The parts of speech that words can have: the 17 and, in a corpus annotated elsewhere, its own.
  public func partsOfSpeech() throws -> [String] {
    guard try study.project.read({ try $0.hasAnnotations() }) else { return PartOfSpeechTag.all }
    return try (PartOfSpeechTag.all + study.index().searcher.ownTags()).sorted()
  }

  /// Words with their frequencies, the most frequent first, ties in French order.
  ///
  /// - Throws: `QueryError`, `ProjectError`.
  public func frequencies(_ selection: Selection) throws -> Frequencies {
    try study.consistently { try counted(selection) }
  }

  private func counted(_ selection: Selection) throws -> Frequencies {
    let answers = try selection.query.map { try study.answers(matching: $0) }
    let owners = try study.answerOwners()
    let searcher = try study.index().searcher
    let list = try searcher.frequencies(
      by: selection.key, of: selection.counted(in: searcher), in: answers.map { .answers($0) } ?? .all,
      minimum: selection.minimum, owner: { UInt32(owners.respondent(of: $0) ?? 0) })
    let collator = FrenchCollator()
    let keys = list.rows.map { collator.sortKey($0.key) }
    let order = list.rows.indices.sorted { left, right in
      let (a, b) = (list.rows[left].count, list.rows[right].count)
      return a == b ? keys[left].lexicographicallyPrecedes(keys[right]) : a > b
    }
    let respondentCount =
      answers.map { Set($0.compactMap { owners.respondent(of: $0) }).count } ?? owners.respondents.count
    return Frequencies(
      rows: order.map { list.rows[$0] }, wordCount: list.keyCount, tokenCount: list.tokenCount,
      answerCount: list.answerCount, respondentCount: respondentCount)
  }

  /// Pairs of words that share a unit.
  ///
  /// - Parameters:
  ///   - unit: answer, sentence or window.
  ///   - minimumPair: only pairs with at least so many units.
  ///   - sort: what pairs are sorted by, the greatest first; ties by number, then in French order.
  ///   - limit: how many pairs to return.
  /// - Throws: `QueryError`, `ProjectError`.
  public func pairs(
    _ selection: Selection, unit: WordUnit, minimumPair: Int, sort: AssociationMeasure = .f,
    limit: Int = .max
  ) throws -> PairTable {
    let searcher = try study.index().searcher
    let words = try searcher.wordPairs(
      by: selection.key, unit: unit, of: selection.counted(in: searcher), in: scope(selection),
      minimumCount: selection.minimum, minimumPair: max(1, minimumPair))
    let collator = FrenchCollator()
    let keys = words.keys.map { collator.sortKey($0) }
    let order = keys.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }
    var ranks = [UInt32](repeating: 0, count: keys.count)
    for (rank, word) in order.enumerated() { ranks[word] = UInt32(rank) }
    typealias Keyed = (value: Double, pair: WordPairs.Pair)
    let precedes: @Sendable (Keyed, Keyed) -> Bool = { [ranks] left, right in
      if left.value != right.value { return left.value > right.value }
      let (a, b) = (left.pair, right.pair)
      if a.count != b.count { return a.count > b.count }
      return (ranks[Int(a.first)], ranks[Int(a.second)]) < (ranks[Int(b.first)], ranks[Int(b.second)])
    }
    let groups = words.mapPairs { pairs in
      var first = FirstRows<Keyed>(limit, by: precedes)
      for pair in pairs {
        let value =
          sort == .f
          ? Double(pair.count)
          : sort.value(
            of: ContingencyTable(
              o11: Int(pair.count), r1: words.counts[Int(pair.first)], c1: words.counts[Int(pair.second)],
              n: words.unitCount)) ?? -.infinity
        first.add((value, pair))
      }
      return (rows: first.rows(), seen: first.seen)
    }
    var first = FirstRows<Keyed>(limit, by: precedes)
    for group in groups { for row in group.rows { first.add(row) } }
    let rows = first.rows().map { _, pair in
      let (a, b) = (Int(pair.first), Int(pair.second))
      return PairTable.Row(
        a: words.keys[a], b: words.keys[b],
        pair: PairRow(
          row: a, column: b, nA: words.counts[a], nB: words.counts[b], nAB: Int(pair.count),
          n: words.unitCount))
    }
    return PairTable(
      rows: rows, pairCount: groups.reduce(0) { $0 + $1.seen }, wordCount: words.keys.count,
      unitCount: words.unitCount)
  }

  private func scope(_ selection: Selection) throws -> CountScope {
    try selection.query.map { .answers(try study.answers(matching: $0)) } ?? .all
  }
}
