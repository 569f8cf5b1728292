import Testing

@testable import CorpusIndex

@Suite("Where words stand in a stream")
struct WordPlacesTests {
  @Test("Each word's places are those that looking finds, whatever the pieces", arguments: 1...20)
  func slow(_ seed: UInt64) {
    var dice = Dice(seed)
    let marked = seed % 2 == 0
    let sizes = (0..<1 + dice.roll(5)).map { _ in dice.roll(60) }
    let words = sizes.map { size in
      (0..<size).map { index -> UInt32 in
        if dice.roll(9) == 0 { return marked ? 50 : WordStream.other }
        return UInt32(dice.roll(12)) | (marked && index % 4 == 0 ? WordStream.first : 0)
      }
    }
    let stream = unsafe WordStream(room: sizes) { piece, room in
      for (index, word) in words[piece].enumerated() { unsafe room[index] = word }
      return sizes[piece]
    }
    let mask: UInt32 = marked ? ~WordStream.first : .max
    let range = 3..<10
    let places = WordPlaces(of: range, in: stream, mask: mask)
    var total = 0
    for word in range {
      let expected = stream.pieces.flatMap(\.self)
        .filter { place in unsafe stream.words[place] & mask == UInt32(word) }.map { UInt32($0) }
      #expect(unsafe Array(places[word]) == expected)
      total += expected.count
    }
    #expect(places.count == total)
    for size in [1, 5, 1000] {
      let runs = places.runs(size: size)
      #expect(runs.flatMap(\.self) == Array(range))
      for run in runs.dropLast() { #expect(run.reduce(0) { unsafe $0 + places[$1].count } >= size) }
    }
    #expect(WordPlaces(of: 4..<4, in: stream, mask: mask).count == 0)
  }
}
