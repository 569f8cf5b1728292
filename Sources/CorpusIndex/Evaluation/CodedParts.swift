/// The coded parts of answers that a query asks for; as tokens of a segment they are kept once worked out, so that who
/// keeps them for the next query has them so.
///
/// It belongs to one thread, like the segments.
public final class CodedParts {
  /// The parts.
  public let ranges: AnswerRanges
  private var places: [(segment: SegmentIdentity, places: CodedPlaces)] = []

  /// These parts, as tokens of no segment yet.
  public init(_ ranges: AnswerRanges) {
    self.ranges = ranges
  }

  /// How many bytes of memory they take, about, once they are tokens of every segment, too.
  public var byteCount: Int { 3 * ranges.byteCount }

  /// The parts as tokens of a segment.
  func places(in segment: CorpusSegment) throws -> CodedPlaces {
    if let known = places.first(where: { $0.segment === segment.identity }) { return known.places }
    let made = try CodedPlaces(ranges, in: segment)
    places.append((segment.identity, made))
    return made
  }
}

/// Stands for an open segment in what is kept of it, without keeping it open.
final class SegmentIdentity {}
