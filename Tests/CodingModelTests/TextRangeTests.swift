import CodingModel
import Testing

@Suite("Ranges of code points")
struct TextRangeTests {
  @Test("A range spans from its start to just before its end")
  func length() {
    #expect(TextRange(3, 8).length == 5)
    #expect(TextRange(3, 3).isEmpty)
    #expect(!TextRange(3, 4).isEmpty)
  }

  @Test(
    "Two ranges overlap only where they share a code point",
    arguments: [
      (TextRange(0, 5), TextRange(4, 9), TextRange(4, 5)),
      (TextRange(0, 5), TextRange(5, 9), nil),
      (TextRange(0, 9), TextRange(2, 4), TextRange(2, 4)),
      (TextRange(0, 2), TextRange(7, 9), nil),
      (TextRange(3, 3), TextRange(0, 9), nil),
    ] as [(TextRange, TextRange, TextRange?)])
  func overlap(one: TextRange, other: TextRange, shared: TextRange?) {
    #expect(one.intersection(other) == shared)
    #expect(other.intersection(one) == shared)
    #expect(one.overlaps(other) == (shared != nil))
    #expect(other.overlaps(one) == (shared != nil))
  }

  @Test("A range contains itself and what lies inside, but not what reaches out")
  func containing() {
    #expect(TextRange(2, 6).contains(TextRange(2, 6)))
    #expect(TextRange(2, 6).contains(TextRange(3, 5)))
    #expect(!TextRange(2, 6).contains(TextRange(1, 5)))
    #expect(!TextRange(2, 6).contains(TextRange(5, 7)))
  }

  @Test("On small ranges, everything agrees with sets of positions")
  func againstSets() {
    let all = (0...5).flatMap { start in (start...5).map { TextRange(start, $0) } }
    for one in all {
      for other in all {
        let (a, b) = (Set(one.start..<one.end), Set(other.start..<other.end))
        #expect(one.overlaps(other) == !a.isDisjoint(with: b))
        #expect((one.intersection(other).map { Set($0.start..<$0.end) } ?? []) == a.intersection(b))
        if !other.isEmpty { #expect(one.contains(other) == b.isSubset(of: a)) }
      }
    }
  }

  @Test("Ranges are ordered by start, then by end")
  func order() {
    let ranges = [TextRange(4, 5), TextRange(0, 9), TextRange(4, 4), TextRange(0, 2)]
    #expect(ranges.sorted() == [TextRange(0, 2), TextRange(0, 9), TextRange(4, 4), TextRange(4, 5)])
  }

  @Test("A text is measured and cut in code points, not in characters or bytes")
  func slices() {
    let text = "e\u{301}té 👩‍💻\r\nœuf"
    #expect(text.scalarCount == 13)
    #expect(text.slice(TextRange(0, 1)) == "e")
    #expect(text.slice(TextRange(3, 4))?.utf8.elementsEqual("é".utf8) == true)
    #expect(text.slice(TextRange(5, 8)) == "👩‍💻")
    #expect(text.slice(TextRange(8, 9)) == "\r")
    #expect(text.slice(TextRange(10, 13)) == "œuf")
    #expect(text.slice(TextRange(13, 13))?.isEmpty == true)
  }

  @Test(
    "A range beyond the text cuts nothing", arguments: [TextRange(0, 4), TextRange(4, 4), TextRange(9, 12)])
  func beyond(range: TextRange) {
    #expect("oui".slice(range) == nil)
  }
}
