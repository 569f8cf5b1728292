import Testing

@testable import Workbench

@Suite("Listing the codebook")
struct CodebookListingTests {
  @Test("Lines carry names, depths, parents and counts, of all coders or of some")
  func lines() throws {
    let test = try TestStudy.coded()
    try test.code("Perte de lien", "R1/q1", .range(TextRange(0, 7)))
    try test.code("Perte de lien", "R1/q1", .range(TextRange(8, 15)))
    try test.code("Perte de lien", "R1/q1", coder: "bruno")
    try test.code("Moyens", "R4/q2", coder: "bruno")
    let lines = try CodebookListing(test.study).lines()
    #expect(lines.map(\.name) == ["Effets", "Perte de lien", "Surcharge", "Moyens"])
    #expect(lines.map(\.depth) == [0, 1, 1, 0])
    #expect(lines.map(\.parent) == [nil, "Effets", "Effets", nil])
    #expect(lines.map(\.codings) == [0, 3, 0, 1])
    #expect(lines.map(\.answers) == [0, 1, 0, 1])
    #expect(try CodebookListing(test.study).lines(coders: ["Bruno"]).map(\.codings) == [0, 1, 0, 1])
    #expect(throws: StudyError.unknownCoder(name: "brno", near: "bruno")) {
      try CodebookListing(test.study).lines(coders: ["brno"])
    }
  }

  @Test("The tree is the file that was imported")
  func tree() throws {
    let test = try TestStudy.coded()
    let read = try CodebookYAMLReader.read(TestStudy.codebook).tree
    #expect(try CodebookListing(test.study).tree().roots == read.roots)
  }

  @Test("Rules that name their own code, alone or in a circle, are remarked on")
  func circles() throws {
    let test = try TestStudy(
      codebook: """
        codes:
          - {name: A, definition: d, rule: 'lien SAUF code:A'}
          - {name: B, definition: d, rule: 'perdre within code:C'}
          - {name: C, definition: d, rule: 'code:B OR code:A'}
          - {name: D, definition: d, rule: 'code:C'}

        """)
    let circles = try CodebookListing(test.study).remarks().map { remark in
      if case .circularRules(let codes) = remark { codes } else { ["other"] }
    }
    #expect(circles == [["A"], ["B", "C"]])
  }

  @Test("Remarks on rules, names, colours, definitions, and on codes nobody gave once there are codings")
  func remarks() throws {
    let test = try TestStudy(
      codebook: """
        codes:
          - name: Titre
            codes: [{name: Autre, colour: '#112233', definition: d}]
          - name: Autre
            colour: '#112233'
          - name: Faux
            definition: d
            rule: 'code:"Inconnu"'

        """)
    func written() throws -> [String] {
      try CodebookListing(test.study).remarks().map { remark in
        switch remark {
        case .noDefinition(let name): "definition \(name)"
        case .badRule(let name, let error):
          "rule \(name) \((error as? QueryError)?.problem == .unknownCode("Inconnu"))"
        case .repeatedName(let name): "repeated \(name)"
        case .circularRules(let codes): "circle \(codes.joined(separator: " "))"
        case .likeNames(let one, let other): "like \(one) \(other)"
        case .sameColour(let one, let other): "colour \(one) \(other)"
        case .unused(let name): "unused \(name)"
        }
      }
    }
    // A name alone means the code at the top: only the other one is called by its path.
    #expect(
      try written() == [
        "repeated Titre/Autre", "definition Autre", "colour Titre/Autre Autre", "rule Faux true",
      ])
    try test.code("Autre", "R1/q1")
    #expect(
      try written() == [
        "repeated Titre/Autre", "unused Titre/Autre", "definition Autre", "colour Titre/Autre Autre",
        "rule Faux true", "unused Faux",
      ])
  }
}
