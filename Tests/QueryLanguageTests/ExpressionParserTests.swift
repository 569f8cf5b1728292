import CodingModel
import QueryLanguage
import Testing

struct ExpressionParserTests {
  @Test(
    "A mistake in a regular expression is told with its place in the query",
    arguments: [
      WrongQuery("a /b", .expression(.unclosed), 2, 4, [.text("/")]),
      WrongQuery("a //", .expression(.empty), 3, 3),
      WrongQuery("/a(b/", .expression(.unclosedGroup), 2, 3),
      WrongQuery("/ab)/", .expression(.unopenedGroup), 3, 4),
      WrongQuery("/a[bc/", .expression(.unclosedClass), 2, 3),
      WrongQuery("/a[]/", .expression(.emptyClass), 2, 4),
      WrongQuery("/[z-a]/", .expression(.backwardRange), 2, 5),
      WrongQuery("/+a/", .expression(.nothingToRepeat), 1, 2),
      WrongQuery("/a|*/", .expression(.nothingToRepeat), 3, 4),
      WrongQuery("/a++/", .expression(.doubleQuantifier), 3, 4),
      WrongQuery("/a+?*/", .expression(.doubleQuantifier), 4, 5),
      WrongQuery("/a{x}/", .expression(.badRepeat), 2, 3),
      WrongQuery("/a{3,2}/", .expression(.backwardRepeat), 2, 7),
      WrongQuery("/a{1001}/", .expression(.repeatTooLarge(limit: 1000)), 3, 7),
      WrongQuery("/\\q/", .expression(.unknownEscape("q")), 1, 3),
      WrongQuery("/(a)\\1/", .expression(.backreference), 4, 6),
      WrongQuery("/a(?=b)/", .expression(.lookAround), 2, 4),
      WrongQuery("/a(?<!b)/", .expression(.lookAround), 2, 4),
      WrongQuery("/a(?i)/", .expression(.unsupportedGroup), 2, 4),
      WrongQuery("/\\p{Lx}/", .expression(.unknownProperty("Lx")), 1, 7),
      WrongQuery("/a[[:foo:]]/", .expression(.unknownProperty("foo")), 3, 10),
      WrongQuery("/\\x{zz}/", .expression(.unknownEscape("x")), 1, 3),
      WrongQuery("/^a/", .expression(.anchor), 1, 2),
      WrongQuery("/a$/", .expression(.anchor), 2, 3),
      WrongQuery("/((a{1000}){1000})/", .expression(.tooLarge(limit: 5000)), 1, 18),
    ])
  func mistakes(_ wrong: WrongQuery) {
    let error = QueryError(wrong.problem, at: TextRange(wrong.start, wrong.end), expected: wrong.expected)
    #expect(throws: error) { try QueryParser.parse(wrong.text) }
  }

  @Test("Groups may not be nested without end")
  func depth() {
    let text = "/" + String(repeating: "(", count: 4000) + "a" + String(repeating: ")", count: 4000) + "/"
    #expect(throws: QueryError(.expression(.tooDeep(limit: 50)), at: TextRange(51, 52))) {
      try QueryParser.parse(text)
    }
  }

  @Test("An expression is read into its tree")
  func tree() throws {
    guard case .term(let term) = try QueryParser.parse("/a(?:b|[c-e])?\\.{2,}/").node,
      case .expression(let expression) = term.kind
    else {
      Issue.record("no expression")
      return
    }
    #expect(
      expression.root
        == .sequence([
          .scalar("a"),
          .repeated(.alternatives([.scalar("b"), .oneOf(ScalarClass([99...101]))]), minimum: 0, maximum: 1),
          .repeated(.scalar("."), minimum: 2, maximum: nil),
        ]))
  }
}
