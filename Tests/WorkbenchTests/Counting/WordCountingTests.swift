import Testing

@testable import Workbench

@Suite("Counting words")
struct WordCountingTests {
  private func written(_ list: WordCounting.Frequencies) -> [String] {
    list.rows.map { "\($0.key) \($0.count) \($0.answers)" }
  }

  @Test("The most frequent first, ties in French order, marks left out")
  func frequencies() throws {
    let test = try TestStudy("id,q1\nR1,Zèbre et été ; ete et eau !\nR2,Été et zèbre.\n")
    let all = try WordCounting(test.study).frequencies(.init(key: .form))
    #expect(written(all) == ["et 3 2", "été 2 2", "zèbre 2 2", "eau 1 1", "ete 1 1"])
    #expect(all.tokenCount == 9)
    #expect(all.answerCount == 2)
  }

  @Test("Only some answers, parts of speech or frequent words")
  func selection() throws {
    let counting = WordCounting(try TestStudy().study)
    let some = try counting.frequencies(.init(key: .form, query: "question:q2"))
    #expect(written(some).first == "lien 2 1" || written(some).first == "du 2 1")
    #expect(some.answerCount == 4)
    #expect(
      written(try counting.frequencies(.init(key: .form, query: "tableaux", minimum: 2))) == [
        "de 2 1", "trop 2 1",
      ])
    #expect(
      written(try counting.frequencies(.init(key: .partOfSpeech, partsOfSpeech: ["PUNCT"]))) == [
        "PUNCT 12 7"
      ])
    #expect(written(try counting.frequencies(.init(query: "zzz"))) == [])
  }

  @Test("Pairs of words share an answer, a sentence or a window; each unit counts once")
  func pairs() throws {
    let counting = WordCounting(try TestStudy().study)
    func pair(_ unit: WordUnit) throws -> [Int] {
      let table = try counting.pairs(.init(key: .form), unit: unit, minimumPair: 1)
      let row = table.rows.first { Set([$0.a, $0.b]) == ["trop", "lien"] }
      return [row?.pair.nAB ?? 0, table.unitCount]
    }
    #expect(try pair(.answer) == [2, 8])
    #expect(try pair(.sentence) == [0, 11])
    let table = try counting.pairs(.init(key: .form, minimum: 2), unit: .answer, minimumPair: 2)
    let counts = table.rows.map(\.pair.nAB)
    #expect(counts == counts.sorted(by: >) && counts.last == 2)
  }

  @Test("Respondents are counted beside answers")
  func respondents() throws {
    let list = try WordCounting(TestStudy().study).frequencies(.init(key: .form))
    let lien = list.rows.first { $0.key == "lien" }
    #expect([lien?.count, lien?.answers, lien?.respondents] == [5, 4, 3])
    #expect((list.answerCount, list.respondentCount) == (8, 5))
    let some = try WordCounting(TestStudy().study).frequencies(.init(key: .form, query: "question:q2"))
    #expect((some.answerCount, some.respondentCount) == (4, 4))
    #expect(some.wordCount == some.rows.count)
  }

  @Test("Pairs by any measure; the first of them alone", arguments: AssociationMeasure.allCases)
  func sortedPairs(measure: AssociationMeasure) throws {
    let counting = WordCounting(try TestStudy().study)
    for unit in [WordUnit.answer, .sentence, .window(3)] {
      let all = try counting.pairs(.init(key: .form), unit: unit, minimumPair: 1, sort: measure)
      let values = all.rows.map { $0.pair.table.flatMap { measure.value(of: $0) } ?? -.infinity }
      #expect(values == values.sorted(by: >))
      #expect(all.pairCount == all.rows.count)
      let few = try counting.pairs(.init(key: .form), unit: unit, minimumPair: 1, sort: measure, limit: 5)
      #expect(few.rows.map { [$0.a, $0.b] } == all.rows.prefix(5).map { [$0.a, $0.b] })
      #expect(few.pairCount == all.pairCount)
    }
  }
}
