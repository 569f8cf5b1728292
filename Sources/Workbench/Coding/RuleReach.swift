import CodingModel
import CorpusIndex
import QueryLanguage

/// What rules reach: the parts of answers that they would code.
struct RuleReach {
  private let study: Study
  private let extent: Autocoding.Extent

  init(_ study: Study, _ extent: Autocoding.Extent = .sentence) {
    self.study = study
    self.extent = extent
  }

  /// What a code's rule finds, as ranges to code: in order, none overlapping another.
  ///
  /// - Parameter answers: where to look; everywhere where nil.
  /// - Throws: ``StudyError/badRule(code:underlying:)``.
  func ranges(
    of code: Code, _ names: CodeNames, _ sight: RuleSight, in answers: AnswerSet? = nil
  ) throws -> [RowID<Answer>: [TextRange]] {
    do {
      var result = try study.search(code.content.rule ?? "", seeing: sight)
      if let answers { result = try result.restricted(to: answers) }
      guard result.hasHits, extent != .answer else {
        var whole: [RowID<Answer>: [TextRange]] = [:]
        for answer in try result.answers() { whole[answer] = [TextRange(0, .max)] }
        return whole
      }
      var hits: [RowID<Answer>: [TextRange]] = [:]
      try result.forEachHit { hits[$0.answer, default: []].append($0.range) }
      guard extent == .sentence else { return hits.mapValues(Self.united) }
      let searcher = try study.index().searcher
      var widened: [RowID<Answer>: [TextRange]] = [:]
      for (answer, ranges) in hits {
        let sentences = try searcher.sentenceRanges(of: answer) ?? []
        widened[answer] = Self.united(ranges.map { Self.widened($0, to: sentences) })
      }
      return widened
    } catch let error as QueryError {
      throw StudyError.badRule(code: names.name(of: code.id), underlying: error)
    }
  }

  private static func widened(_ range: TextRange, to sentences: [TextRange]) -> TextRange {
    let touched = sentences.filter { $0.overlaps(range) }
    guard let first = touched.first, let last = touched.last else { return range }
    return TextRange(min(first.start, range.start), max(last.end, range.end))
  }

  /// Ranges in order, those that overlap made one.
  private static func united(_ ranges: [TextRange]) -> [TextRange] {
    var united: [TextRange] = []
    for range in ranges.sorted() {
      if let last = united.last, range.start < last.end {
        united[united.count - 1] = TextRange(last.start, max(last.end, range.end))
      } else {
        united.append(range)
      }
    }
    return united
  }
}
