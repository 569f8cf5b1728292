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
  ) throws -> AnswerRanges {
    do {
      var result = try study.search(code.content.rule ?? "", seeing: sight)
      if let answers { result = try result.restricted(to: answers) }
      guard result.hasHits, extent != .answer else {
        var whole = AnswerRanges()
        for answer in try result.answers() { whole.append(answer, TextRange(0, .max)) }
        return whole
      }
      let hits = try result.hitRanges()
      let searcher = try study.index().searcher
      var reached = AnswerRanges()
      for (place, answer) in hits.answers.enumerated() {
        var ranges = hits.ranges(at: place)
        if extent == .sentence {
          let sentences = try searcher.sentenceRanges(of: answer) ?? []
          ranges = ranges.map { Self.widened($0, to: sentences) }
        }
        for range in Self.united(ranges) { reached.append(answer, range) }
      }
      return reached
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
