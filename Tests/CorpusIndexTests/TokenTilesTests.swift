import QueryLanguage
import Testing

@testable import CorpusIndex

@Suite("Words at fixed distances, found stretch by stretch")
struct TokenTilesTests {
  /// Words some of which are frequent, with several types each and with rare ones.
  private func segment(_ dice: inout Dice) throws -> (segment: CorpusSegment, words: [String]) {
    let alphabet = ["a", "a/A/VERB", "b", "b/b/ADJ", "c", "c/C/ADV", "d", "e", "rare"]
    let texts = (0..<3 + dice.roll(30)).map { _ in
      (0..<dice.roll(300)).map { _ in
        let number = dice.roll(40)
        return number < 8 ? alphabet[number] : number == 8 && dice.roll(20) == 0 ? "rare" : "a"
      }.joined(separator: " ")
    }
    let segment = try CorpusSegment(storage: MemoryStorage(SmallCorpus(texts).draft()))
    let words = texts.flatMap { $0.split(separator: " ").map { String($0.split(separator: "/")[0]) } }
    return (segment, words)
  }

  private func starts(_ tiles: TokenTiles) throws -> [UInt32] {
    var starts: [UInt32] = []
    try tiles.forEachStart { starts.append($0) }
    return starts
  }

  @Test("The starts are those that looking at each token finds", arguments: 1...40)
  func slow(seed: UInt64) throws {
    var dice = Dice(seed)
    let (segment, words) = try segment(&dice)
    let resolver = TermResolver(segment: segment)
    for _ in 0..<12 {
      let wanted = (0..<1 + dice.roll(3)).map { _ in
        (word: dice.pick(["a", "b", "c", "d", "rare"]), offset: UInt32(dice.roll(5)))
      }
      let lanes = try wanted.map {
        (selection: try resolver.selection(of: .word($0.word)), offset: $0.offset)
      }
      let expected = words.indices.filter { start in
        wanted.allSatisfy { word, offset in
          start + Int(offset) < words.count && words[start + Int(offset)] == word
        }
      }.map { UInt32($0) }
      let candidates = words.indices.filter { _ in dice.roll(3) == 0 }.map { UInt32($0) }
      for length in [64, 128, 1024, TokenTiles.length] {
        let tiles = try TokenTiles(segment, lanes, length: length)
        #expect(try starts(tiles) == expected, "\(wanted) by \(length)")
        #expect(try tiles.starts(among: candidates) == candidates.filter(Set(expected).contains))
        #expect(try tiles.starts(among: []) == [])
      }
    }
  }

  @Test("Damaged postings are refused", arguments: [0x00, 0xFF] as [UInt8])
  func damaged(byte: UInt8) throws {
    let draft = try SmallCorpus([Array(repeating: "a b", count: 400).joined(separator: " ")]).draft()
    var storage = MemoryStorage(draft)
    storage.forge(.postings, storage[.postings].map { _ in byte })
    let segment = try CorpusSegment(storage: storage)
    let selection = try TermResolver(segment: segment).selection(of: .word("a"))
    #expect(throws: IndexError.damaged(.postings)) {
      let starts = try starts(TokenTiles(segment, [(selection, 0)], length: 64))
      // Bits that are all set are the positions 0 to 399, and then go on.
      #expect(starts.count <= 400)
      throw starts.count == 400 && byte == 0xFF ? IndexError.damaged(.postings) : IndexError.outOfOrder
    }
  }
}
