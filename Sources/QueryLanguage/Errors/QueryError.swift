public import CodingModel

/// What is wrong with a query, where, and what would have been right.
///
/// It holds data only; commands word it. Names and texts in it come from the query, never from an answer.
public struct QueryError: Error, Hashable, Sendable {
  /// What is wrong.
  public let problem: QueryProblem
  /// Where, in code points of the query text; an empty range stands between two code points.
  public let range: TextRange
  /// What could have stood there, the likeliest first; empty where nothing helpful can be said.
  public let expected: [QueryExpectation]
  /// A name that exists and is written nearly so; nil where there is none.
  public let nearName: String?

  /// A problem at a place of the query text.
  public init(
    _ problem: QueryProblem, at range: TextRange, expected: [QueryExpectation] = [], nearName: String? = nil
  ) {
    self.problem = problem
    self.range = range
    self.expected = expected
    self.nearName = nearName
  }
}

/// What could have stood where a query is wrong.
public enum QueryExpectation: Hashable, Sendable {
  /// A word, a phrase, a filter or a parenthesis.
  case operand
  /// A word or a phrase, or alternatives of these in parentheses.
  case positionalOperand
  /// A word.
  case word
  /// The value of the filter with this name.
  case value(of: String)
  /// A number, such as `10` or `2,5`.
  case number
  /// A whole number within these bounds.
  case wholeNumber(ClosedRange<Int>)
  /// An operator or the end of the query.
  case operatorOrEnd
  /// A filter on a code: `code:"…"`.
  case codeFilter
  /// A token in CQL: `[lemma="perdre"]`.
  case token
  /// A condition on labels, or a filter.
  case constraint
  /// The whole query read as CQL, which it is right as: quoted strings are phrases otherwise.
  case wholeAsSequence
  /// This very text, such as `)` or `»`.
  case text(String)
  /// One of these texts.
  case oneOf([String])
}

extension QueryError {
  /// The same error in a text that has `count` code points more before the place, or fewer where negative; a
  /// place before the text's beginning moves to it.
  public func shifted(by count: Int) -> QueryError {
    let start = max(0, range.start + count)
    return QueryError(
      problem, at: TextRange(start, max(start, range.end + count)), expected: expected, nearName: nearName)
  }
}
