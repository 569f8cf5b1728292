import Testing

@testable import Workbench

@Suite("Words with codes")
struct CodeWordsTests {
  private static let codebook = "codes: [{name: A}, {name: B}]\n"

  private func study() throws -> TestStudy {
    let test = try TestStudy(codebook: Self.codebook)
    try test.code("A", "R1/q1", .range(TextRange(3, 15)))
    try test.code("A", "R3/q2")
    try test.code("A", "R3/q2", .range(TextRange(0, 7)))
    try test.code("B", "R4/q1", .range(TextRange(20, 40)))
    try test.code("A", "R4/q1", .range(TextRange(41, 42)))
    return test
  }

  /// Every token of the study with the words that marks are not, from an analysis of its own.
  private struct Slow {
    var units: [(words: [String], codes: Set<String>)] = []
    var tokens: [(word: String, codes: Set<String>)] = []

    init(_ study: Study, unit: CooccurrenceUnit) throws {
      let analysis = try TextAnalysis()
      var codings: [String: [(code: String, range: TextRange)]] = [:]
      try CodingList(study).forEach {
        codings[$0.answer.description, default: []].append(($0.code, $0.coding.range))
      }
      for name in try AnswerSearch(study).names("NOT zzz") {
        let page = try #require(try AnswerReading(study).pages(name.description).first)
        add(analysis.tokens(of: page.text), codings[name.description] ?? [], unit)
      }
    }

    private mutating func add(
      _ tokens: [TextAnalysis.Token], _ codings: [(code: String, range: TextRange)], _ unit: CooccurrenceUnit
    ) {
      func isWord(_ token: TextAnalysis.Token) -> Bool {
        token.type.partOfSpeech != .punctuation && token.type.partOfSpeech != .symbol
      }
      let ranges = tokens.map { TextRange($0.start, $0.end) }
      switch unit {
      case .answer: units.append((tokens.filter(isWord).map(\.type.form), Set(codings.map(\.code))))
      case .sentence:
        for (index, token) in tokens.enumerated() {
          if token.startsSentence || index == 0 { units.append(([], [])) }
          if isWord(token) { units[units.count - 1].words.append(token.type.form) }
          let met = codings.filter { $0.range.overlaps(ranges[index]) }.map(\.code)
          units[units.count - 1].codes.formUnion(met)
        }
      case .overlap, .window:
        let reach = if case .window(let reach) = unit { reach } else { 0 }
        for (index, token) in tokens.enumerated() where isWord(token) {
          var codes: Set<String> = []
          for coding in codings {
            for other in max(0, index - reach)...min(tokens.count - 1, index + reach)
            where coding.range.overlaps(ranges[other]) { codes.insert(coding.code) }
          }
          self.tokens.append((token.type.form, codes))
        }
      }
    }

    var total: Int { units.count + tokens.count }

    func counts(_ code: String, _ word: String) -> [Int] {
      [
        units.count { $0.codes.contains(code) } + tokens.count { $0.codes.contains(code) },
        units.count { $0.words.contains(word) } + tokens.count { $0.word == word },
        units.count { $0.codes.contains(code) && $0.words.contains(word) }
          + tokens.count { $0.codes.contains(code) && $0.word == word },
      ]
    }

    var pairs: Set<String> {
      var pairs: Set<String> = []
      for unit in units {
        for code in unit.codes { for word in unit.words { pairs.insert("\(code) \(word)") } }
      }
      for token in tokens { for code in token.codes { pairs.insert("\(code) \(token.word)") } }
      return pairs
    }
  }

  @Test(
    "Counts are those of a slow count, at every unit",
    arguments: [
      CooccurrenceUnit.answer, .sentence, .overlap, .window(tokens: 1), .window(tokens: 3),
    ])
  func slow(unit: CooccurrenceUnit) throws {
    let study = try study().study
    let table = try CodeWords(study).table(.init(key: .form), unit: unit)
    let slow = try Slow(study, unit: unit)
    #expect(table.unitCount == slow.total)
    #expect(Set(table.rows.map { "\($0.code) \($0.word)" }) == slow.pairs)
    #expect(table.rows.count == slow.pairs.count)
    for row in table.rows {
      #expect(
        [row.pair.nA, row.pair.nB, row.pair.nAB] == slow.counts(row.code, row.word), "\(row.code) \(row.word)"
      )
      #expect(row.pair.n == slow.total)
    }
    let strengths = table.rows.map { $0.pair.signedG2 ?? 0 }
    #expect(strengths == strengths.sorted(by: >))
  }

  @Test("By hand: answers with A are R1/q1, R3/q2 and R4/q1, those with lien R3/q1 more")
  func byHand() throws {
    let study = try study().study
    let table = try CodeWords(study).table(.init(key: .form), unit: .answer, codes: ["A"])
    let row = try #require(table.rows.first { $0.word == "lien" })
    #expect([row.pair.nA, row.pair.nB, row.pair.nAB, row.pair.n] == [3, 4, 3, 8])
    #expect(!table.countsTokens)
    #expect(table.coders == ["anna"])
    let tokens = try CodeWords(study).table(.init(key: .form), unit: .overlap, codes: ["A", "a"])
    let inside = try #require(tokens.rows.first { $0.word == "lien" })
    // A covers perd le lien, the five words of R3/q2, and one letter of le.
    #expect([inside.pair.nA, inside.pair.nB, inside.pair.nAB] == [9, 5, 3])
    #expect(tokens.countsTokens)
  }

  @Test("Conditions: answers by query, parts of speech, minima")
  func conditions() throws {
    let study = try study().study
    let some = try CodeWords(study).table(.init(key: .form, query: "question:q2"), unit: .answer)
    #expect(some.unitCount == 4)
    #expect(Set(some.rows.map(\.word)) == ["du", "lien", "encore"])
    let often = try CodeWords(study).table(.init(key: .form, minimum: 4), unit: .answer, minimumPair: 3)
    #expect(often.rows.map { "\($0.code) \($0.word)" } == ["A lien"])
    #expect(throws: StudyError.nothingToDo(.codings)) {
      try CodeWords(study).table(.init(query: "RAS"), unit: .answer)
    }
    #expect(throws: StudyError.coderNeeded(coders: ["anna", "autocode"])) {
      let test = try self.study()
      try test.importCodings("respondent,question,code,coder\nR2,q1,A,autocode\n")
      return try CodeWords(test.study).table(.init(), unit: .answer)
    }
  }
}
