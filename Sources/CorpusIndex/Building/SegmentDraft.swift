/// A segment just built, ready to be stored.
public struct SegmentDraft: Sendable {
  /// The version of the analysis that made it.
  public let analysisVersion: Int
  /// The identities of its first and last answer; an empty segment has none and gives 0...0.
  public let answers: ClosedRange<Int64>
  /// How many answers it holds.
  public let answerCount: Int
  /// How many tokens it holds.
  public let tokenCount: Int
  /// How many different lemmas it holds.
  public let lemmaCount: Int
  /// Its parts, all of ``SegmentPart/allCases`` in order.
  public let parts: [(part: SegmentPart, bytes: [UInt8])]

  /// The size of all parts together.
  public var byteCount: Int { parts.reduce(0) { $0 + $1.bytes.count } }
}
