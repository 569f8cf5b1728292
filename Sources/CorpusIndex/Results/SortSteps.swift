import CodingModel
import FrenchText

/// What hits are sorted by, step by step: a rank is one step, each of the words beside a hit another.
final class SortSteps {
  /// One of the steps.
  struct Step {
    /// The number of the key.
    let key: Int
    /// How many words nearer to the hit were looked at before.
    var distance = 0
  }

  private let keys: [HitSortKey]
  private let parts: [HitSurroundings]
  /// The words of all segments; none where nothing is sorted by words.
  private let words: CountedKeys?
  private let collator = FrenchCollator()
  private var collated: [UInt32: [UInt8]] = [:]

  /// - Parameter searcher: whose result it is.
  init(_ keys: [HitSortKey], of result: SearchResult, _ searcher: CorpusSearcher) throws {
    self.keys = keys
    let areByWords = keys.contains { if case .words = $0 { true } else { false } }
    let areByNumbers = keys.allSatisfy { if case .numbers = $0 { true } else { false } }
    let words = areByWords ? try searcher.countedKeys(by: .form) : nil
    self.words = words
    parts =
      try areByNumbers ? [] : result.parts.map { try HitSurroundings($0, words, among: searcher.segments) }
  }

  /// How many words there are.
  var wordCount: Int { words?.count ?? 0 }

  /// What a step sorts a hit by: its rank, or the number of the word that stands there, ``CountedKeys/none`` beyond the
  /// answer or the hit.
  @inline(__always)
  func value(of hit: NumberedHit, at step: Step) throws -> UInt32 {
    switch keys[step.key] {
    case .numbers(let rank): rank(hit.number)
    case .answers(let rank): rank(try parts[hit.part].answer(of: hit.span))
    case .words(let side): try parts[hit.part].word(beside: hit.span, side, step.distance) ?? CountedKeys.none
    }
  }

  /// Words as French dictionaries order them. Cost: each is collated once.
  func ordered(_ words: [UInt32]) throws -> [UInt32] {
    let new = words.filter { collated[$0] == nil }
    for (word, name) in zip(new, try self.words?.names(of: new) ?? []) {
      collated[word] = collator.sortKey(name)
    }
    return words.map { (word: $0, collated: collated[$0] ?? []) }
      .sorted { left, right in
        left.collated == right.collated
          ? left.word < right.word : left.collated.lexicographicallyPrecedes(right.collated)
      }
      .map(\.word)
  }

  private func isByWords(_ step: Step) -> Bool { if case .words = keys[step.key] { true } else { false } }
}

/// Bins of hits that a step sorts next to each other, for counting them: one for each word, and for ranks as many as tell
/// the first twelve binary digits apart.
extension SortSteps {
  /// The bin of those beyond the answer or the hit; the words' follow.
  private static let noWord = 0

  /// The floating-point number nearest to a rank has the rank's order, and so have its bits.
  private static func bin(ofRank rank: UInt32) -> Int {
    rank == 0 ? 0 : Int((Float(rank).bitPattern - Float(1).bitPattern) >> 12) + 1
  }

  /// How many bins a step has.
  func binCount(_ step: Step) -> Int { isByWords(step) ? wordCount + 1 : Self.bin(ofRank: .max) + 1 }

  /// The bin into which a step puts a hit.
  func bin(of hit: NumberedHit, at step: Step) throws -> Int {
    let value = try value(of: hit, at: step)
    guard isByWords(step) else { return Self.bin(ofRank: value) }
    return value == CountedKeys.none ? Self.noWord : Int(value) + 1
  }

  /// A step's bins, given ascending, in the order into which it sorts their hits.
  func ordered(_ bins: [Int], at step: Step) throws -> [Int] {
    guard isByWords(step) else { return bins }
    let words = try ordered(bins.filter { $0 != Self.noWord }.map { UInt32($0 - 1) })
    return bins.filter { $0 == Self.noWord } + words.map { Int($0) + 1 }
  }

  /// The first step; nil where hits are not sorted.
  var first: Step? { keys.isEmpty ? nil : Step(key: 0) }

  /// The step that sorts the hits of one bin; nil where there is none, or the bin's hits differ in rank.
  func next(after step: Step, bin: Int) -> Step? {
    if isByWords(step) {
      if bin != Self.noWord { return Step(key: step.key, distance: step.distance + 1) }
    } else if bin >= Self.bin(ofRank: 1 << 12) {
      return nil
    }
    return step.key + 1 < keys.count ? Step(key: step.key + 1) : nil
  }
}
