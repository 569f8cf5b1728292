import Testing

@testable import VerbatimCommand
@testable import Workbench

@Suite struct KwicScreenTests {
  private func line(
    _ name: String, _ left: String, _ hit: String, _ right: String, values: [String] = [],
    codes: [String] = []
  ) -> Concordance.Line {
    let parts = name.split(separator: "/").map(String.init)
    let start = left.unicodeScalars.count
    let text = SlicedText(left + hit + right)
    return Concordance.Line(
      answer: AnswerName(respondent: parts[0], question: parts.count > 1 ? parts[1] : nil),
      range: TextRange(start, start + hit.unicodeScalars.count), values: values, codes: codes, text: text,
      shown: TextRange(0, text.scalarCount))
  }

  private let session = Session(terminal: .test(width: 60))

  @Test("Hits stand one under the other, contexts cut at both sides")
  func lines() {
    let found = [
      line(
        "R0117/q1", "avec un écran entre nous, on ", "perd peu à peu le lien",
        " avec les familles, on devient"),
      line("R3/q1", "J'ai ", "perdu le lien", "."),
    ]
    #expect(
      KwicScreen.lines(found, from: 0, session) == [
        " 1  R0117/q1  … nous, on ⟦perd peu à peu le li…⟧ avec les …",
        " 2  R3/q1           J'ai ⟦perdu le lien⟧.",
      ])
  }

  @Test("No line is wider than the terminal", arguments: [40, 60, 100, 200])
  func width(columns: Int) {
    let session = Session(terminal: .test(width: columns))
    let found = [
      line("R0117/q1", String(repeating: "漢字 ", count: 40), "lien", String(repeating: "été ", count: 60)),
      line("R2/q1", "", String(repeating: "long ", count: 40), ""),
    ]
    for line in KwicScreen.lines(found, from: 0, session) {
      #expect(line.displayWidth <= columns, "\(line)")
      #expect(line.last != " ")
    }
  }

  @Test("Numbers go on from the page before; values stand beside, a dash for none")
  func page() {
    let found = [
      line("R1", "a", "lien", "b", values: ["Éducation", ""]),
      line("R2", "c", "lien", "d", values: ["Insertion", "rural"]),
    ]
    let lines = KwicScreen.lines(found, from: 9, Session(terminal: .test(width: 100)))
    #expect(lines[0].hasPrefix(" 10  R1  Éducation · –"))
    #expect(lines[1].hasPrefix(" 11  R2  Insertion · rural  "))
    #expect(lines[0].split(separator: "⟦")[0].displayWidth == lines[1].split(separator: "⟦")[0].displayWidth)
  }

  @Test("Codes stand beside where they play a part")
  func codes() {
    let found = [
      line("R1", "a", "lien", "b", codes: ["perte", "sens"]), line("R2", "c", "lien", "d"),
    ]
    let lines = KwicScreen.lines(found, from: 0, showsCodes: true, Session(terminal: .test(width: 100)))
    #expect(lines[0].hasPrefix(" 1  R1  perte, sens  ") && lines[1].hasPrefix(" 2  R2  –            "))
    #expect(!KwicScreen.lines(found, from: 0, session)[0].contains("perte"))
  }

  @Test("What an answer holds stays on its line")
  func oneLine() {
    let found = [line("R1", "un\nmot", "li\u{1B}[2Jen", "puis\r\nrien")]
    let lines = KwicScreen.lines(found, from: 0, session)
    #expect(lines.count == 1)
    #expect(!lines[0].contains("\u{1B}") && !lines[0].contains("\n"))
  }

  @Test("Nothing found, nothing shown")
  func empty() {
    #expect(KwicScreen.lines([], from: 0, session) == [])
  }
}
