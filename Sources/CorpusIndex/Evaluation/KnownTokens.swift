/// The tokens of words that were asked for of late, and the answers that these are in: who explores asks for the same words
/// again, in another phrase, beside another word, in other answers.
///
/// One for all segments of a searcher; what was not asked for for longest is forgotten first. Not Sendable.
final class KnownTokens {
  private struct Key: Hashable {
    let segment: ObjectIdentifier
    let types: [UInt32]
  }

  private struct Entry {
    var bits: PositionBits?
    var list: [UInt32]?
    var answers: LocalAnswers?
    var size: Int
    var lastUse: Int
  }

  /// How many bytes are kept at most: some twelve frequent words of a corpus of forty million tokens; 0 where nothing is.
  let limit: Int
  /// What an entry counts for at least, so that there are not too many to look through for the oldest.
  private static let leastSize = 1 << 12
  private var entries: [Key: Entry] = [:]
  private var size = 0
  private var uses = 0

  /// Nothing known yet.
  init(limit: Int = 64 << 20) {
    self.limit = limit
  }

  /// The tokens of these types as bits, which nobody changes; nil where they are not known so.
  func tokens(of types: [UInt32], in segment: CorpusSegment) -> PositionBits? {
    entry(Key(segment: ObjectIdentifier(segment), types: types))?.bits
  }

  /// The tokens of these types, ascending; nil where they are not known so.
  func positions(of types: [UInt32], in segment: CorpusSegment) -> [UInt32]? {
    entry(Key(segment: ObjectIdentifier(segment), types: types))?.list
  }

  private func entry(_ key: Key) -> Entry? {
    guard let place = entries.index(forKey: key) else { return nil }
    uses += 1
    entries.values[place].lastUse = uses
    return entries.values[place]
  }

  /// Keeps the tokens of these types, which nobody may change any more.
  func keep(_ tokens: PositionBits, of types: [UInt32], in segment: CorpusSegment) {
    keep(tokens.byteCount, types, segment) { $0.bits = tokens }
  }

  /// Keeps the tokens of these types, ascending.
  func keep(_ positions: [UInt32], of types: [UInt32], in segment: CorpusSegment) {
    keep(4 * positions.count, types, segment) { $0.list = positions }
  }

  private func keep(
    _ byteCount: Int, _ types: [UInt32], _ segment: CorpusSegment, _ add: (inout Entry) -> Void
  ) {
    let key = Key(segment: ObjectIdentifier(segment), types: types)
    let bytes = max(Self.leastSize, byteCount + 4 * types.count)
    guard bytes <= limit else { return }
    makeRoom(for: bytes)
    uses += 1
    size += bytes
    var entry = entries[key] ?? Entry(size: 0, lastUse: uses)
    entry.size += bytes
    entry.lastUse = uses
    add(&entry)
    entries[key] = entry
  }

  private func makeRoom(for bytes: Int) {
    while size + bytes > limit, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
      size -= oldest.value.size
      entries[oldest.key] = nil
    }
  }

  /// The answers with a token of these types, worked out by `find` where they are not known.
  func answers(
    of types: [UInt32], in segment: CorpusSegment, _ find: () throws -> LocalAnswers
  ) rethrows -> LocalAnswers {
    let key = Key(segment: ObjectIdentifier(segment), types: types)
    if let known = entries[key]?.answers { return known }
    let found = try find()
    guard entries[key] != nil else { return found }
    let bytes = 8 * found.words.count
    makeRoom(for: bytes)
    // It may have been the oldest itself.
    guard var entry = entries[key] else { return found }
    entry.answers = found
    entry.size += bytes
    size += bytes
    entries[key] = entry
    return found
  }
}
