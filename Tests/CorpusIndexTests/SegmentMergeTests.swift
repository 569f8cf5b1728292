import CodingModel
import FrenchText
import Testing

@testable import CorpusIndex

@Suite("Merging segments")
struct SegmentMergeTests {
  private func segment(_ answers: some Collection<(id: Int64, tokens: [SmallCorpus.Token])>) throws
    -> CorpusSegment
  {
    try CorpusSegment(storage: MemoryStorage(SmallCorpus(answers: Array(answers)).draft()))
  }

  @Test("Merged segments have the bytes of one that is built of the same answers", arguments: 0..<150)
  func sameBytes(seed: Int) throws {
    var random = RandomCorpus(dice: Dice(UInt64(seed)))
    var answers = random.corpus().answers
    // Places that do not follow from the types: wide gaps, words shorter and longer than they are written.
    for index in answers.indices where random.dice.roll(3) == 0 {
      var shift = 0
      answers[index].tokens = answers[index].tokens.map { token in
        shift += random.dice.roll(9) == 0 ? random.dice.pick([1, 2, 254, 300]) : 0
        let start = token.start + shift
        shift += random.dice.roll(9) == 0 ? random.dice.pick([1, 250, 400]) : 0
        return SmallCorpus.Token(
          type: token.type, start: start, end: token.end + shift, startsSentence: token.startsSentence)
      }
    }
    var segments: [CorpusSegment] = []
    var first = 0
    while first < answers.count {
      let end = min(answers.count, first + 1 + random.dice.roll(12))
      segments.append(try segment(answers[first..<end]))
      first = end
    }
    let whole = try SmallCorpus(answers: answers).draft()
    let merged = try SegmentMerge.draft(of: segments)
    #expect(merged.parts.map(\.bytes) == whole.parts.map(\.bytes))
    #expect(merged.answers == whole.answers)
    #expect(
      [merged.answerCount, merged.tokenCount, merged.lemmaCount, merged.analysisVersion]
        == [whole.answerCount, whole.tokenCount, whole.lemmaCount, whole.analysisVersion])

    let kept = answers.filter { _ in random.dice.roll(4) > 0 }
    let left = try SegmentMerge.draft(of: segments, keeping: AnswerSet(kept.map { RowID($0.id) }))
    #expect(left.parts.map(\.bytes) == (try SmallCorpus(answers: kept).draft().parts.map(\.bytes)))
    #expect(left.answerCount == kept.count)
  }

  @Test("Nothing but answers that are gone leaves an empty segment")
  func nothing() throws {
    let empty = try SmallCorpus([]).draft()
    let gone = try SegmentMerge.draft(
      of: [segment(SmallCorpus(["a b", "c"]).answers)], keeping: AnswerSet())
    #expect(gone.parts.map(\.bytes) == empty.parts.map(\.bytes))
  }

  @Test("Types beyond what the stream holds directly, and tokens beyond a page, are merged too")
  func many() throws {
    let words = 65_700
    func draft(_ numbers: Range<Int>) throws -> SegmentDraft {
      var builder = SegmentBuilder(analysisVersion: 7)
      for id in numbers {
        try builder.begin(RowID(Int64(id + 1)))
        for place in 0..<35 {
          let type = UInt32((id * 35 + place) * 11 % words)
          try builder.tokens.append(
            type: type, start: UInt32(place * 7), end: UInt32(place * 7 + 6), startsSentence: place % 5 == 0)
        }
      }
      return builder.finish(typeCount: words) { number in
        let word = "w" + String(100_000 + number).dropFirst()
        return TokenType(word: word, form: word, lemma: word, partOfSpeech: .noun, kind: .word)
      }
    }
    let segments = try [0..<700, 700..<1900].map { try CorpusSegment(storage: MemoryStorage(draft($0))) }
    let whole = try draft(0..<1900)
    #expect(MemoryStorage(whole)[.rare].count > 4 * 65)
    #expect(try SegmentMerge.draft(of: segments).parts.map(\.bytes) == whole.parts.map(\.bytes))
  }

  @Test("Segments that overlap, or that two versions of the analysis made, are refused")
  func refused() throws {
    let left = try segment(SmallCorpus(["a", "b"], firstID: 1, step: 2).answers)
    let right = try segment(SmallCorpus(["a", "b"], firstID: 2, step: 2).answers)
    #expect(throws: IndexError.outOfOrder) { try SegmentMerge.draft(of: [left, right]) }
    var builder = SegmentBuilder(analysisVersion: 8)
    try builder.add(answer: RowID(9), tokens: [])
    let other = try CorpusSegment(storage: MemoryStorage(builder.finish(types: TypeUnion())))
    #expect(throws: IndexError.otherVersion(8)) { try SegmentMerge.draft(of: [left, other]) }
  }

  @Test("Damaged parts give an error or another segment, never a crash", arguments: SegmentPart.allCases)
  func damage(_ part: SegmentPart) throws {
    var random = RandomCorpus(dice: Dice(UInt64(part.rawValue) + 77))
    let other = try segment(SmallCorpus(["le lien", "été"], firstID: 1_000_000).answers)
    for round in 0..<60 {
      let answers = random.corpus().answers
      var storage = MemoryStorage(try SmallCorpus(answers: answers).draft())
      storage.forge(part, DamagedBytes.make(storage[part], round: round, &random.dice))
      do {
        let damaged = try CorpusSegment(storage: storage)
        _ = try SegmentMerge.draft(of: [damaged, other])
        _ = try SegmentMerge.draft(of: [damaged], keeping: AnswerSet(answers.prefix(3).map { RowID($0.id) }))
      } catch is IndexError {}
    }
  }

  @Test("Tokens of which there are more or fewer than the vocabulary says are an error")
  func frequencies() throws {
    var storage = MemoryStorage(try SmallCorpus(["a b a", "b a"]).draft())
    storage.forge(.stream, storage[.stream].dropLast() + [1])
    let damaged = try CorpusSegment(storage: storage)
    #expect(throws: IndexError.damaged(.stream)) { try SegmentMerge.draft(of: [damaged]) }
  }
}
