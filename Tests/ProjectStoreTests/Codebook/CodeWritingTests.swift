import CodingModel
import Testing

@testable import ProjectStore

@Suite("Changing the codebook")
struct CodeWritingTests {
  private func names(_ study: SmallStudy) throws -> [String] {
    try study.file.read { try $0.codes().map(\.name) }
  }

  @Test("Keys are made from names and places, and made unique")
  func keys() throws {
    let study = try SmallStudy()
    try study.file.perform(.codebook) { act in
      let top = try act.addCode(CodeContent(name: "perte de lien"), under: nil)
      _ = try act.addCode(CodeContent(name: "côté"), under: top)
      _ = try act.addCode(CodeContent(name: "cote"), under: top)
      _ = try act.addCode(CodeContent(name: "Autre"), key: "X_1", under: top)
    }
    #expect(
      try study.file.read { try $0.codes().map(\.key) } == [
        "effets", "surcharge", "perte-de-lien", "perte-de-lien_2", "cote_35b3af10", "cote_90581258", "X_1",
      ])
  }

  @Test("A name that the parent has already, or a key that is taken, is refused")
  func taken() throws {
    let study = try SmallStudy()
    let before = try study.project.dump()
    let (effects, bond) = try (study.code(0), study.code(2))
    #expect(throws: ActError.codeExists(name: "Surcharge")) {
      try study.file.perform(.codebook) { try $0.addCode(CodeContent(name: "Surcharge"), under: effects.id) }
    }
    #expect(throws: ActError.codeExists(name: "effets")) {
      try study.file.perform(.codebook) {
        try $0.addCode(CodeContent(name: "Autre"), key: "effets", under: nil)
      }
    }
    #expect(throws: ActError.codeExists(name: "Surcharge")) {
      try study.file.perform(.codebook) { try $0.setContent(CodeContent(name: "Surcharge"), of: bond) }
    }
    #expect(try study.project.dump() == before)
    try study.file.perform(.codebook) { act in
      let top = try act.addCode(CodeContent(name: "Surcharge"), under: nil)
      #expect(throws: ActError.codeExists(name: "Surcharge")) {
        try act.move(try #require(try act.reader.codes().last), under: effects.id, position: 1)
      }
      #expect(throws: ActError.codeExists(name: "Perte de lien")) {
        try act.addCode(CodeContent(name: "Perte de lien"), under: effects.id)
      }
      _ = top
    }
  }

  @Test("Names that differ only in the apostrophe are one; the error tells the name that is there")
  func apostrophes() throws {
    let study = try SmallStudy()
    let (effects, bond) = try (study.code(0), study.code(2))
    try study.file.perform(.codebook) { act in
      _ = try act.addCode(CodeContent(name: "L’aide"), under: effects.id)
      for name in ["L'aide", "Lʼaide", "L’aide"] {
        #expect(throws: ActError.codeExists(name: "L’aide")) {
          try act.addCode(CodeContent(name: name), under: effects.id)
        }
        #expect(throws: ActError.codeExists(name: "L’aide")) {
          try act.setContent(CodeContent(name: name), of: bond)
        }
      }
      let aid = try #require(try act.reader.codes().first { $0.name == "L’aide" })
      // One's own name may be written otherwise.
      #expect(try act.setContent(CodeContent(name: "L'aide"), of: aid))
      _ = try act.addCode(CodeContent(name: "L'aide"), under: nil)
    }
  }

  @Test("Content is replaced only where it differs")
  func contents() throws {
    let study = try SmallStudy()
    let bond = try study.code(2)
    #expect(try study.file.perform(.codebook) { try $0.setContent(bond.content, of: bond) }.act == nil)
    let content = CodeContent(name: "Lien", definition: "d", examples: ["e"], rule: "lien")
    #expect(try study.file.perform(.codebook) { try $0.setContent(content, of: bond) }.result)
    #expect(
      try study.code(2) == Code(id: bond.id, key: "perte-de-lien", parent: study.codes[0], content: content))
    let gone = Code(id: RowID(99), key: "x", parent: nil, content: CodeContent(name: "Parti"))
    let result = try study.file.perform(.codebook) { act in
      [try act.setContent(content, of: gone), try act.move(gone, under: nil, position: 1)]
    }
    #expect(result.result == [false, false])
    #expect(result.act == nil)
  }

  @Test("A code moved to a place among its siblings stands there, and the others make room")
  func places() throws {
    let project = try TemporaryProject()
    try project.file.perform(.codebook) { act in
      for name in ["a", "b", "c", "d"] { _ = try act.addCode(CodeContent(name: name), under: nil) }
    }
    for (name, position, order, moves) in [
      ("c", 1, "cabd", true), ("c", 1, "cabd", false), ("c", 3, "abcd", true), ("a", 9, "bcda", true),
      ("a", 4, "bcda", false), ("d", 0, "dbca", true), ("b", -3, "bdca", true),
    ] {
      let moved = try project.file.perform(.codebook) { act in
        let code = try #require(try act.reader.codes().first { $0.name == name })
        return try act.move(code, under: nil, position: position)
      }
      #expect(moved.result == moves)
      #expect((moved.act != nil) == moves)
      #expect(try project.file.read { try $0.codes().map(\.name).joined() } == order)
    }
  }

  @Test("A code deleted leaves no gap that would make a move of its sibling")
  func gaps() throws {
    let study = try SmallStudy()
    let (overload, bond) = try (study.code(1), study.code(2))
    try study.file.perform(.codebook) { try $0.deleteCode(overload) }
    let kept = try study.file.perform(.codebook) { try $0.move(bond, under: study.codes[0], position: 1) }
    #expect(kept.act == nil)
    try study.file.perform(.codebook) {
      _ = try $0.addCode(CodeContent(name: "Dernier"), under: study.codes[0])
    }
    #expect(try names(study) == ["Effets", "Perte de lien", "Dernier"])
  }

  @Test("A code moves under another parent with the codes under it")
  func parents() throws {
    let study = try SmallStudy()
    try study.file.perform(.codebook) { act in
      let top = try act.addCode(CodeContent(name: "Ressources"), under: nil)
      let effects = try #require(try act.reader.codes().first)
      #expect(try act.move(effects, under: top, position: 1))
    }
    #expect(try names(study) == ["Ressources", "Effets", "Surcharge", "Perte de lien"])
    _ = try study.file.undo()
    #expect(try names(study) == ["Effets", "Surcharge", "Perte de lien"])
  }

  @Test("A code cannot stand under itself, near or far")
  func cycles() throws {
    let study = try SmallStudy()
    let before = try study.project.dump()
    let effects = try study.code(0)
    for parent in study.codes {
      #expect(throws: ActError.codeCycle(name: "Effets")) {
        try study.file.perform(.codebook) { try $0.move(effects, under: parent, position: 1) }
      }
    }
    #expect(try study.project.dump() == before)
  }

  @Test("In a damaged codebook, moving under a circle comes to an end")
  func damagedCircle() throws {
    let study = try SmallStudy()
    try study.project.damage(
      "UPDATE code SET parentID = 3 WHERE id = 2; UPDATE code SET parentID = 2 WHERE id = 3")
    let effects = try study.code(0)
    #expect(try study.file.perform(.codebook) { try $0.move(effects, under: RowID(2), position: 1) }.result)
  }

  @Test("A code is deleted only when nothing depends on it, and its memos go and come back with it")
  func deleting() throws {
    let study = try SmallStudy()
    try study.addCoding(1)
    try study.addCoding(1, on: 2, TextRange(0, 3))
    let codes = try [study.code(0), study.code(1), study.code(2)]
    #expect(throws: ActError.codeInUse(name: "Effets", codings: 0, children: 2)) {
      try study.file.perform(.codebook) { try $0.deleteCode(codes[0]) }
    }
    #expect(throws: ActError.codeInUse(name: "Surcharge", codings: 2, children: 0)) {
      try study.file.perform(.codebook) { try $0.deleteCode(codes[1]) }
    }
    try study.file.perform(.memo) { _ = try $0.addMemo("Trop large ?", on: .code(codes[2].id), by: nil) }
    let before = try study.project.dump()
    try study.file.perform(.codebook) { try $0.deleteCode(codes[2]) }
    #expect(try names(study) == ["Effets", "Surcharge"])
    #expect(try study.file.read { try $0.memos() } == [])
    #expect(try study.file.read { try $0.defects() } == [])
    _ = try study.file.undo()
    #expect(try study.project.dump() == before)
  }
}
