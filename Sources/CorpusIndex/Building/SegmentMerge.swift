import CodingModel

/// Makes one segment of several, or of what is left of one, without analysing a text again.
///
/// The types of all are numbered anew and every token is copied with its place; so the bytes are those that a
/// ``SegmentBuilder`` gives for the same answers. Cost: linear in the tokens, some 100 ns each, and no more memory than
/// building that segment takes.
public enum SegmentMerge {
  /// The segment of the answers of all segments.
  ///
  /// - Parameters:
  ///   - segments: in the order of their answers, made by one version of the analysis.
  ///   - kept: the answers that are still there; nil where all are.
  /// - Throws: ``IndexError/outOfOrder`` where segments overlap or are out of order, ``IndexError/damaged(_:)`` where what
  ///   one of them says cannot be, ``IndexError/otherVersion(_:)`` where another version of the analysis made one.
  public static func draft(of segments: [CorpusSegment], keeping kept: AnswerSet? = nil) throws
    -> SegmentDraft
  {
    var builder = SegmentBuilder(analysisVersion: segments.first?.analysisVersion ?? 0)
    builder.tokens.reserve(segments.reduce(0) { $0 + $1.tokenCount })
    var types = TypeUnion()
    for segment in segments { try builder.add(segment, keeping: kept, types: &types) }
    return builder.finish(types: types)
  }
}

extension SegmentBuilder {
  /// Adds the answers of a finished segment that are in `kept`, or all of them.
  ///
  /// - Parameter union: where the segment's types are numbered; ``finish(types:)`` takes it in the end.
  mutating func add(_ segment: CorpusSegment, keeping kept: AnswerSet?, types union: inout TypeUnion) throws {
    guard segment.analysisVersion == analysisVersion else {
      throw IndexError.otherVersion(segment.analysisVersion)
    }
    var source = try SegmentSource(segment, numbers: segment.tokenTypes().map { union.number(of: $0) })
    var first = 0
    while first < segment.answerCount {
      var end = first
      while end < segment.answerCount {
        let identity = try segment.answerTable.identity(of: end)
        guard kept?.contains(identity) ?? true else { break }
        try SegmentHeader.check(identity.value, after: identities.last)
        identities.append(identity.value)
        end += 1
      }
      try tokens.append(&source, answers: first..<end)
      first = end + 1
    }
    try self.end()
    guard kept == nil else { return }
    for (type, frequency) in source.frequencies.enumerated() {
      guard try Int(frequency) == segment.types.frequency(of: UInt32(type)) else {
        throw IndexError.damaged(.stream)
      }
    }
  }
}

extension CorpusSegment {
  /// The answers that it holds.
  public func answerSet() throws -> AnswerSet {
    var answers = AnswerSet()
    for index in 0..<answerCount { answers.insert(try answerTable.identity(of: index)) }
    return answers
  }
}
