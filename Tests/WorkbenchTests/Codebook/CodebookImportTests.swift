import Testing

@testable import Workbench

@Suite("Importing codebooks")
struct CodebookImportTests {
  private func tree(_ test: TestStudy) throws -> [String] {
    try CodebookListing(test.study).lines().map {
      String(repeating: "  ", count: $0.depth) + $0.code.name + " (" + $0.code.key + ")"
    }
  }

  @Test("Codes are added in the file's order, with all that is written of them")
  func added() throws {
    let test = try TestStudy(nil)
    let outcome = try test.importCodebook(TestStudy.codebook)
    #expect(outcome.added == ["Effets", "Perte de lien", "Surcharge", "Moyens"])
    #expect(outcome.identical == 0)
    #expect(
      try tree(test) == [
        "Effets (effets)", "  Perte de lien (lien)", "  Surcharge (surcharge)", "Moyens (moyens)",
      ])
    #expect(
      try CodebookListing(test.study).lines()[1].code.content
        == CodeContent(
          name: "Perte de lien", colour: Colour("#aa0000"), definition: "On se voit moins.", rule: "lien"))
    let act = try #require(try HistoryKeeping(test.study).acts().first)
    #expect(act.kind == .importCodebook)
    #expect(act.details == ["file": "codes.yaml", "added": "4", "changed": "0", "moved": "0"])
  }

  @Test(
    "A file edited by hand brings just the changes made, known by the codes' ids; tried first, it brings none"
  )
  func edited() throws {
    let test = try TestStudy.coded()
    try test.code("Perte de lien", "R1/q1")
    var yaml = CodebookYAMLWriter.write(try CodebookListing(test.study).tree())
    yaml = yaml.replacing("name: Perte de lien", with: "name: Lien perdu").replacing(
      "Trop à faire.", with: "Trop.")
    let path = try test.folder.write("codes.yaml", yaml)
    let before = try ProjectExport(test.study).text()
    let tried = try CodebookImport(test.study).run(path, isDryRun: true)
    #expect(try ProjectExport(test.study).text() == before)
    let outcome = try CodebookImport(test.study).run(path, coder: "anna")
    #expect(outcome.changes == tried.changes)
    #expect(
      outcome.changes.map { "\($0.kind.rawValue) \($0.key) \($0.before) > \($0.after)" } == [
        "renamed lien Perte de lien > Lien perdu", "changed surcharge Trop à faire. > Trop.",
      ])
    #expect(try test.codings() == ["R1/q1 Lien perdu 0-31 anna hand"])
    #expect(try HistoryKeeping(test.study).acts(limit: 1).map(\.coder) == ["anna"])
  }

  @Test("The same file again, and an exported one, change nothing and enter no act")
  func again() throws {
    let test = try TestStudy.coded()
    let again = try test.importCodebook(TestStudy.codebook)
    #expect(again.added + again.changed + again.moved + again.absent == [])
    #expect(again.identical == 4)
    let exported = CodebookYAMLWriter.write(try CodebookListing(test.study).tree())
    #expect(try test.importCodebook(exported).identical == 4)
    var table = ""
    CodebookCSVWriter.write(try CodebookListing(test.study).tree(), as: .csv, to: &table)
    #expect(try test.importCodebook(table, name: "codes.csv").identical == 4)
    #expect(try HistoryKeeping(test.study).acts().count == 2)
  }

  @Test("What the file says replaces what the project has; codes it does not name stay")
  func changed() throws {
    let test = try TestStudy.coded()
    try test.code("Perte de lien", "R1/q1")
    let outcome = try test.importCodebook(
      """
      codes:
        - id: lien
          name: Lien perdu
          rule: lien
        - name: Nouveau
        - name: Moyens
          definition: Autre chose.

      """)
    #expect(outcome.added == ["Nouveau"])
    #expect(outcome.changed == ["Lien perdu", "Moyens"])
    #expect(outcome.moved == ["Lien perdu"])
    #expect(outcome.absent == ["Effets", "Surcharge"])
    #expect(outcome.identical == 0)
    #expect(
      try tree(test) == [
        "Lien perdu (lien)", "Nouveau (nouveau_5dd8c025)", "Moyens (moyens)", "Effets (effets)",
        "  Surcharge (surcharge)",
      ])
    #expect(try test.codings() == ["R1/q1 Lien perdu 0-31 anna hand"])
  }

  @Test("Codes may exchange their names, their places, or turn parent and child about")
  func exchanged() throws {
    let test = try TestStudy.coded()
    try test.importCodebook(
      """
      codes:
        - {id: moyens, name: Effets, definition: Ce qui manque., codes: [{id: lien, name: Surcharge}]}
        - {id: effets, name: Moyens, codes: [{id: surcharge, name: Perte de lien}]}

      """)
    #expect(
      try tree(test) == [
        "Effets (moyens)", "  Surcharge (lien)", "Moyens (effets)", "  Perte de lien (surcharge)",
      ])
    let outcome = try test.importCodebook(
      """
      codes:
        - id: lien
          name: Effets
          codes:
            - id: moyens
              name: Effets
              codes: [{id: surcharge, name: Moyens}, {id: effets, name: Perte de lien}]

      """)
    #expect(outcome.added == [])
    #expect(
      try tree(test) == [
        "Effets (lien)", "  Effets (moyens)", "    Moyens (surcharge)", "    Perte de lien (effets)",
      ])
    #expect(try Checking(test.study).run().isClean)
    _ = try HistoryKeeping(test.study).undo()
    _ = try HistoryKeeping(test.study).undo()
    #expect(
      try tree(test) == [
        "Effets (effets)", "  Perte de lien (lien)", "  Surcharge (surcharge)", "Moyens (moyens)",
      ])
    _ = try HistoryKeeping(test.study).redo()
    _ = try HistoryKeeping(test.study).redo()
    #expect(
      try tree(test) == [
        "Effets (lien)", "  Effets (moyens)", "    Moyens (surcharge)", "    Perte de lien (effets)",
      ])
    #expect(try Checking(test.study).run().isClean)
  }

  @Test("A name that a code with another key gives up can be taken by a code without a key")
  func takenOver() throws {
    let test = try TestStudy.coded()
    let outcome = try test.importCodebook(
      "codes:\n  - name: Moyens\n  - {id: moyens, name: Ressources}\n  - {id: moyens-2, name: Temps}\n")
    #expect(outcome.added == ["Moyens", "Temps"])
    #expect(outcome.changed == ["Ressources"])
    #expect(
      try tree(test).prefix(3) == ["Moyens (moyens_c667f591)", "Ressources (moyens)", "Temps (moyens-2)"])
  }

  @Test("A new code takes its place among those there")
  func order() throws {
    let test = try TestStudy(nil, codebook: "codes: [{name: A}, {name: Z}, {name: B}]\n")
    try test.importCodebook("codes: [{name: A}, {name: N}, {name: B}]\n")
    #expect(try CodebookListing(test.study).lines().map(\.name) == ["A", "N", "B", "Z"])
  }

  @Test("A name that an unnamed sibling keeps cannot be taken: nothing is stored")
  func kept() throws {
    let test = try TestStudy.coded()
    #expect(throws: ActError.codeExists(name: "Effets")) {
      try test.importCodebook("codes:\n  - {name: Neuf}\n  - {id: moyens, name: Effets}\n")
    }
    #expect(try CodebookListing(test.study).lines().count == 4)
    #expect(try HistoryKeeping(test.study).acts().count == 2)
  }

  @Test("A rule that is no query is named with its line; nothing is stored")
  func badRule() throws {
    let test = try TestStudy(nil)
    let path = try test.folder.write(
      "faux.yaml", "codes:\n  - name: Bon\n  - name: Faux\n    rule: 'lien AND'\n")
    let error = #expect(throws: StudyError.self) { try CodebookImport(test.study).run(path) }
    guard case .inFile(path, 4, let underlying)? = error,
      case .badRule("Faux", let query)? = underlying as? StudyError
    else {
      Issue.record("another error")
      return
    }
    #expect((query as? QueryError)?.problem == .missingRightOperand(of: "AND"))
    #expect(try CodebookListing(test.study).lines().isEmpty)
  }

  @Test("Problems of the file come with their position")
  func badFile() throws {
    let test = try TestStudy(nil)
    let path = test.folder.file("absent.yaml")
    let error = #expect(throws: CodebookFileError.self) { try CodebookImport(test.study).run(path) }
    #expect(error?.problem == .file(.missing))
  }

  @Test("Undoing takes the codes away, redoing brings them back with their keys")
  func undo() throws {
    let test = try TestStudy(nil, codebook: TestStudy.codebook)
    let stored = try tree(test)
    _ = try HistoryKeeping(test.study).undo()
    #expect(try tree(test) == [])
    _ = try HistoryKeeping(test.study).redo()
    #expect(try tree(test) == stored)
  }

  @Test("Rules that name what the project does not have are told with their lines, and stored")
  func unresolvedRules() throws {
    let test = try TestStudy()
    let path = try test.folder.write(
      "r.yaml",
      """
      codes:
        - name: A
          rule: lien AND code:B
        - name: B
          rule: lien AND code:"Cé"
        - name: C
          rule: 'groupe:Insertio OR coder:zoé'
        - name: D
          rule: NOT question:q3 lien
        - name: E
          rule: 'lien :: metier:x'
      """.replacing("'lien :: metier:x'", with: "'[] :: metier:x'"))
    func told(isDryRun: Bool) throws -> [String] {
      try CodebookImport(test.study).run(path, isDryRun: isDryRun).unresolvedRules.map { error in
        guard case .inFile(_, let line, let inner as StudyError) = error,
          case .badRule(let code, let query as QueryError) = inner
        else { return "\(error)" }
        return "\(line) \(code) \(query.problem) \(query.nearName ?? "–")"
      }
    }
    let expected = [
      "5 B unknownCode(\"Cé\") code:C",
      "7 C unknownValue(variable: \"groupe\", value: \"Insertio\") groupe:Insertion",
      "9 D unknownQuestion(\"q3\") question:q1", "11 E unknownVariable(\"metier\") –",
    ]
    #expect(try told(isDryRun: true).dropFirst() == expected.dropFirst())
    #expect(try told(isDryRun: false) == expected)
    #expect(try CodebookListing(test.study).lines().count == 5)
    #expect(try test.importCodebook(TestStudy.codebook).unresolvedRules.isEmpty)
  }
}
