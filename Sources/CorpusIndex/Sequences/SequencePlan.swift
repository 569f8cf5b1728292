import CodingModel
import QueryLanguage

/// What every segment needs of a sequence, worked out once for a query; and what remains of `cut`.
final class SequencePlan {
  let sequence: TokenSequence
  let program: SequenceProgram
  let labels: LabelledMatcher.Labels
  /// How many hits may still be found; nil where there is no limit.
  private var rest: Int?

  init(_ sequence: TokenSequence) {
    self.sequence = sequence
    labels = LabelledMatcher.Labels(sequence)
    program = SequenceProgram(sequence.pattern, labels: labels.names)
    rest = sequence.cut
  }

  /// Whether what labels stand for matters.
  var needsLabels: Bool {
    !(sequence.constraint?.labels.isEmpty ?? true)
      || sequence.pattern.conditions.contains { !$0.labels.isEmpty }
  }

  /// The hits of the next segment as far as `cut` lets them count.
  func cut(_ hits: FoundSpans) -> FoundSpans {
    guard let left = rest else { return hits }
    let kept = Array(hits.spans.prefix(left))
    rest = left - kept.count
    return .list(kept)
  }
}
