import Testing

@testable import Workbench

@Suite("Names of codes that cannot be told from each other")
struct CodeLikenessTests {
  private func hidden(_ name: String) throws -> StudyError {
    .hiddenInCodeName(try #require(HiddenCharacter(in: name)))
  }

  private func study() throws -> TestStudy {
    try TestStudy(
      codebook: """
        codes:
          - {name: gain de temps, codes: [{name: argent}]}
          - {name: cote}

        """)
  }

  @Test(
    "Under one parent case and blanks are no difference, accents are; elsewhere they are, too",
    arguments: [
      ("Gain de temps", "gain de temps"), ("GAIN DE TEMPS", "gain de temps"),
      ("gainde temps", "gain de temps"), ("Cote", "cote"), ("côté", nil), ("Côté", nil), ("gain", nil),
      ("Argent", nil), ("gain-de-temps", nil),
    ] as [(String, String?)])
  func siblings(name: String, existing: String?) throws {
    let test = try study()
    let editing = CodebookEditing(test.study)
    if let existing {
      #expect(throws: StudyError.codeLike(existing: existing)) { try editing.add(name) }
      #expect(throws: StudyError.codeLike(existing: existing)) {
        try editing.move(editing.add(name, under: .code("argent")).code, under: .top)
      }
    } else {
      #expect(try editing.add(name).hasChanged)
    }
  }

  @Test("What cannot be seen is refused wherever a code gets a name, with its place")
  func invisible() throws {
    let test = try study()
    let editing = CodebookEditing(test.study)
    let name = "ga\u{200B}in"
    let error = try hidden(name)
    #expect(throws: error) { try editing.add(name) }
    #expect(throws: try hidden("argen\u{AD}t")) { try editing.rename("cote", to: "argen\u{AD}t") }
    let session = try CodingSession.begin(.init(query: "question:q1"), coder: "anna", test.study)
    #expect(throws: error) { try session.codeInVivo(.words(1...2), name: name, under: "gain") }
    let codes = try test.folder.write("codes.yaml", "codes:\n  - name: a\n  - name: \"ga\\u200Bin\"\n")
    #expect(throws: StudyError.inFile(path: codes, line: 3, underlying: error)) {
      try CodebookImport(test.study).run(codes)
    }
    let table = try test.folder.write("codes.csv", "name\na\n\(name)\n")
    #expect(throws: StudyError.inFile(path: table, line: 3, underlying: error)) {
      try CodebookImport(test.study).run(table)
    }
    let codings = try test.folder.write("c.csv", "respondent,question,code\nR1,q1,cote\nR1,q1,\(name)\n")
    #expect(throws: StudyError.inFile(path: codings, line: 3, underlying: error)) {
      try CodingImport(test.study).run(codings, createsCodes: true)
    }
    #expect(throws: StudyError.badCodeName) { try editing.add("\u{200B}") }
    try test.code("cote", "R1/q1")
    #expect(throws: error) { try editing.split("cote", by: "question:q1", into: name) }
    #expect(throws: StudyError.codeLike(existing: "cote")) { try editing.rename("gain de temps", to: "COTE") }
    #expect(try CodebookListing(test.study).lines().count == 3)
  }

  @Test("Blanks inside a name are one space, wherever it comes from")
  func blanks() throws {
    let test = try TestStudy(codebook: "codes:\n  - name: \"gain \\t de\\u00A0temps\"\n")
    #expect(
      try test.importCodings("respondent,question,code\nR1,q1,un  code\n", createsCodes: true).newCodes == [
        "un code"
      ])
    let editing = CodebookEditing(test.study)
    #expect(try editing.add(" un\u{202F}\u{202F}autre \n code ").code == "un autre code")
    #expect(try editing.rename("un code", to: "deux  codes").code == "deux codes")
    #expect(throws: ActError.codeExists(name: "gain de temps")) { try editing.add("gain  de temps") }
    #expect(
      try CodebookListing(test.study).lines().map(\.name) == ["gain de temps", "deux codes", "un autre code"])
  }

  @Test("A file's codes are compared with the project's and with each other, each error with its line")
  func files() throws {
    let test = try study()
    func refused(_ name: String, _ text: String, _ line: Int, _ error: StudyError) throws {
      let path = try test.folder.write(name, text)
      #expect(throws: StudyError.inFile(path: path, line: line, underlying: error)) {
        try CodebookImport(test.study).run(path)
      }
    }
    try refused("a.yaml", "codes: [{name: a}, \n{name: Cote}]\n", 2, .codeLike(existing: "cote"))
    try refused("b.yaml", "codes:\n  - a\n  - b\n  - A\n", 4, .codeLike(existing: "a"))
    try refused(
      "c.csv", "name,parent\ne,\n\u{430}rgent,e\n", 3, .codeLooksLike("\u{430}rgent", existing: "argent"))
    try refused(
      "d.yaml", "codes:\n  - {id: cote, name: GAIN DE TEMPS}\n", 2, .codeLike(existing: "gain de temps"))
    let codings = try test.folder.write(
      "e.csv", "respondent,question,code\nR1,q1,c\u{43E}te\n")
    #expect(
      throws: StudyError.inFile(
        path: codings, line: 2, underlying: StudyError.codeLooksLike("c\u{43E}te", existing: "cote"))
    ) { try CodingImport(test.study).run(codings, createsCodes: true) }
    #expect(try CodebookListing(test.study).lines().count == 3)
    // In another place, or with another accent, they are others.
    try test.importCodebook("codes:\n  - {name: e, codes: [Cote, côte]}\n")
  }

  @Test("Names that a project holds already stay as they are, also through a file, and are remarked on")
  func held() throws {
    let test = try TestStudy(codebook: "codes: [{name: gain, definition: d}]\n")
    try test.study.project.perform(.codebook) { act in
      for name in ["Gain", "ga\u{200B}in", "deux  mots"] {
        _ = try act.addCode(CodeContent(name: name, definition: "d"), under: nil)
      }
    }
    let written = CodebookYAMLWriter.write(try CodebookListing(test.study).tree())
    let outcome = try test.importCodebook(written)
    #expect(outcome.identical == 4 && outcome.changes.isEmpty)
    try test.importCodebook(written.replacing("definition: d", with: "definition: e"))
    try test.code("Gain", "R1/q1")
    #expect(try CodebookEditing(test.study).rename("ga\u{200B}in", to: "gains").hasChanged)
    let remarks = try CodebookListing(test.study).remarks().compactMap { remark in
      if case .likeNames(let one, let other) = remark { "\(one) \(other)" } else { nil }
    }
    #expect(remarks == ["gain Gain"])
  }
}
