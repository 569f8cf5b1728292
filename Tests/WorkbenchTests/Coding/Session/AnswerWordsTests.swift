import CodingModel
import Testing

@testable import Workbench

@Suite("Words of an answer by number")
struct AnswerWordsTests {
  private func words(_ text: String) -> [String] { AnswerWords(text).ranges.map { text.slice($0) ?? "?" } }

  @Test(
    "A word stands between spaces, without the punctuation around it",
    arguments: [
      ("On perd le lien.", ["On", "perd", "le", "lien"]),
      ("« L'écran », dit-elle : j'ai 4\u{A0}000 km !", ["L'écran", "dit-elle", "j'ai", "4", "000", "km"]),
      ("un·e usager(e), 50 % ?", ["un·e", "usager(e)", "50", "%"]),
      ("(voir annexe [2])", ["voir", "annexe", "2"]),
      ("", []), ("  \n\t ", []), ("… — !?", []), ("😀 👩‍👧‍👦!", ["😀", "👩‍👧‍👦"]),
      ("e\u{301}te\u{301}.", ["e\u{301}te\u{301}"]),
      ("#métier @home C++", ["#métier", "@home", "C++"]), ("a\nb\u{202F}c", ["a", "b", "c"]), ("))((", []),
      ("d’abord,ensuite", ["d’abord,ensuite"]), (" \u{301}x y", [" \u{301}x", "y"]),
    ])
  func cutting(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test("From one word to another, what stands between is in")
  func ranges() {
    let text = "On « perd », hélas, le lien."
    let words = AnswerWords(text)
    #expect(words.range(of: 2...3).flatMap { text.slice($0) } == "perd », hélas")
    #expect(words.range(of: 1...5).flatMap { text.slice($0) } == "On « perd », hélas, le lien")
    #expect(words.range(of: 5...6) == nil)
    #expect(words.range(of: 0...1) == nil)
  }

  @Test("Whatever the text, words are in order, hold no space at their ends and cut no letter in two")
  func random() {
    var random = SplitMix64(seed: 5)
    let pieces = [
      "a", "é", "e", "\u{301}", " ", "\n", "\u{A0}", ".", "(", ")", "👩", "\u{200D}", "👧", "«", "%", "🇫", "🇷",
    ]
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 0..<20, using: &random)).map { _ in pieces.randomElement(using: &random)!
      }
      .joined()
      var edges: Set<Int> = [0]
      var offset = 0
      for character in text {
        offset += character.unicodeScalars.count
        edges.insert(offset)
      }
      var last = 0
      for range in AnswerWords(text).ranges {
        #expect(range.start >= last && range.end > range.start)
        #expect(edges.contains(range.start) && edges.contains(range.end))
        last = range.end
      }
      for start in 0...offset {
        let whole = AnswerWords.whole(TextRange(start, min(offset, start + 2)), in: text)
        #expect(edges.contains(whole.start) && edges.contains(whole.end), "\(text.debugDescription) \(start)")
        #expect(whole.contains(TextRange(start, min(offset, start + 2))))
      }
    }
  }
}
