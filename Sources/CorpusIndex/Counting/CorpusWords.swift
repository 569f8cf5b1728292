public import CodingModel

/// The words of answers, token by token, for counts that other functions here do not make.
public struct CorpusWords {
  /// The word of a token that is not counted.
  public static let none = CountedKeys.none
  /// The word of a token that is counted, but whose word is too rare to be listed.
  public static let rare = CountedKeys.none - 1

  /// How many tokens have each word; the places in it are the words' numbers, in the order of their folded spellings.
  public let frequencies: [UInt32]
  private let segments: [CorpusSegment]
  private let keys: CountedKeys
  /// The key of each word.
  private let keyOfWord: [UInt32]
  /// The word of every type, by segment.
  private let wordOfType: [[UInt32]]

  fileprivate init(_ words: CountedWords, minimum: Int, in segments: [CorpusSegment]) throws {
    let all = try words.frequencies()
    var keyOfWord: [UInt32] = []
    var wordOfKey = [UInt32](repeating: Self.none, count: all.count)
    for (key, frequency) in all.enumerated() where frequency > 0 {
      guard Int(frequency) >= minimum else {
        wordOfKey[key] = Self.rare
        continue
      }
      wordOfKey[key] = UInt32(keyOfWord.count)
      keyOfWord.append(UInt32(key))
    }
    frequencies = keyOfWord.map { all[Int($0)] }
    wordOfType = words.keyOfType.map { $0.map { $0 == Self.none ? Self.none : wordOfKey[Int($0)] } }
    keys = words.keys
    self.keyOfWord = keyOfWord
    self.segments = segments
  }

  /// How these words are written, in the same order.
  public func names(of words: [Int]) throws -> [String] { try keys.names(of: words.map { keyOfWord[$0] }) }

  /// Calls `body` with the tokens of each answer, in order.
  ///
  /// - Parameter answers: only these; nil for all.
  /// - Complexity: linear in the tokens of these answers.
  public func forEachAnswer(in answers: AnswerSet?, _ body: (inout AnswerTokens) throws -> Void) throws {
    for (segment, words) in zip(segments, wordOfType) {
      let starts = try segment.answerTable.starts()
      var tokens = AnswerTokens(segment, words)
      for number in 0..<segment.answerCount {
        let answer = try segment.answerTable.identity(of: number)
        if let answers, !answers.contains(answer) { continue }
        let run = Int(starts[number])..<Int(starts[number + 1])
        segment.tokens.pass(run.lowerBound)
        try tokens.begin(answer, run)
        try body(&tokens)
      }
    }
  }
}

extension CorpusSearcher {
  /// The words of answers.
  ///
  /// - Parameters:
  ///   - by: what makes two tokens the same word.
  ///   - wanted: the parts of speech to count; nil for all.
  ///   - minimum: words with fewer tokens in all of the index are not listed.
  public func corpusWords(by: WordKey, of wanted: TagSelection?, minimum: Int = 1) throws -> CorpusWords {
    try CorpusWords(countedWords(by: by, of: wanted), minimum: minimum, in: segments)
  }
}

/// The tokens of one answer after another.
public struct AnswerTokens {
  /// Whose tokens they are.
  public private(set) var answer = RowID<Answer>(0)
  /// Each token's word; ``CorpusWords/none`` or ``CorpusWords/rare`` for one that has none listed.
  public private(set) var words: [UInt32] = []
  private let segment: CorpusSegment
  private let wordOfType: [UInt32]
  private var types: [UInt32] = []
  private var run = 0..<0
  private var answerPlaces: AnswerPlaces

  fileprivate init(_ segment: CorpusSegment, _ wordOfType: [UInt32]) {
    self.segment = segment
    self.wordOfType = wordOfType
    answerPlaces = AnswerPlaces(segment.offsets)
  }

  fileprivate mutating func begin(_ answer: RowID<Answer>, _ run: Range<Int>) throws {
    self.answer = answer
    self.run = run
    answerPlaces.begin(run)
    try segment.tokens.read(run, into: &types)
    words.removeAll(keepingCapacity: true)
    for index in 0..<run.count { words.append(wordOfType[Int(types[index])]) }
  }

  /// Where they stand in the answer's text. Cost: linear in the tokens.
  public mutating func places() throws -> [TextRange] { try answerPlaces.all() }

  /// Whether a sentence starts with a token.
  public func startsSentence(_ token: Int) throws -> Bool {
    try segment.tokens.startsSentence(run.lowerBound + token)
  }
}
