import Testing
import Workbench

@testable import VerbatimCommand

@Suite struct ArgumentValuesTests {
  @Test(
    "A context in characters or words",
    arguments: [
      ("40", .tokens(40)), ("0", .tokens(0)), ("8w", .tokens(8)), ("8m", .tokens(8)),
      ("60c", .characters(60)),
      ("0c", .characters(0)), ("-1", nil), ("c", nil), ("-1c", nil), ("10001c", nil), ("8cc", nil),
      ("w", nil),
      ("10001", nil), ("8x", nil), ("", nil), ("1e3", nil),
    ] as [(String, ContextWidth?)])
  func context(text: String, width: ContextWidth?) {
    #expect(ContextWidth(argument: text) == width)
  }

  @Test(
    "A unit of co-occurrence",
    arguments: [
      ("answer", .answer), ("sentence", .sentence), ("overlap", .overlap), ("window:5", .window(tokens: 5)),
      ("window:0", .window(tokens: 0)), ("window:", nil), ("window:-1", nil), ("window:1001", nil),
      ("Answer", nil),
    ] as [(String, CooccurrenceUnit?)])
  func unit(text: String, unit: CooccurrenceUnit?) {
    #expect(CooccurrenceUnit(argument: text) == unit)
  }

  @Test("A unit is written as it is read")
  func unitNames() {
    for text in ["answer", "sentence", "overlap", "window:5"] {
      #expect(CooccurrenceUnit(argument: text)?.name == text)
    }
    #expect(
      inBoth { CooccurrenceUnit.window(tokens: 5).wording } == ["fenêtre de 5 mots", "window of 5 words"])
  }

  @Test(
    "The context of an excerpt",
    arguments: [
      ("80", .characters(80)), ("sentence", .sentence), ("answer", .answer), ("-1", nil), ("100001", nil),
      ("tout", nil),
    ] as [(String, ExcerptSelection.Context?)])
  func excerptContext(text: String, context: ExcerptSelection.Context?) {
    #expect(ExcerptSelection.Context(argument: text) == context)
  }

  @Test("What collocates are sorted by; every name that help shows is understood")
  func collocateOrder() {
    #expect(Collocations.Order(argument: "npmi") == .measure(.npmi))
    #expect(Collocations.Order(argument: "distance") == .distance)
    #expect(Collocations.Order(argument: "G2") == nil)
    for name in Collocations.Order.allValueStrings {
      #expect(Collocations.Order(argument: name)?.defaultValueDescription == name)
    }
  }

  @Test("What words are counted by")
  func wordKey() {
    #expect(
      ["lemma", "form", "pos", "word"].map { WordKey(argument: $0) } == [.lemma, .form, .partOfSpeech, nil])
  }
}
