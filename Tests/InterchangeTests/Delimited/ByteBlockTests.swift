import Testing

@testable import Interchange

struct ByteBlockTests {
  @Test("The first quote or line end of eight bytes is found, whatever stands around it")
  func equality() {
    var dice = Dice(17)
    // Neighbours of what is sought, by one and by the high bit, are what sums and borrows could confuse.
    let alphabet: [UInt8] = [
      34, 10, 13, 33, 35, 9, 11, 12, 14, 162, 138, 141, 0, 1, 127, 128, 255, 65, 66, 67,
    ]
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 8...12, using: &dice)).map { _ in
        Bool.random(using: &dice) ? 65 : alphabet.randomElement(using: &dice)!
      }
      let start = Int.random(in: 0...bytes.count - 8, using: &dice)
      let expected = bytes[start..<start + 8].firstIndex { [34, 10, 13].contains($0) } ?? start + 8
      #expect(ByteBlock(bytes.span, at: start).lengthBeforeQuoteOrLineEnd == expected - start)
    }
  }
}
