import QueryLanguage
import Testing

@testable import CorpusIndex

struct ExpressionMatcherTests {
  private func expression(_ source: String) throws -> RegularExpression {
    guard case .term(let term) = try QueryParser.parse("/\(source)/").node,
      case .expression(let expression) = term.kind
    else { throw IndexError.notASegment }
    return expression
  }

  private func random(_ dice: inout Dice, depth: Int) -> String {
    switch dice.roll(depth == 0 ? 4 : 8) {
    case 0, 1: dice.pick(["a", "b", "é"])
    case 2: dice.pick([".", "[ab]", "[^a]", "\\w", "[a-c]"])
    case 3: dice.pick(["ab", "ba", "c"])
    case 4: "(\(random(&dice, depth: depth - 1))|\(random(&dice, depth: depth - 1)))"
    case 5:
      "(\(random(&dice, depth: depth - 1)))" + dice.pick(["*", "+", "?", "{2}", "{1,3}", "{2,}", "{,2}"])
    default: random(&dice, depth: depth - 1) + random(&dice, depth: depth - 1)
    }
  }

  @Test("Random expressions match what they mean", arguments: 1...20)
  func agreement(_ seed: UInt64) throws {
    var dice = Dice(seed)
    let slow = SlowSearch(corpus: SmallCorpus([]), context: FixedContext())
    for _ in 0..<30 {
      let source = "x?" + random(&dice, depth: 3)
      let expression = try expression(source)
      let matcher = ExpressionMatcher(expression)
      for _ in 0..<30 {
        let scalars = (0..<dice.roll(8)).map { _ in dice.pick(["a", "b", "c", "é", "x"] as [Unicode.Scalar]) }
        let expected = slow.ends(expression.root, scalars, 0).contains(scalars.count)
        #expect(matcher.matches(scalars) == expected, "\(source) \(scalars)")
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        #expect(matcher.matches(utf8: Array(String(view).utf8)) == expected, "\(source) \(scalars)")
      }
    }
  }

  @Test("What makes other matchers step back without end is matched at once")
  func hostile() throws {
    let text = Array(repeating: "a" as Unicode.Scalar, count: 5000)
    #expect(!ExpressionMatcher(try expression("(a|a)*b")).matches(text))
    #expect(!ExpressionMatcher(try expression("(a*)*b")).matches(text))
    #expect(ExpressionMatcher(try expression("(a?){40}a*")).matches(text))
    #expect(!ExpressionMatcher(try expression("((a+)+)+c")).matches(text))
  }

  @Test("More states than are remembered change nothing")
  func manyStates() throws {
    let matcher = ExpressionMatcher(try expression("[ab]*a[ab]{11}"))
    var dice = Dice(1)
    for _ in 0..<1500 {
      let word = (0..<12 + dice.roll(20)).map { _ in dice.pick(["a", "b"] as [Unicode.Scalar]) }
      #expect(matcher.matches(word) == (word[word.count - 12] == "a"))
    }
  }

  @Test("The letters that every match begins with are known")
  func prefix() throws {
    #expect(ExpressionMatcher(try expression("numé.*")).prefix == Array("nume".utf8))
    #expect(ExpressionMatcher(try expression("Œu(v|f)")).prefix == Array("oeu".utf8))
    #expect(ExpressionMatcher(try expression("ab?c")).prefix == Array("a".utf8))
    #expect(ExpressionMatcher(try expression("a|b")).prefix == [])
  }
}
