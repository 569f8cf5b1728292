import Testing

@testable import Interchange

struct KnownCellsTests {
  private func number(_ text: String, in known: inout KnownCells) -> Int? {
    let bytes = Array(text.utf8)
    return known.number(of: bytes.span, text: text)
  }

  @Test("The same cell has the same number, others have others")
  func numbers() {
    var known = KnownCells()
    var dice = Dice(3)
    // By their bytes: to Swift, texts that are composed otherwise are the same.
    var numbers: [[UInt8]: Int] = [:]
    for _ in 0..<3000 {
      let text = dice.nastyText()
      let found = number(text, in: &known)
      if text.utf8.count > KnownCells.lengthLimit {
        #expect(found == nil)
      } else if let found {
        #expect(numbers.updateValue(found, forKey: Array(text.utf8)) ?? found == found)
        #expect(Array(known.texts[found].utf8) == Array(text.utf8))
      }
    }
    #expect(numbers.count == Set(numbers.values).count && numbers.count > 100)
  }

  @Test("Of too many cells the first stay known, and no more are added")
  func limit() {
    var known = KnownCells()
    let texts = (0..<3 * KnownCells.limit).map { "R\($0)" }
    let first = texts.map { number($0, in: &known) }
    #expect(known.texts.count <= KnownCells.limit && known.texts.count > KnownCells.limit / 2)
    #expect(first.last == .some(nil))
    #expect(texts.map { number($0, in: &known) } == first)
  }
}
