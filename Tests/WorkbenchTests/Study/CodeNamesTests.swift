import Testing

@testable import Workbench

@Suite("Names of codes")
struct CodeNamesTests {
  @Test(
    "Of names that accents tell apart, the one in another case is meant, and without accents only where it is alone"
  )
  func cases() throws {
    let codes = ["cote", "côté", "élan"].enumerated().map { number, name in
      Code(id: RowID(Int64(number + 1)), key: "k\(number)", parent: nil, content: CodeContent(name: name))
    }
    let names = CodeNames(codes)
    for (asked, meant) in [("COTE", "cote"), ("CÔTÉ", "côté"), ("ELAN", "élan"), ("elan", "élan")] {
      #expect(try names.code(called: asked).name == meant)
    }
    #expect(throws: StudyError.ambiguousCode(name: "cotê", candidates: ["cote", "côté"])) {
      try names.code(called: "cotê")
    }
  }

  /// Codes as paths from the top, in the codebook's order; keys k1, k2…
  private func names(_ paths: [String]) -> CodeNames {
    var ids: [String: RowID<Code>] = [:]
    return CodeNames(
      paths.enumerated().map { index, path in
        let parts = path.split(separator: ">").map(String.init)
        ids[path] = RowID(Int64(index + 1))
        return Code(
          id: RowID(Int64(index + 1)), key: "k\(index + 1)",
          parent: ids[parts.dropLast().joined(separator: ">")], content: CodeContent(name: parts.last ?? ""))
      })
  }

  @Test(
    "A name that repeats is shown with as much of its path as is needed, and found by what is shown",
    arguments: [
      (["A", "A>B", "C"], ["A", "B", "C"]),
      (["A", "A>B", "C", "C>A/B"], ["A", "B", "C", "C/A/B"]),
      (["A", "A>X", "B", "B>X"], ["A", "A/X", "B", "B/X"]),
      (["X", "A", "A>X"], ["X", "A", "A/X"]),
      (["A", "A>X", "B", "B>A", "B>A>X"], ["A", "A/X", "B", "B/A", "B/A/X"]),
      (["D’un", "A", "A>D'un"], ["D’un", "A", "A/D'un"]),
      (["R", "R>A", "R>A>X", "R>B", "R>B>X"], ["R", "A", "A/X", "B", "B/X"]),
    ])
  func shown(paths: [String], expected: [String]) throws {
    let names = names(paths)
    #expect(names.all == expected)
    for (code, name) in zip(names.codes, names.all) {
      #expect(try names.code(called: name).id == code.id)
      #expect(try names.code(called: code.key).id == code.id)
      #expect(names[code.id] == code)
    }
  }

  @Test("Names are found in any case, with either apostrophe, without accents, by longer paths")
  func spellings() throws {
    let names = names(["Besoin d’aide", "Besoin d’aide>Écran", "Été", "été>x"])
    for name in ["besoin d'AIDE", "Besoin d'aide", "BESOIN D’AIDE", "k1"] {
      #expect(try names.code(called: name).key == "k1")
    }
    for name in ["ecran", "Besoin d'aide/Écran", "E\u{301}cran"] {
      #expect(try names.code(called: name).key == "k2")
    }
    #expect(try names.codes(called: ["k2", "été", "ecran", "k3"]).map(\.key) == ["k2", "k3"])
  }

  @Test("What is nowhere, or in several places, is told")
  func wrong() {
    let names = names(["A", "A>Lien", "B", "B>Lien", "B>lien"])
    #expect(throws: StudyError.ambiguousCode(name: "Lien", candidates: ["A/Lien", "B/Lien"])) {
      try names.code(called: "Lien")
    }
    #expect(throws: StudyError.unknownCode(name: "C/Lien", near: "A/Lien")) {
      try names.code(called: "C/Lien")
    }
    #expect(throws: StudyError.unknownCode(name: "", near: nil)) { try names.code(called: "") }
  }

  @Test("Paths, depths and the codes under one")
  func tree() throws {
    let names = names(["A", "A>B", "A>B>C", "A>D", "E"])
    let codes = names.codes
    #expect(names.path(of: codes[2]) == ["A", "B", "C"])
    #expect(codes.map(names.depth) == [0, 1, 2, 1, 0])
    #expect(names.descendants(of: codes[0].id).map(\.name) == ["B", "C", "D"])
    #expect(names.descendants(of: codes[4].id) == [])
    #expect(names.name(of: RowID(99)) == "")
  }

  @Test("A code renamed since is found by its first name, another code's own name going before")
  func renamed() throws {
    let renamed = Code(
      id: RowID(1), key: "perte-de-lien", parent: nil, content: CodeContent(name: "rupture de la relation"))
    let other = Code(id: RowID(2), key: "code", parent: nil, content: CodeContent(name: "?"))
    #expect(try CodeNames([renamed, other]).code(called: "Perte de lien").id == renamed.id)
    #expect(throws: StudyError.unknownCode(name: "!!", near: nil)) {
      try CodeNames([renamed, other]).code(called: "!!")
    }
    let later = Code(
      id: RowID(3), key: "perte-de-lien-2", parent: nil, content: CodeContent(name: "perte de lien"))
    #expect(try CodeNames([renamed, later]).code(called: "perte de lien").id == later.id)
  }
}
