import CodingModel
import Testing

@testable import Workbench

@Suite("What is done to an answer while coding")
struct CodingSessionActsTests {
  private let test: TestStudy
  private let session: CodingSession

  init() throws {
    test = try TestStudy.coded()
    session = try CodingSession.begin(.init(query: "lien"), coder: "anna", test.study)
  }

  private func code(_ line: String, _ session: CodingSession? = nil) throws -> [String] {
    let session = session ?? self.session
    let names = try session.abbreviations()
    switch try CodingRequestParser(isCodeName: names.isName).parse(line) {
    case .code(let groups): return try session.code(groups).map(written)
    case .uncode(let groups): return try session.uncode(groups).map(written)
    case .uncodeNumbered(let numbers): return try session.uncode(numbers: numbers).map(written)
    case .inVivo(let part, let name, let parent):
      return try session.codeInVivo(part, name: name, under: parent).map(written)
    case .accept(let choice): return try session.accept(choice).map(written)
    case .refuse(let choice): return try session.refuse(choice).map(written)
    default: return []
    }
  }

  private func written(_ change: CodingSession.Change) -> String {
    "\(change.kind) \(change.code) \(change.isWhole ? "whole" : change.segment)"
  }

  private var lastAct: Act? { get throws { try HistoryKeeping(test.study).acts(limit: 1).first } }

  private func seen(_ answer: Int64) throws -> Bool {
    try test.study.project.read { reader in
      let id = try reader.coders().first { $0.name == "anna" }?.id
      return try id.map { try reader.seenAnswers(by: $0).contains(RowID(answer)) } ?? false
    }
  }

  @Test(
    "A line is one act: codes on parts by words or quotes, or on the whole; the answer is then gone through")
  func coding() throws {
    #expect(try code("sur") == ["given Surcharge whole"])
    #expect(try lastAct?.details == ["answer": "R1/q1", "code": "Surcharge", "start": "0", "end": "31"])
    #expect(try seen(1))
    #expect(session.seenCount == 1)
    #expect(
      try code("per, moy 2-4, sur \"trop de mails\"") == [
        "given Perte de lien perd le lien", "given Moyens perd le lien", "given Surcharge Trop de mails",
      ])
    #expect(
      try lastAct?.details == ["answer": "R1/q1", "code": "Perte de lien, Moyens, Surcharge", "codings": "3"])
    #expect(
      try test.codings() == [
        "R1/q1 Surcharge 0-31 anna hand", "R1/q1 Perte de lien 3-15 anna hand", "R1/q1 Moyens 3-15 anna hand",
        "R1/q1 Surcharge 17-30 anna hand",
      ])
    let acts = try HistoryKeeping(test.study).acts().count
    #expect(try code("sur") == ["already Surcharge whole"])
    #expect(try HistoryKeeping(test.study).acts().count == acts)
  }

  @Test("A line that is wrong anywhere does nothing at all")
  func failing() throws {
    let before = try HistoryKeeping(test.study).acts().count
    #expect(throws: StudyError.unknownCode(name: "zzz", near: nil)) { try code("sur, zzz") }
    let name = AnswerName(respondent: "R1", question: "q1")
    #expect(throws: CodingSessionError.quoteNotFound(answer: name)) { try code("sur \"rien de tel\"") }
    #expect(throws: CodingSessionError.noSuchWords(answer: name, words: 7)) { try code("sur 1, moy 7-8") }
    #expect(throws: StudyError.noSuchCoding(name, code: "Surcharge")) { try code("- sur") }
    #expect(throws: CodingSessionError.noSuchNumber(9)) { try code("- 9") }
    #expect(throws: CodingSessionError.severalProposals([1, 2])) { try code("o") }
    #expect(throws: CodingSessionError.noSuchNumber(3)) { try code("o 1, 3") }
    #expect(try HistoryKeeping(test.study).acts().count == before)
    #expect(try test.codings().isEmpty)
    #expect(try !test.study.project.read { try $0.coders() }.contains { $0.name == "anna" })
  }

  @Test("A quote that stands several times is asked about, place by place")
  func quotes() throws {
    try session.go(to: 4)
    let name = AnswerName(respondent: "R4", question: "q1")
    let quote = CodingSessionError.QuoteKey("trop de")
    #expect(throws: CodingSessionError.quoteRepeated(answer: name, quote: quote, times: 2)) {
      try code("sur \"trop de\"")
    }
    #expect(throws: CodingSessionError.quoteRepeated(answer: name, quote: quote, times: 2)) {
      try code("sur \"trop de\" 3")
    }
    let places = try session.places(of: quote)
    #expect(places.map(\.before) == ["", "Trop de tableaux. "])
    #expect(places.map(\.after) == [" tableaux. Trop de mails. On p", " mails. On perd le lien."])
    #expect(try code("sur \"trop de\" 2") == ["given Surcharge Trop de"])
    #expect(try test.codings() == ["R4/q1 Surcharge 18-25 anna hand"])
    #expect(!"\(CodingSessionError.quoteRepeated(answer: name, quote: quote, times: 2))".contains("trop"))
  }

  @Test("Codings are taken away by code, by part, by the number on show; never another coder's")
  func uncoding() throws {
    try test.code("Surcharge", "R1/q1", coder: "bruno")
    _ = try code("sur 1-2")
    _ = try code("sur 6-7")
    _ = try code("sur")
    #expect(try code("- sur 7") == ["taken Surcharge whole", "taken Surcharge de mails"])
    #expect(try code("- sur \"On perd\"") == ["taken Surcharge On perd"])
    _ = try code("moy, sur")
    _ = try session.page()
    #expect(throws: CodingSessionError.notOwn(coder: "bruno")) { try code("- 1") }
    #expect(try session.page()?.marks.map(\.name) == ["Surcharge", "Surcharge", "Moyens", "Perte de lien"])
    #expect(throws: CodingSessionError.noSuchNumber(4)) { try code("- 4") }
    #expect(try code("- 2, 3") == ["taken Surcharge whole", "taken Moyens whole"])
    #expect(try test.codings() == ["R1/q1 Surcharge 0-31 bruno hand"])
    #expect(try lastAct?.kind == .uncode)
  }

  @Test("A code is made of a part, named after it or otherwise, under a parent, in one act")
  func inVivo() throws {
    #expect(try session.suggestedName(.words(2...4)) == "perd le lien")
    #expect(try code("+ 2-4") == ["given perd le lien perd le lien"])
    #expect(try lastAct?.details["created"] == "perd le lien")
    #expect(try code("+ \"mails\" = Courriels > eff") == ["given Courriels mails"])
    let codes = try test.study.project.read { CodeNames(try $0.codes()) }
    #expect(codes.path(of: try codes.code(called: "Courriels")) == ["Effets", "Courriels"])
    #expect(try session.memo("x", onAnswer: false) == "Courriels")
    #expect(try session.undo().kind == .memo)
    #expect(try code("cou 1") == ["given Courriels On"], "the new code is known at once")
    _ = try session.undo()
    #expect(throws: ActError.codeExists(name: "Moyens")) { try code("+ 1 = Moyens") }
    for name in [" \n ", "\u{200B}"] {
      #expect(throws: CodingSessionError.nameMissing) {
        try session.codeInVivo(.words(1...1), name: name, under: nil)
      }
    }
    let homonym = try session.codeInVivo(.words(1...1), name: "Moyens", under: "eff")
    #expect(homonym.map(\.homonyms) == [["Effets/Moyens", "Moyens"]])
    _ = try session.undo()
    _ = try session.undo()
    _ = try session.undo()
    #expect(try !test.study.project.read { try $0.codes() }.contains { $0.name == "Courriels" })
    #expect(throws: StudyError.self) { try code("cou 1") }
  }

  @Test("A memo is on the coding given last, else on the answer")
  func memos() throws {
    #expect(try session.memo("long", onAnswer: false) == nil)
    _ = try code("sur, moy")
    #expect(try session.memo("à\r\nrevoir", onAnswer: false) == "Moyens")
    #expect(try session.memo("encore", onAnswer: true) == nil)
    let page = try #require(try session.page())
    #expect(page.memos == ["long", "encore"])
    let memos = page.marks.compactMap { mark -> String? in
      if case .coding(_, _, _, let memo) = mark.kind { "\(mark.name) \(memo)" } else { nil }
    }
    #expect(memos == ["Surcharge ", "Moyens à\nrevoir"])
    #expect(try lastAct?.details == ["subject": "R1/q1"])
    _ = try code("- moy")
    #expect(try session.memo("là", onAnswer: false) == "Surcharge")
    try session.next()
    #expect(try session.memo("ailleurs", onAnswer: false) == nil)
  }

  @Test("Proposals are accepted as own codings and refused for good, by the numbers on show")
  func proposals() throws {
    try session.go(to: 4)
    #expect(try session.page()?.proposals.map(\.number) == [1, 2, 3])
    #expect(try code("o 2") == ["given Surcharge Trop de tableaux."])
    #expect(try code("n 3") == ["refused Surcharge Trop de mails."])
    #expect(try lastAct?.kind == .refuse)
    #expect(try lastAct?.details == ["answer": "R4/q1", "code": "Surcharge", "start": "18", "end": "32"])
    #expect(try session.openProposals().map(\.number) == [1])
    #expect(throws: CodingSessionError.noSuchNumber(2)) { try code("o 2") }
    #expect(throws: CodingSessionError.severalProposals([1])) { try code("o") }
    #expect(try code("o 1") == ["given Perte de lien On perd le lien."])
    #expect(throws: CodingSessionError.noProposal) { try code("o") }
    #expect(try session.page()?.proposals.count == 0)
    #expect(
      try test.codings() == ["R4/q1 Surcharge 0-17 anna hand", "R4/q1 Perte de lien 33-49 anna hand"])
    let again = try CodingSession.begin(.init(query: "mails"), coder: "anna", try test.reopened())
    try again.go(to: 2)
    #expect(try again.page()?.proposals.count == 0, "refusals last")
    #expect(try seen(6))
    try session.go(to: 1)
    #expect(
      try code("n *") == ["refused Perte de lien On perd le lien.", "refused Surcharge Trop de mails."])
    #expect(try !seen(1), "refusing is not yet having gone through")
  }

  @Test("A proposal met by hand is no longer open, so that no later refusal takes it for one")
  func met() throws {
    #expect(try session.openProposals().map(\.name) == ["Perte de lien", "Surcharge"])
    _ = try code("per 2-4")
    #expect(try session.openProposals().map(\.name) == ["Surcharge"])
    // What is left of two was not offered alone.
    for line in ["n", "o"] { #expect(throws: CodingSessionError.severalProposals([2])) { try code(line) } }
    _ = try session.undo()
    #expect(try session.openProposals().map(\.name) == ["Perte de lien", "Surcharge"])
  }

  @Test(
    "Refusing never moves on; what was offered alone is meant by o and n alone, and nothing after it was taken away"
  )
  func alone() throws {
    let test = try TestStudy.coded()
    let session = try CodingSession.begin(.init(query: "question:q2 lien"), coder: "anna", test.study)
    _ = try session.page()
    let offered = try session.openProposals()
    #expect(offered.map(\.name) == ["Perte de lien"])
    #expect(try code("o", session).count == 1)
    #expect(try code("- per", session).count == 1)
    for line in ["o", "n"] { #expect(throws: CodingSessionError.noProposal) { try code(line, session) } }
    #expect(session.position == 0)
    // Shown anew it is offered anew.
    _ = try session.page()
    #expect(try code("n", session).count == 1)
  }

  @Test("A quote that cuts a word is that word")
  func words() throws {
    let test = try TestStudy.coded()
    let session = try CodingSession.begin(.init(answer: "R1/q1"), coder: "anna", test.study)
    #expect(try code("moy \"rop de mai\"", session) == ["given Moyens Trop de mails"])
    #expect(try CodingSession.lists(of: "anna", test.study).isEmpty, "one answer is no list to resume")
    try session.next()
    #expect(session.current == nil)
  }

  @Test("A part never cuts a letter from its marks, nor an emoji in two")
  func graphemes() throws {
    let test = try TestStudy("id;q\nR1;Le x\u{302}y, la 👩‍👧 et un lien\n", codebook: TestStudy.codebook)
    let session = try CodingSession.begin(.init(query: "lien"), coder: "anna", test.study)
    #expect(try code("moy \"x\"", session) == ["given Moyens x\u{302}y"])
    #expect(try code("moy \"👩\"", session) == ["given Moyens 👩‍👧"])
    #expect(try code("moy 4", session) == ["given Moyens 👩‍👧"].map { $0.replacing("given", with: "already") })
  }
}
