import CodingModel
import Testing

@testable import ProjectStore

@Suite("Annotations from elsewhere")
struct AnnotationsTests {
  private let annotations = [
    TokenAnnotation(range: TextRange(0, 2), lemma: "le", tag: "DET", startsSentence: true),
    TokenAnnotation(range: TextRange(2, 5), lemma: "ami a", tag: "NOM:pl", startsSentence: false),
    TokenAnnotation(range: TextRange(9, 10), lemma: ".", tag: "", startsSentence: true),
  ]

  @Test("They are read as they were written")
  func roundTrip() {
    let text = AnnotationText.encode(annotations)
    #expect(text == "0\t2\ts\tle\tDET\n0\t3\t\tami a\tNOM:pl\n4\t1\ts\t.\t\n")
    #expect(AnnotationText.decode(text) == annotations)
    let odd = TokenAnnotation(range: TextRange(0, 1), lemma: "a\tb\nc", tag: "x", startsSentence: false)
    #expect(AnnotationText.decode(AnnotationText.encode([odd]))?.map(\.lemma) == ["a b c"])
  }

  @Test(
    "What is damaged is nothing",
    arguments: [
      "0\t2\ts\tle", "x\t2\ts\tle\tDET", "0\t-2\ts\tle\tDET", "0\t\ts\tle\tD", "9999999999\t1\t\ta\tb",
    ])
  func damaged(_ text: String) {
    #expect(AnnotationText.decode(text) == nil)
  }

  @Test("They come and go with their answer's import")
  func undo() throws {
    let project = try TemporaryProject()
    let file = project.file
    let answer = try file.perform(.importSurvey) { act in
      let question = try act.question(SurveyQuestion(name: "q", wording: "q"))
      let respondent = try act.respondent("R1", weight: nil).id
      let answer = try #require(try act.addAnswer("L'ami. .", of: respondent, to: question, isNew: true))
      try act.addAnnotations(annotations, to: answer)
      return answer
    }.result
    #expect(try file.read { try $0.annotations(of: answer) } == annotations)
    _ = try file.undo()
    #expect(try file.read { try $0.hasAnnotations() } == false)
    _ = try file.redo()
    #expect(try file.read { try $0.annotations(of: answer) } == annotations)
    #expect(try file.read { try $0.defects() } == [])
  }
}
