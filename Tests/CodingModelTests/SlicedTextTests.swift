import CodingModel
import Testing

@Suite("A text of which many parts are wanted")
struct SlicedTextTests {
  @Test("Every part is the one that the text itself gives", arguments: [0, 1, 5, 255, 256, 257, 700])
  func parts(length: Int) {
    let alphabet: [Unicode.Scalar] = ["a", "é", "’", "👩", "\u{200D}", "\u{301}", "\n"]
    var text = ""
    for index in 0..<length { text.unicodeScalars.append(alphabet[(index * index + index / 3) % 7]) }
    let sliced = SlicedText(text)
    #expect(sliced.scalarCount == length)
    let places = Set([0, 1, 2, 100, 254, 255, 256, 257, 258, 511, 512, 513, length - 1, length, length + 1])
    for start in places where start >= 0 {
      for end in places where end >= start {
        let range = TextRange(start, end)
        #expect(sliced.slice(range) == text.slice(range))
      }
    }
  }
}
