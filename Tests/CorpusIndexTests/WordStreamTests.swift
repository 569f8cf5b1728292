import Testing

@testable import CorpusIndex

@Suite("Streams of words")
struct WordStreamTests {
  @Test(
    "Pieces hold what was written, with boundaries around everything", arguments: [[], [0], [3], [2, 0, 5]])
  func pieces(sizes: [Int]) {
    // Room for one more than is written.
    let stream = unsafe WordStream(room: sizes.map { $0 + 1 }) { piece, room in
      for index in 0..<sizes[piece] { unsafe room[index] = UInt32(100 * piece + index) }
      return sizes[piece]
    }
    #expect(stream.pieces.map(\.count) == sizes && stream.count == sizes.reduce(0, +))
    for (piece, range) in stream.pieces.enumerated() {
      #expect(range.map { unsafe stream.words[$0] } == (0..<sizes[piece]).map { UInt32(100 * piece + $0) })
    }
    let end = WordStream.margin + sizes.reduce(0) { $0 + $1 + 1 }
    for place in Array(0..<WordStream.margin) + Array(end..<end + WordStream.margin) {
      #expect(unsafe stream.words[place] == WordStream.boundary)
    }
  }
}
