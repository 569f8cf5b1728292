import CodingModel
import FrenchText
import Testing

@testable import CorpusIndex

struct WordPairsTests {
  private func described(_ pairs: WordPairs) -> [String] {
    pairs.pairs.map { "\(pairs.keys[Int($0.first)])+\(pairs.keys[Int($0.second)]) \($0.count)" }.sorted()
  }

  @Test("Words co-occur in answers, sentences and windows")
  func small() throws {
    let searcher = try SmallCorpus(["a b a | c", "b c", "a"]).searcher()
    let answers = try searcher.wordPairs(by: .form, unit: .answer)
    #expect(described(answers) == ["a+b 1", "a+c 1", "b+c 2"])
    #expect((answers.keys, answers.counts, answers.unitCount) == (["a", "b", "c"], [2, 2, 2], 3))
    let sentences = try searcher.wordPairs(by: .form, unit: .sentence)
    #expect(described(sentences) == ["a+b 1", "b+c 1"])
    #expect((sentences.counts, sentences.unitCount) == ([2, 2, 2], 4))
    let windows = try searcher.wordPairs(by: .form, unit: .window(2))
    #expect(described(windows) == ["a+b 2", "a+c 1", "b+c 2"])
    // Pairs of places: ab, aa, ba, bc and ac in the first answer, bc in the second.
    #expect((windows.counts, windows.unitCount) == ([4, 4, 3], 6))
    #expect(described(try searcher.wordPairs(by: .form, unit: .answer, minimumPair: 2)) == ["b+c 2"])
    #expect(try searcher.wordPairs(by: .form, unit: .window(1), minimumCount: 3).keys == ["a"])
  }

  @Test("Counts agree with counting by hand", arguments: 1...20)
  func agreement(_ seed: UInt64) throws {
    var random = RandomCorpus(dice: Dice(seed))
    let corpus = random.corpus()
    let searcher = try corpus.searcher(segments: 1 + Int(seed % 2))
    for unit in [WordUnit.answer, .sentence, .window(3)] {
      var counts: [Set<String>: Int] = [:]
      var single: [String: Int] = [:]
      var total = 0
      for (_, tokens) in corpus.answers {
        let words = tokens.map { $0.type.partOfSpeech == .determiner ? nil : $0.type.lemma }
        if case .window(let width) = unit {
          for left in words.indices {
            for right in words.indices where left < right && right - left <= width {
              guard let a = words[left], let b = words[right] else { continue }
              total += 1
              for word in Set([a, b]) { single[word, default: 0] += 1 }
              if a != b { counts[[a, b], default: 0] += 1 }
            }
          }
          continue
        }
        var units: [Set<String>] = unit == .answer ? [[]] : []
        for (word, token) in zip(words, tokens) {
          if unit == .sentence, token.startsSentence { units.append([]) }
          if let word { units[units.count - 1].insert(word) }
        }
        for words in units where unit == .answer || !tokens.isEmpty {
          total += 1
          for word in words { single[word, default: 0] += 1 }
          for a in words { for b in words where a < b { counts[[a, b], default: 0] += 1 } }
        }
      }
      let wanted = TagSelection.tags(
        Set(PartOfSpeech.allCases.map(\.tag)).subtracting(["DET"]))
      let pairs = try searcher.wordPairs(by: .lemma, unit: unit, of: wanted)
      var found: [Set<String>: Int] = [:]
      for pair in pairs.pairs {
        found[[pairs.keys[Int(pair.first)], pairs.keys[Int(pair.second)]]] = Int(pair.count)
        #expect(pair.first < pair.second)
      }
      #expect(found == counts)
      #expect(pairs.unitCount == total)
      for (word, count) in zip(pairs.keys, pairs.counts) { #expect(count == single[word] ?? 0) }
      #expect(found.count == pairs.pairs.count)
    }
  }
}
