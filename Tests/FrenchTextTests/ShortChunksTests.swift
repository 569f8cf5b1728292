import Testing

@testable import FrenchText

struct ShortChunksTests {
  private func key(_ text: String, before: String = "", after: String = "") -> ShortChunks.Key {
    unsafe Array((before + text + after).utf8).withUnsafeBufferPointer {
      unsafe ShortChunks.key($0, before.utf8.count, text.utf8.count)
    }
  }

  @Test("a key tells a chunk's bytes alone, wherever it stands")
  func keys() {
    for text in ["a", "mot", "huit.oct", "neuf.octe", "quinze.octets-0", "seize.octets-012"] {
      let alone = key(text)
      #expect(alone == key(text, after: " et la suite de la phrase"))
      #expect(alone == key(text, before: "le ", after: "."))
      #expect(alone == key(text, before: "é ", after: " et la suite de la phrase"))
      #expect(alone != key(text.dropLast() + "z"))
      #expect(alone != key(String(text.dropLast())))
    }
  }

  @Test("what was added is found, what was not is not, however many there are")
  func finding() {
    var chunks = ShortChunks()
    for number in 0..<20_000 where number.isMultiple(of: 2) {
      chunks.add(
        key("mot-\(number)"), ShortChunks.Content(number: UInt32(number), length: 5, isOneWord: true))
    }
    #expect(chunks.count == 10_000)
    for number in Array(0..<20_000) + [2, 2, 4098, 2] {
      #expect(chunks.find(key("mot-\(number)"))?.number == (number.isMultiple(of: 2) ? UInt32(number) : nil))
    }
  }
}
