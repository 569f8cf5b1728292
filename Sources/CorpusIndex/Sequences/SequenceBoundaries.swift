import QueryLanguage

/// Where the boundaries that a program asks for are in a segment.
///
/// What is at a place is a number with a bit per boundary.
struct SequenceBoundaries {
  private enum Test {
    case sentenceStart, sentenceEnd, answerStart, answerEnd
    case starts(Set<UInt32>)
    case ends(Set<UInt32>)
    /// Whether the types of a class fulfil what the token after the place must.
    case token([Bool])
  }

  private let tests: [Test]
  private let tokens: TokenStream
  private let classes: TypeClasses

  /// - Parameters:
  ///   - regions: the coded parts for each filter on a code.
  ///   - classes: which types fulfil the conditions of the program.
  init(
    _ boundaries: [SequenceProgram.Boundary], regions: [Filter: CodedPlaces], _ classes: TypeClasses,
    in segment: CorpusSegment
  ) {
    tokens = segment.tokens
    self.classes = classes
    tests = boundaries.map { boundary in
      switch boundary.region {
      case .token: .token(boundary.condition.map { classes.isFulfilled[$0] } ?? [])
      case .sentence: boundary.isEnd ? .sentenceEnd : .sentenceStart
      case .answer: boundary.isEnd ? .answerEnd : .answerStart
      case .code(let filter):
        boundary.isEnd
          ? .ends(Set((regions[filter]?.spans ?? []).map(\.end)))
          : .starts(Set((regions[filter]?.spans ?? []).map(\.start)))
      }
    }
  }

  /// How many different numbers there are.
  var contextCount: Int { 1 << tests.count }

  /// What is at the place before the token at `position` of an answer with the tokens `answer`.
  func context(at position: Int, in answer: Range<Int>) throws -> Int {
    guard !tests.isEmpty else { return 0 }
    var context = 0
    for (number, test) in tests.enumerated() where try holds(test, position, answer) {
      context |= 1 << number
    }
    return context
  }

  private func holds(_ test: Test, _ position: Int, _ answer: Range<Int>) throws -> Bool {
    switch test {
    case .answerStart: return position == answer.lowerBound
    case .answerEnd: return position == answer.upperBound
    case .sentenceStart:
      if position == answer.upperBound { return false }
      return try position == answer.lowerBound || tokens.startsSentence(position)
    case .sentenceEnd:
      if position == answer.lowerBound { return false }
      return try position == answer.upperBound || tokens.startsSentence(position)
    // A place between two answers is the end of the first and the start of the second.
    case .starts(let places): return position < answer.upperBound && places.contains(UInt32(position))
    case .ends(let places): return position > answer.lowerBound && places.contains(UInt32(position))
    case .token(let isFulfilled):
      return try position < answer.upperBound
        && isFulfilled[Int(classes.classes[Int(tokens.type(at: position))])]
    }
  }
}
