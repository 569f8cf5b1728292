/// The numbers of a segment's answers' first tokens, and after them the number of tokens: ascending, checked.
@safe struct AnswerStarts {
  private let starts: UnsafeBufferPointer<UInt32>
  /// What holds the memory that they are in.
  private let owner: AnswerTable

  /// The numbers of `owner`, which it has checked.
  init(_ starts: UnsafeBufferPointer<UInt32>, of owner: AnswerTable) {
    unsafe self.starts = starts
    self.owner = owner
  }

  /// How many answers there are.
  var count: Int { unsafe starts.count - 1 }

  /// The first token of an answer, or after the last answer the number of tokens.
  @inline(__always)
  subscript(_ answer: Int) -> UInt32 { unsafe starts[answer] }
}
