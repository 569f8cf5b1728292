import QueryLanguage
import Testing

@testable import Workbench

@Suite("Changing the codebook code by code")
struct CodebookEditingTests {
  private func tree(_ test: TestStudy) throws -> [String] {
    try CodebookListing(test.study).lines().map { String(repeating: "  ", count: $0.depth) + $0.code.name }
  }

  private func details(_ test: TestStudy) throws -> [String: String] {
    try #require(try HistoryKeeping(test.study).acts(limit: 1).first).details
  }

  @Test("A name that letters of another alphabet make look like a code's is refused, unless it is its own")
  func lookalikes() throws {
    let test = try TestStudy.coded()
    let editing = CodebookEditing(test.study)
    let name = "Perte d\u{435} lien"
    let error = StudyError.codeLooksLike(name, existing: "Perte de lien")
    #expect(throws: error) { try editing.add(name) }
    #expect(throws: error) { try editing.rename("Moyens", to: name) }
    let session = try CodingSession.begin(.init(query: "question:q1"), coder: "anna", test.study)
    #expect(throws: error) { try session.codeInVivo(.words(1...2), name: name, under: nil) }
    #expect(try editing.rename("Perte de lien", to: name).hasChanged)
    // The same name elsewhere in the tree is another matter.
    #expect(try editing.add("Surcharge").hasChanged)
  }

  @Test("Codes are added, renamed, moved and reordered, each as an act of its coder")
  func changes() throws {
    let test = try TestStudy.coded()
    let editing = CodebookEditing(test.study)
    var texts = CodebookEditing.Texts()
    (texts.definition, texts.rule, texts.colour) = (
      " Quand on\r\ns'entend. ", "entraide", .some(Colour("#00ff00"))
    )
    #expect(
      try editing.add(
        "Entraide ", under: .code("Effets"), place: .before("Surcharge"), texts: texts, coder: "anna"
      )
      .code == "Entraide")
    #expect(try tree(test) == ["Effets", "  Perte de lien", "  Entraide", "  Surcharge", "Moyens"])
    #expect(try details(test) == ["did": "add", "code": "Entraide", "parent": "Effets"])
    let added = try #require(try CodebookListing(test.study).lines().first { $0.name == "Entraide" }).code
    #expect(added.key == "entraide_4682aae7")
    #expect(added.content.definition == "Quand on\ns'entend." && added.content.rule == "entraide")
    #expect(added.content.colour == Colour("#00ff00"))

    #expect(try editing.rename("entraide", to: "Solidarité", coder: "bruno").code == "Solidarité")
    #expect(
      try details(test) == [
        "did": "rename", "code": "Entraide", "to": "Solidarité", "key": "entraide_4682aae7",
      ])
    _ = try editing.move("Solidarité", under: .top, place: .first)
    #expect(try tree(test) == ["Solidarité", "Effets", "  Perte de lien", "  Surcharge", "Moyens"])
    _ = try editing.move("moyens", under: .code("effets"))
    #expect(try tree(test) == ["Solidarité", "Effets", "  Perte de lien", "  Surcharge", "  Moyens"])
    for (place, order) in [
      (CodebookEditing.Place.first, ["Moyens", "Perte de lien", "Surcharge"]),
      (.position(2), ["Perte de lien", "Moyens", "Surcharge"]),
      (.after("surcharge"), ["Perte de lien", "Surcharge", "Moyens"]),
      (.before("lien"), ["Moyens", "Perte de lien", "Surcharge"]),
      (.position(99), ["Perte de lien", "Surcharge", "Moyens"]),
    ] {
      #expect(try editing.reorder("Moyens", place).hasChanged)
      #expect(try tree(test).dropFirst(2).map { String($0.dropFirst(2)) } == order)
    }
    #expect(try HistoryKeeping(test.study).acts(limit: 2).map(\.coder) == ["testeuse", "testeuse"])
    #expect(try Checking(test.study).run().isClean)
  }

  @Test("What changes nothing is no act")
  func nothing() throws {
    let test = try TestStudy.coded()
    let editing = CodebookEditing(test.study)
    let count = try HistoryKeeping(test.study).acts().count
    #expect(try !editing.rename("moyens", to: "Moyens").hasChanged)
    #expect(try !editing.move("moyens", under: .top).hasChanged)
    #expect(try !editing.reorder("moyens", .last).hasChanged)
    #expect(try !editing.set("moyens", CodebookEditing.Texts()).hasChanged)
    #expect(try HistoryKeeping(test.study).acts().count == count)
  }

  @Test("Texts are written and taken away field by field; a lone colour is a recolouring")
  func texts() throws {
    let test = try TestStudy.coded()
    let editing = CodebookEditing(test.study)
    var texts = CodebookEditing.Texts()
    (texts.inclusion, texts.exclusion, texts.memo) = ("oui", "non", "note")
    (texts.examples, texts.rule, texts.definition) = (["un", " ", "deux"], "", "")
    _ = try editing.set("lien", texts, coder: "anna")
    #expect(
      try details(test) == [
        "did": "set", "code": "Perte de lien", "key": "lien",
        "fields": "definition inclusion exclusion examples rule memo",
      ])
    let content = try #require(try CodebookListing(test.study).lines().first { $0.code.key == "lien" }).code
      .content
    #expect(
      content
        == CodeContent(
          name: "Perte de lien", colour: Colour("#aa0000"), inclusion: "oui", exclusion: "non",
          examples: ["un", "deux"], memo: "note"))
    var colour = CodebookEditing.Texts()
    colour.colour = .some(nil)
    _ = try editing.set("lien", colour)
    #expect(
      try details(test) == [
        "did": "recolour", "code": "Perte de lien", "key": "lien", "fields": "colour", "from": "#aa0000",
        "to": "",
      ])
  }

  @Test("Rules that name a code follow its new name")
  func rules() throws {
    let test = try TestStudy.coded()
    let editing = CodebookEditing(test.study)
    var texts = CodebookEditing.Texts()
    texts.rule = #"(mails SAUF code:"Perte de lien") OU lien within code:surcharge"#
    _ = try editing.set("moyens", texts)
    #expect(try editing.rename("Perte de lien", to: #"Lien "perdu""#).rewritten == ["Moyens"])
    _ = try editing.rename("Surcharge", to: "Trop à faire")
    func rule() throws -> String? {
      try CodebookListing(test.study).lines().first { $0.name == "Moyens" }?.code.content.rule
    }
    // A key goes on meaning its code whatever it is called.
    #expect(try rule() == #"(mails SAUF code:"Lien \"perdu\"") OU lien within code:surcharge"#)
    _ = try Autocoding(test.study).run()
    #expect(try editing.rename("moyens", to: "Moyens humains").rewritten == [])
  }

  @Test("A name that stands elsewhere in the tree is told with the paths to say")
  func homonyms() throws {
    let test = try TestStudy.coded()
    let editing = CodebookEditing(test.study)
    #expect(try editing.add("L'aide", under: .code("Effets")).homonyms == [])
    #expect(try editing.add("L’aide", under: .code("Moyens")).homonyms == ["Moyens/L’aide", "Effets/L'aide"])
    #expect(try editing.rename("lien", to: "Moyens").homonyms == ["Effets/Moyens", "Moyens"])
    #expect(try editing.move("surcharge", under: .top).homonyms == [])
    #expect(
      try CodeNames(test.study.project.read { try $0.codes() }).code(called: "Moyens/L'aide").name == "L’aide"
    )
    #expect(throws: ActError.codeExists(name: "L’aide")) { try editing.add("L'aide", under: .code("Moyens")) }
  }

  @Test("What cannot be is refused, and nothing is changed")
  func refused() throws {
    let test = try TestStudy.coded()
    let editing = CodebookEditing(test.study)
    let before = try ProjectExport(test.study).text()
    for name in [" \n ", "\u{200B}", "\u{AD}\u{2060}", "\u{FE0F}", "\u{301}"] {
      #expect(throws: StudyError.badCodeName) { try editing.add(name) }
    }
    #expect(throws: StudyError.badCodeName) {
      try editing.rename("lien", to: String(repeating: "a", count: 201))
    }
    #expect(throws: ActError.codeExists(name: "Surcharge")) { try editing.rename("lien", to: "Surcharge") }
    #expect(throws: ActError.codeExists(name: "Effets")) { try editing.add("Effets") }
    #expect(throws: ActError.codeCycle(name: "Effets")) {
      try editing.move("Effets", under: .code("Surcharge"))
    }
    #expect(throws: StudyError.notSiblings("Surcharge", "Moyens")) {
      try editing.reorder("surcharge", .after("moyens"))
    }
    #expect(throws: StudyError.unknownCode(name: "rien", near: nil)) { try editing.reorder("rien", .first) }
    var texts = CodebookEditing.Texts()
    texts.rule = "(lien"
    #expect(throws: StudyError.self) { try editing.set("lien", texts) }
    #expect(try ProjectExport(test.study).text() == before)
  }

  @Test("What a rule names that the project does not know is told; nothing of a rule that it knows")
  func unresolved() throws {
    let test = try TestStudy.coded()
    let editing = CodebookEditing(test.study)
    func told(_ rule: String) throws -> String? {
      guard case .badRule(let code, let query as QueryError)? = try editing.unresolved(rule, of: "Effets")
      else { return nil }
      return "\(code) \(query.problem) \(query.nearName ?? "–")"
    }
    #expect(try told("lien AND groupe:Insertion") == nil && told("") == nil)
    #expect(
      try told("lien AND groupe:Insertio")
        == "Effets unknownValue(variable: \"groupe\", value: \"Insertio\") groupe:Insertion")
    #expect(try told("lien AND code:Inconnu") == "Effets unknownCode(\"Inconnu\") –")
  }
}
