import CodingModel

/// The words beside the hits of one segment and in them, and the hits' answers.
final class HitSurroundings {
  private let tokens: TokenStream
  private let table: AnswerTable
  private let answers: AnswerFinder
  private let words: CountedKeys?
  /// The segment's number in that of ``words``.
  private let segment: Int
  /// The word of each type where there are hits enough; none where it is cheaper to look it up for each.
  private let wordOfType: [UInt32]

  /// - Parameters:
  ///   - words: the words of all `segments`; nil where none will be asked for.
  init(_ part: SearchResult.Part, _ words: CountedKeys?, among segments: [CorpusSegment]) throws {
    tokens = part.segment.tokens
    table = part.segment.answerTable
    answers = try AnswerFinder(table)
    self.words = words
    let segment = segments.firstIndex { $0 === part.segment } ?? 0
    self.segment = segment
    let areMany = part.outcome.spanCount >= part.segment.types.count
    wordOfType = areMany ? try words?.keys(ofSegment: segment, only: nil) ?? [] : []
  }

  /// The answer that holds a hit.
  func answer(of hit: TokenSpan) throws -> RowID<Answer> {
    try table.identity(of: answers.answer(of: hit.start))
  }

  /// The number of the word so many places from a hit, 0 being next to it (in it, its first); nil beyond the answer, or
  /// the hit.
  @inline(__always)
  func word(beside hit: TokenSpan, _ side: HitSide, _ distance: Int) throws -> UInt32? {
    guard let position = position(beside: hit, side, distance) else { return nil }
    let type = try tokens.type(at: position)
    guard !wordOfType.isEmpty else { return try words?.key(ofType: type, inSegment: segment) }
    guard Int(type) < wordOfType.count else { throw IndexError.damaged(.stream) }
    return wordOfType[Int(type)]
  }

  @inline(__always)
  private func position(beside hit: TokenSpan, _ side: HitSide, _ distance: Int) -> Int? {
    let position: Int
    switch side {
    case .left: position = Int(hit.start) - 1 - distance
    case .right: position = Int(hit.end) + distance
    case .hit:
      position = Int(hit.start) + distance
      return position < Int(hit.end) ? position : nil
    }
    let bounds = answers.bounds(of: hit.start)
    return position >= Int(bounds.lowerBound) && position < Int(bounds.upperBound) ? position : nil
  }
}
