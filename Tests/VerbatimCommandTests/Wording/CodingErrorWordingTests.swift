import Testing
import Workbench

@testable import VerbatimCommand

@Suite struct CodingErrorWordingTests {
  private static let name = AnswerName(respondent: "R1", question: "q1")
  private static let errors: [any Error] = [
    CodingSessionError.atEnd, CodingSessionError.noAnswer(number: 9, of: 4), CodingSessionError.answerGone,
    CodingSessionError.noSuchWords(answer: name, words: 3), CodingSessionError.quoteNotFound(answer: name),
    CodingSessionError.quoteRepeated(answer: name, quote: .init("mots de la réponse"), times: 2),
    CodingSessionError.noProposal, CodingSessionError.severalProposals([2, 3]),
    CodingSessionError.noSuchNumber(4), CodingSessionError.notOwn(coder: "anna"),
    CodingSessionError.nothingDone, CodingSessionError.nothingUndone,
    CodingSessionError.othersSince(RowID(7)),
    CodingSessionError.noSuchList(name: "lot", near: nil), CodingSessionError.nameMissing,
    CodingRequestError.unclosedQuote, CodingRequestError.emptyQuote, CodingRequestError.codeMissing,
    CodingRequestError.unexpected("mots"), CodingRequestError.badWords("7-3"), CodingRequestError.partMissing,
    CodingRequestError.memoMissing,
  ]

  @Test("Every error is one line in each language, with no word of an answer", arguments: errors.indices)
  func each(index: Int) {
    let french = inLanguage(.fr) { ErrorReport(Self.errors[index]) }
    let english = inLanguage(.en) { ErrorReport(Self.errors[index]) }
    #expect(french.message != english.message)
    #expect(french.code == english.code && [64, 65].contains(french.code))
    #expect((french.hint == nil) == (english.hint == nil))
    for report in [french, english] {
      #expect(report.text.split(separator: "\n").count == (report.hint == nil ? 1 : 2))
      #expect(report.message.last != "." && !report.text.contains("  ") && !report.text.contains("mots de"))
    }
    #expect(!english.text.contains(" : ") && !english.text.contains("«"), "\(english.text)")
  }
}
