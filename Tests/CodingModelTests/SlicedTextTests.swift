import CodingModel
import Testing

@Suite("A text of which many parts are wanted")
struct SlicedTextTests {
  @Test("What is no text in UTF-8 is cut somewhere", arguments: [[0x80], [0xC3], [0xFF, 0x80, 0x80, 0x41]])
  func damaged(pattern: [UInt8]) {
    let bytes = (0..<200).map { pattern[$0 % pattern.count] }
    let sliced = SlicedText(utf8: bytes)
    for start in 0...sliced.scalarCount {
      #expect(sliced.slice(TextRange(start, sliced.scalarCount)) != nil)
    }
  }

  @Test("Every part is the one that the text itself gives", arguments: [0, 1, 5, 255, 256, 257, 700])
  func parts(length: Int) {
    let alphabet: [Unicode.Scalar] = ["a", "é", "’", "👩", "\u{200D}", "\u{301}", "\n"]
    var text = ""
    for index in 0..<length { text.unicodeScalars.append(alphabet[(index * index + index / 3) % 7]) }
    let sliced = SlicedText(text)
    #expect(sliced.scalarCount == length && sliced.byteCount == text.utf8.count)
    let places = Set([0, 1, 2, 100, 254, 255, 256, 257, 258, 511, 512, 513, length - 1, length, length + 1])
    for start in places where start >= 0 {
      for end in places where end >= start {
        let range = TextRange(start, end)
        #expect(sliced.slice(range) == text.slice(range))
        for (from, to) in [(0, length), (start, end), (max(0, start - 3), end + 2), (start + 1, end)] {
          let cut = sliced.slice(range, from: from, to: to)
          guard from <= start, end <= to, to <= length else {
            #expect(cut == nil)
            continue
          }
          #expect(cut?.before == text.slice(TextRange(from, start)) && cut?.part == text.slice(range))
          #expect(cut?.after == text.slice(TextRange(end, to)))
        }
      }
    }
  }
}
