public import CodingModel

/// A token of an answer with the word it counts as.
public struct CountedToken: Hashable, Sendable {
  /// Where it stands in the answer's text.
  public let range: TextRange
  /// The number of its word among the names given at the end; nil for a token that is not counted.
  public let word: Int?
  /// Whether a sentence starts with it.
  public let startsSentence: Bool
}

extension CorpusSearcher {
  /// Calls `body` with the tokens of each answer in turn, for counts that other functions here do not make.
  ///
  /// - Parameters:
  ///   - by: what makes two tokens the same word.
  ///   - wanted: the parts of speech to count; nil for all.
  ///   - answers: only these; nil for all.
  /// - Returns: how many numbers of words there are, and the names of any of them.
  /// - Complexity: linear in the tokens of these answers.
  public func forEachAnswer(
    by: WordKey, of wanted: TagSelection?, in answers: AnswerSet?,
    _ body: (RowID<Answer>, [CountedToken]) throws -> Void
  ) throws -> (count: Int, names: ([Int]) throws -> [String]) {
    let words = try countedWords(by: by, of: wanted)
    let keys = words.keys
    var tokens: [CountedToken] = []
    var types: [UInt32] = []
    for (index, segment) in segments.enumerated() {
      var places = AnswerPlaces(segment.offsets)
      let keyOfType = words.keyOfType[index]
      for number in 0..<segment.answerCount {
        let answer = try segment.answerTable.identity(of: number)
        if let answers, !answers.contains(answer) { continue }
        let run = try segment.answerTable.tokens(of: number)
        places.begin(run)
        tokens.removeAll(keepingCapacity: true)
        try segment.tokens.read(run, into: &types)
        for (offset, place) in try places.all().enumerated() {
          let key = keyOfType[Int(types[offset])]
          tokens.append(
            CountedToken(
              range: place, word: key == CountedKeys.none ? nil : Int(key),
              startsSentence: try segment.tokens.startsSentence(run.lowerBound + offset)))
        }
        try body(answer, tokens)
      }
    }
    return (keys.count, { try keys.names(of: $0.map { UInt32($0) }) })
  }
}
