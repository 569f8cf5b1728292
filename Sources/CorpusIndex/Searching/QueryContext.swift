public import QueryLanguage

/// What a query needs to know of a project beyond the words of its answers.
public protocol QueryContext {
  /// The answers that a filter stands for.
  ///
  /// - Throws: a `QueryError` where a name in it is unknown, or what reading throws.
  func answers(where filter: Filter) throws -> AnswerSet

  /// The coded parts of answers that `within` with this filter, one on a code, stands for. They may
  /// overlap.
  ///
  /// - Throws: a `QueryError` where the code is unknown, or what reading throws.
  func codedParts(of filter: Filter) throws -> CodedParts
}
