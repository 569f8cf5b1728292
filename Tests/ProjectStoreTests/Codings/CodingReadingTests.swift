import CodingModel
import Testing

@testable import ProjectStore

@Suite("Reading codings")
struct CodingReadingTests {
  private static func coded() throws -> SmallStudy {
    let study = try SmallStudy()
    try study.addCoding(2, on: 3, TextRange(3, 16))
    try study.addCoding(1, on: 1, TextRange(5, 9))
    try study.addCoding(2, on: 1, TextRange(0, 9), origin: .rule)
    try study.addCoding(1, on: 1, TextRange(0, 4), coder: 1)
    try study.addCoding(1, on: 1, TextRange(0, 4))
    return study
  }

  @Test("Codings come by answer, then range, code and coder")
  func order() throws {
    let study = try Self.coded()
    let codings = try study.file.read { try $0.codings() }
    #expect(codings.map(\.id.value) == [5, 4, 3, 2, 1])
    #expect(
      codings[2]
        == Coding(
          id: RowID(3), answer: RowID(1), code: RowID(3), coder: RowID(1), range: TextRange(0, 9),
          origin: .rule,
          date: "2026-11-22T10:30:00Z"))
  }

  @Test("Ranges alone come in the same order, with code and coder")
  func ranges() throws {
    let study = try Self.coded()
    var found: [String] = []
    try study.file.read { reader in
      try reader.forEachCodedRange {
        found.append("\($0.value) \($1.value) \($2.value) \($3.start)-\($3.end)")
      }
    }
    let codings = try study.file.read { try $0.codings() }.map {
      "\($0.answer.value) \($0.code.value) \($0.coder.value) \($0.range.start)-\($0.range.end)"
    }
    #expect(found == codings && found.count == 5)
  }

  @Test("Keys alone come in the same order, by the same filters; codings and their numbers are looked up")
  func keys() throws {
    let study = try Self.coded()
    let filters: [ProjectReader.CodingFilter] = [
      .init(), .init(codes: [RowID(2)]), .init(coders: [RowID(1)]), .init(answer: RowID(1), origin: .rule),
    ]
    try study.file.read { reader in
      let lookUp = try reader.codingLookUp()
      for filter in filters {
        let codings = try reader.codings(filter)
        var keys: [String] = []
        try reader.forEachCodingKey(filter) { keys.append("\($0.value) \($1.value) \($2.value)") }
        #expect(keys == codings.map { "\($0.id.value) \($0.answer.value) \($0.code.value)" })
        for coding in codings { #expect(try lookUp.coding(coding.id) == coding) }
      }
      #expect(try lookUp.coding(RowID(9)) == nil)
      #expect(try (1...4).map { try reader.codingCount(on: RowID($0)) } == [4, 0, 1, 0])
    }
  }

  @Test("A filter lets through what meets all its conditions")
  func filters() throws {
    let study = try Self.coded()
    let ids = { (filter: ProjectReader.CodingFilter) in
      try study.file.read { try $0.codings(filter).map(\.id.value) }
    }
    #expect(try ids(.init(codes: [RowID(2)])) == [5, 4, 2])
    #expect(try ids(.init(codes: [RowID(2), RowID(3)], coders: [RowID(1)])) == [5, 3, 2, 1])
    #expect(try ids(.init(codes: [])) == [])
    #expect(try ids(.init(answer: RowID(3))) == [1])
    #expect(try ids(.init(answer: RowID(1), origin: .rule)) == [3])
    #expect(try study.file.read { try $0.codedAnswers() } == [RowID(1), RowID(3)])
    #expect(try study.file.read { try $0.codedAnswers(.init(codes: [RowID(2)])) } == [RowID(1)])
  }

  @Test("Counts by code and by coder")
  func counts() throws {
    let study = try Self.coded()
    try study.file.perform(.coder) { _ = try $0.coder("sans codage") }
    try study.file.read { (reader: ProjectReader) throws in
      #expect(try reader.activeCoders() == [RowID(1), RowID(2)])
      let all = try reader.codingCounts()
      #expect(all.mapValues { [$0.codings, $0.answers] } == [RowID(2): [3, 1], RowID(3): [2, 2]])
      let bruno = try reader.codingCounts(coders: [RowID(2)])
      #expect(bruno.mapValues { [$0.codings, $0.answers] } == [RowID(2): [1, 1]])
      #expect(try reader.codingCount() == 5)
      let coders = try reader.coderCounts()
      #expect(coders.map(\.coder.value) == [1, 1, 2])
      #expect(coders.map(\.origin) == [.hand, .rule, .hand])
      #expect(coders.map(\.codings) == [3, 1, 1])
      #expect(coders.map(\.answers) == [2, 1, 1])
    }
  }
}
