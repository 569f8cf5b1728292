import CodingModel
import Testing

@testable import Workbench

@Suite("Codes by a few letters")
struct CodeAbbreviationsTests {
  private static let names = [
    "surcharge administrative", "suivi à distance", "médiation numérique subie", "perte de lien",
    "perte de sens",
    "lien maintenu à distance", "équipement", "orientation vers d'autres structures", "Œuvre commune",
    "équipe",
  ]

  private static func abbreviations(_ names: [String] = names, under parents: [Int?] = [])
    -> CodeAbbreviations
  {
    CodeAbbreviations(
      CodeNames(
        names.enumerated().map { index, name in
          Code(
            id: RowID(Int64(index + 1)), key: "k\(index + 1)",
            parent: parents.indices.contains(index) ? parents[index].map { RowID(Int64($0)) } : nil,
            content: CodeContent(name: name))
        }))
  }

  @Test(
    "The first way that finds any code counts",
    arguments: [
      ("perte de lien", ["perte de lien"]), ("PERTE  DE LIEN", ["perte de lien"]), ("k4", ["perte de lien"]),
      ("su", ["surcharge administrative", "suivi à distance"]), ("sur", ["surcharge administrative"]),
      ("su ad", ["surcharge administrative"]), ("per", ["perte de lien", "perte de sens"]),
      ("p l", ["perte de lien"]),
      ("li", ["lien maintenu à distance"]), ("dist", ["suivi à distance", "lien maintenu à distance"]),
      ("subie", ["médiation numérique subie"]), ("mediation", ["médiation numérique subie"]),
      ("équipe", ["équipe"]), ("equip", ["équipement", "équipe"]), ("pds", ["perte de sens"]),
      ("ps", ["perte de sens"]),
      ("mns", ["médiation numérique subie"]), ("autres", ["orientation vers d'autres structures"]),
      ("charge", ["surcharge administrative"]), ("srchrg", ["surcharge administrative"]),
      ("oeuv", ["Œuvre commune"]),
      ("orentaton", ["orientation vers d'autres structures"]), ("zz", []), ("", []), ("  ", []), ("'", []),
      ("😀", []),
    ])
  func matches(typed: String, expected: [String]) {
    #expect(Self.abbreviations().matches(typed).map(\.name) == expected)
  }

  @Test("One code, or why not")
  func code() throws {
    let abbreviations = Self.abbreviations()
    #expect(try abbreviations.code("sur").name == "surcharge administrative")
    #expect(
      throws: StudyError.ambiguousCode(name: "per", candidates: ["perte de lien", "perte de sens"])
    ) { try abbreviations.code("per") }
    #expect(throws: StudyError.unknownCode(name: "perti de lien", near: "perte de lien")) {
      try abbreviations.code("perti de lien")
    }
    // Letters inside a name suggest it, and no more.
    for (typed, near) in [
      ("rien", "orientation vers d'autres structures"), ("srchrg", "surcharge administrative"),
    ] {
      #expect(throws: StudyError.unknownCode(name: typed, near: near)) { try abbreviations.code(typed) }
    }
  }

  @Test("Names that repeat are told apart by what they stand under")
  func paths() throws {
    let abbreviations = Self.abbreviations(
      ["Effets", "Moyens", "Autre", "Autre", "Temps"], under: [nil, nil, 1, 2, 2])
    #expect(abbreviations.names(matching: "autre") == ["Effets/Autre", "Moyens/Autre"])
    #expect(try abbreviations.code("ef/au").id == RowID(3))
    #expect(try abbreviations.code("moyens/autre").id == RowID(4))
    #expect(abbreviations.matches("ef/te").isEmpty)
    #expect(
      abbreviations.isName("autre") && abbreviations.isName("Moyens/Autre") && !abbreviations.isName("aut"))
  }

  @Test("All names stand for nothing typed, in the codebook's order")
  func all() {
    #expect(Self.abbreviations().names(matching: " ") == Self.names)
    #expect(Self.abbreviations([]).names(matching: "").isEmpty)
  }
}
