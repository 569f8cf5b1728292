/// What can be wrong with an index. A damaged or outdated one is rebuilt from the answers.
public enum IndexError: Error, Hashable, Sendable {
  /// The bytes are no segment of an index.
  case notASegment
  /// The segment is of another version of the format.
  case otherVersion(Int)
  /// A part is shorter than it should be or holds what it cannot hold.
  case damaged(SegmentPart)
  /// Answers are added out of order, or segments overlap.
  case outOfOrder
  /// More tokens than a segment can hold.
  case tooLarge
}
