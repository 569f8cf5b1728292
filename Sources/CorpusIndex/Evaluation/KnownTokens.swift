/// The tokens of frequent words that were asked for of late, and the answers that these are in: who explores asks for
/// the same words again, in another phrase, beside another word, in other answers.
///
/// One for all segments of a searcher; what was not asked for for longest is forgotten first. Not Sendable.
final class KnownTokens {
  private struct Key: Hashable {
    let segment: ObjectIdentifier
    let types: [UInt32]
  }

  private struct Entry {
    let tokens: PositionBits
    var answers: LocalAnswers?
    var lastUse: Int
  }

  /// How many bytes of tokens are kept at most: some twelve words of a corpus of forty million tokens.
  let limit: Int
  private var entries: [Key: Entry] = [:]
  private var size = 0
  private var uses = 0

  /// Nothing known yet.
  init(limit: Int = 64 << 20) {
    self.limit = limit
  }

  /// The tokens of these types, which nobody changes; nil where they are not known.
  func tokens(of types: [UInt32], in segment: CorpusSegment) -> PositionBits? {
    let key = Key(segment: ObjectIdentifier(segment), types: types)
    guard let place = entries.index(forKey: key) else { return nil }
    uses += 1
    entries.values[place].lastUse = uses
    return entries.values[place].tokens
  }

  /// Keeps the tokens of these types, which nobody may change any more.
  func keep(_ tokens: PositionBits, of types: [UInt32], in segment: CorpusSegment) {
    let bytes = tokens.byteCount
    guard bytes <= limit else { return }
    while size + bytes > limit, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
      size -= oldest.value.tokens.byteCount
      entries[oldest.key] = nil
    }
    uses += 1
    size += bytes
    entries[Key(segment: ObjectIdentifier(segment), types: types)] = Entry(tokens: tokens, lastUse: uses)
  }

  /// The answers with a token of these types, worked out by `find` where they are not known.
  func answers(
    of types: [UInt32], in segment: CorpusSegment, _ find: () throws -> LocalAnswers
  ) rethrows -> LocalAnswers {
    let key = Key(segment: ObjectIdentifier(segment), types: types)
    if let known = entries[key]?.answers { return known }
    let found = try find()
    entries[key]?.answers = found
    return found
  }
}
