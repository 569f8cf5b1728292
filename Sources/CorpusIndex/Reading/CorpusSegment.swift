/// A stored segment, read where it is needed and kept as far as it was.
///
/// Not Sendable: one thread at a time. Damaged bytes give an ``IndexError``, whatever they are.
public final class CorpusSegment {
  let header: SegmentHeader
  let answerTable: AnswerTable
  let tokens: TokenStream
  let offsets: OffsetTable
  let keys: KeyTable
  let types: TypeTableReader
  let postings: PostingsReader
  /// Memory for sets of its tokens.
  let positionPool: PositionPool
  /// What is kept of it elsewhere is known by this.
  let identity = SegmentIdentity()
  /// What queries have found of its frequent words.
  var known = KnownTokens()
  private var knownLastTokens: PositionBits?

  /// Opens a segment; only its header is read.
  ///
  /// - Throws: ``IndexError``, or what the storage throws.
  public init(storage: any SegmentStorage) throws {
    let header = try Self.header(storage)
    self.header = header
    let parts = SegmentParts(storage: storage, header: header)
    answerTable = AnswerTable(parts)
    tokens = TokenStream(parts)
    types = TypeTableReader(parts)
    offsets = OffsetTable(parts)
    keys = KeyTable(parts)
    postings = PostingsReader(parts, types)
    positionPool = PositionPool(count: header.tokenCount)
  }

  private static func header(_ storage: any SegmentStorage) throws -> SegmentHeader {
    try SegmentHeader(decoding: storage.read(.header, 0..<min(SegmentHeader.size, storage.size(of: .header))))
  }

  /// Whether a stored segment is of another version of the format than this program writes. Bytes that are no segment at all
  /// are of none.
  public static func isOfOtherFormat(_ storage: any SegmentStorage) throws -> Bool {
    do {
      _ = try header(storage)
      return false
    } catch IndexError.otherVersion {
      return true
    } catch is IndexError {
      return false
    }
  }

  /// The version of the analysis that made it.
  public var analysisVersion: Int { header.analysisVersion }
  /// How many answers it holds.
  public var answerCount: Int { header.answerCount }
  /// How many tokens it holds.
  public var tokenCount: Int { header.tokenCount }
  /// A set of its tokens, empty yet.
  func noTokens() -> PositionBits { PositionBits(positionPool) }
  /// All tokens, as a set of its own.
  func allTokens() -> PositionBits { PositionBits(allIn: positionPool) }
  /// The last token of each answer; kept once made, an eighth of a byte a token.
  func lastTokens() throws -> PositionBits {
    if let knownLastTokens { return knownLastTokens }
    let starts = try answerTable.starts()
    let lasts = noTokens()
    for answer in 0..<starts.count where starts[answer] < starts[answer + 1] {
      lasts.insert(starts[answer + 1] - 1)
    }
    knownLastTokens = lasts
    return lasts
  }
  /// The first token of each answer that has one, as a set of its own.
  func firstTokens() throws -> PositionBits {
    let starts = try answerTable.starts()
    let firsts = noTokens()
    for answer in 0..<starts.count where Int(starts[answer]) < tokenCount { firsts.insert(starts[answer]) }
    return firsts
  }
  /// How many sentences it holds.
  public var sentenceCount: Int { header.sentenceCount }
  /// How many different lemmas it holds.
  public var lemmaCount: Int { header.lemmaCount }
  /// The identities of its first and last answer.
  public var answers: ClosedRange<Int64> {
    header.firstAnswer...max(header.firstAnswer, header.lastAnswer)
  }
}

/// The parts of a segment.
final class SegmentParts {
  let header: SegmentHeader
  private let parts: [LazyBytes]

  /// The parts; none is looked at yet.
  init(storage: any SegmentStorage, header: SegmentHeader) {
    self.header = header
    let storage = CheckedStorage(storage, header)
    parts = SegmentPart.allCases.map { part in
      let count = part == .stream ? 2 * header.tokenCount : header.sizes[part.rawValue]
      return LazyBytes(part, count: count, storage: storage)
    }
  }

  subscript(part: SegmentPart) -> LazyBytes { parts[part.rawValue] }
}
