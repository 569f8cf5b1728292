public import CodingModel
public import FrenchText

/// Builds a segment from analysed answers.
///
///     var builder = SegmentBuilder()
///     for answer in answers {
///       analyzer.analyze(answer.text, into: &tokens)
///       try builder.add(answer: answer.id, tokens: tokens)
///     }
///     let draft = builder.finish(types: analyzer.types)
///
/// It keeps some seven bytes a token. The same answers give the same bytes, in whatever order the analyser
/// met its types before.
public struct SegmentBuilder: ~Copyable {
  var tokens = TokenColumns()
  var identities: [Int64] = []
  let analysisVersion: Int

  /// A builder of a segment without answers.
  ///
  /// - Parameter analysisVersion: the version of the analysis that makes the tokens.
  public init(analysisVersion: Int = FrenchAnalyzer.version) {
    self.analysisVersion = analysisVersion
  }

  /// How many answers have been added.
  public var answerCount: Int { identities.count }

  /// How many tokens have been added.
  public var tokenCount: Int { tokens.types.count }

  /// Adds an answer; one without tokens as well, so that queries for what is absent find it.
  ///
  /// - Throws: ``IndexError/outOfOrder`` where the answer's identity is not above the last one's or tokens
  ///   overlap; ``IndexError/tooLarge`` beyond four milliard tokens or for an
  ///   identity beyond 2^62.
  public mutating func add(answer: RowID<Answer>, tokens added: [AnalyzedToken]) throws(IndexError) {
    try begin(answer)
    for token in added {
      try tokens.append(
        type: token.type, start: token.start, end: token.end, startsSentence: token.startsSentence)
    }
    try end()
  }

  /// Adds a batch's answers from `first` on, up to the one with which the segment has `limit` tokens or more.
  ///
  /// - Parameter types: for each type number of the batch the number to give it.
  /// - Returns: the first answer of the batch that was not added; its number of answers where all were.
  /// - Throws: as ``add(answer:tokens:)`` does.
  public mutating func add(
    _ batch: TokenBatch, from first: Int, types: [UInt32], limit: Int
  ) throws(IndexError) -> Int {
    guard first < batch.answerCount else { return batch.answerCount }
    try SegmentHeader.check(batch.identities[first], after: identities.last)
    let end = tokens.append(batch.tokens, answersFrom: first, types: types, limit: limit)
    identities.append(contentsOf: batch.identities[first..<end])
    try self.end()
    return end
  }

  mutating func begin(_ answer: RowID<Answer>) throws(IndexError) {
    try SegmentHeader.check(answer.value, after: identities.last)
    identities.append(answer.value)
    tokens.beginAnswer()
  }

  func end() throws(IndexError) {
    guard tokens.types.count < Int(UInt32.max) else { throw .tooLarge }
  }

  /// The segment. The builder is used up.
  ///
  /// - Parameter types: the table that the tokens' types are numbers of, as it is at the end.
  public consuming func finish(types: TypeTable) -> SegmentDraft {
    finish(typeCount: types.count) { types[$0] }
  }

  /// The segment of answers that were added in batches. The builder is used up.
  public consuming func finish(types: TypeUnion) -> SegmentDraft {
    finish(typeCount: types.types.count) { types.types[Int($0)] }
  }

  consuming func finish(typeCount: Int, type: (UInt32) -> TokenType) -> SegmentDraft {
    let vocabulary = VocabularyBuilder(tokens: tokens, typeCount: typeCount, type: type)
    tokens.renumber(vocabulary.numbers)
    var parts: [SegmentPart: [UInt8]] = [:]
    (parts[.stream], parts[.rare]) = tokens.encodedStream()
    (parts[.gaps], parts[.irregular]) = tokens.encodedOffsets(lengths: vocabulary.lengths)
    parts[.sentences] = tokens.encodedSentences()
    let (postings, postingOffsets) = PostingsCode.encoded(tokens.types, typeCount: vocabulary.types.count)
    parts[.postings] = postings
    (parts[.types], parts[.words]) = vocabulary.encodedTypes(postings: postingOffsets)
    (parts[.keyIndex], parts[.keys]) = vocabulary.encodedKeys()
    let first = identities.first ?? 0
    let last = identities.last ?? 0
    let isDense = identities.isEmpty || last - first == Int64(identities.count - 1)
    parts[.answers] = tokens.encodedAnswers(identities: isDense ? [] : identities)
    parts[.checksums] = BlockChecksums.encoded { parts[$0] ?? [] }
    let sizes = SegmentPart.allCases.map { parts[$0]?.count ?? 0 }
    let header = SegmentHeader(
      analysisVersion: analysisVersion, answerCount: identities.count, tokenCount: tokens.types.count,
      typeCount: vocabulary.types.count, keyCount: vocabulary.keys.count,
      sentenceCount: tokens.sentenceCount, lemmaCount: vocabulary.lemmaCount, isDense: isDense,
      firstAnswer: first, lastAnswer: identities.isEmpty ? first - 1 : last, sizes: sizes)
    parts[.header] = header.encoded()
    return SegmentDraft(
      analysisVersion: analysisVersion, answers: first...last, answerCount: identities.count,
      tokenCount: tokens.types.count, lemmaCount: vocabulary.lemmaCount,
      parts: SegmentPart.allCases.map { ($0, parts[$0] ?? []) })
  }
}
