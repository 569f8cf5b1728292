import Testing

@testable import CodingAnalysis

@Suite("Precision and recall")
struct RetrievalScoreTests {
  @Test("Shares of what was found and of what was to be found, and their harmonic mean")
  func shares() throws {
    let score = RetrievalScore(both: 6, foundOnly: 2, missed: 4)
    #expect((score.found, score.wanted) == (8, 10))
    #expect(score.precision == 0.75 && score.recall == 0.6)
    let (precision, recall) = (0.75, 0.6)
    #expect(abs(try #require(score.f1) - 2 * precision * recall / (precision + recall)) < 1e-15)
    #expect(score.precisionInterval == ConfidenceInterval.wilson(share: 0.75, n: 8))
    #expect(score.recallInterval == ConfidenceInterval.wilson(share: 0.6, n: 10))
  }

  @Test("Where there is nothing to share there is no share")
  func undefined() {
    let nothing = RetrievalScore(both: 0, foundOnly: 0, missed: 0)
    #expect(nothing.precision == nil && nothing.recall == nil && nothing.f1 == nil)
    #expect(nothing.precisionInterval == nil && nothing.recallInterval == nil)
    let missed = RetrievalScore(both: 0, foundOnly: 0, missed: 3)
    #expect(missed.precision == nil && missed.recall == 0 && missed.f1 == 0)
  }
}
