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
        // A sentence reaches from its first token to its last, with the spaces between them.
        var spans: [TextRange] = []
        for (index, token) in tokens.enumerated() {
          if token.startsSentence || index == 0 {
            units.append(([], []))
            spans.append(ranges[index])
          }
          if isWord(token) { units[units.count - 1].words.append(token.type.form) }
          spans[spans.count - 1] = TextRange(spans[spans.count - 1].start, token.end)
        }
        for (place, span) in spans.enumerated() {
          units[units.count - spans.count + place].codes = Set(
            codings.filter { $0.range.overlaps(span) }.map(\.code))
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
    try check(study().study, unit, cellLimit: .max)
  }

  /// Answers in two segments, with codings of random parts of them, those of nothing but spaces too.
  private func randomStudy(_ random: inout SplitMix64) throws -> Study {
    let words = ["le", "lien", "perdu", "mails", "a", "!", "…", "trop de", "temps.", "Oui", "\n"]
    var codings = "respondent,question,code,start,end,coder\n"
    let codes = ["A", "B", "C", "D"]
    let test = try TestStudy(nil, codebook: "codes: [{name: A}, {name: B}, {name: C}, {name: D}]\n")
    for part in 0..<2 {
      var survey = "id;q1\n"
      for number in 0..<12 {
        let text = (0..<Int.random(in: 0...14, using: &random)).map { _ in
          words.randomElement(using: &random)!
        }.joined(separator: [" ", "  "].randomElement(using: &random)!)
        let stored = String(
          text.reversed().drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace))
        survey += "P\(part)N\(number);\"\(stored)\"\n"
        guard !stored.isEmpty, Int.random(in: 0...3, using: &random) > 0 else { continue }
        for _ in 0..<Int.random(in: 1...5, using: &random) {
          let start = Int.random(in: 0...stored.unicodeScalars.count - 1, using: &random)
          let end = Int.random(in: start + 1...stored.unicodeScalars.count, using: &random)
          codings += "P\(part)N\(number),q1,\(codes.randomElement(using: &random)!),\(start),\(end),anna\n"
        }
      }
      try test.add(
        survey, roles: SurveyRoles(respondent: "id", answers: ["q1"]), name: "part\(part).csv")
    }
    try test.importCodings(codings)
    return test.study
  }

  @Test(
    "Counts are those of a slow count in random studies, also where only a few pairs have a place of their own",
    arguments: [
      CooccurrenceUnit.answer, .sentence, .overlap, .window(tokens: 0), .window(tokens: 2),
      .window(tokens: 50),
    ])
  func randomStudies(unit: CooccurrenceUnit) throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<3 {
      let study = try randomStudy(&random)
      for limit in [Int.max, 9, 0] { try check(study, unit, cellLimit: limit) }
    }
  }

  private func check(_ study: Study, _ unit: CooccurrenceUnit, cellLimit: Int) throws {
    let table = try CodeWords(study, cellLimit: cellLimit).table(.init(key: .form), unit: unit)
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
    let keys = table.rows.map { row in
      (-(row.pair.signedG2 ?? 0), -row.pair.nAB, row.code, FrenchCollator().sortKey(row.word))
    }
    for (left, right) in zip(keys, keys.dropFirst()) {
      #expect((left.0, left.1, left.2) <= (right.0, right.1, right.2))
      if (left.0, left.1, left.2) == (right.0, right.1, right.2) {
        #expect(left.3.lexicographicallyPrecedes(right.3))
      }
    }
    let often = try CodeWords(study, cellLimit: cellLimit).table(
      .init(key: .form, minimum: 3), unit: unit, minimumPair: 2)
    func written(_ row: CodeWords.Table.Row) -> String {
      "\(row.code) \(row.word) \(row.pair.nA) \(row.pair.nB) \(row.pair.nAB)"
    }
    #expect(often.rows.map(written) == table.rows.filter { $0.pair.nB >= 3 && $0.pair.nAB >= 2 }.map(written))
    #expect(often.unitCount == table.unitCount)
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
