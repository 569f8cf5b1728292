/// The words that are counted as one key, with the key of every type: made once for all counts of a searcher.
///
/// Not Sendable.
final class CountedWords {
  /// The words.
  let keys: CountedKeys
  /// The key of every type, by segment; ``CountedKeys/none`` for types that are not counted.
  let keyOfType: [[UInt32]]
  private let segments: [CorpusSegment]
  private var knownFrequencies: [UInt32]?
  private var knownNames: [UInt32: String] = [:]

  fileprivate init(_ keys: CountedKeys, of wanted: TagSelection?, in segments: [CorpusSegment]) throws {
    self.keys = keys
    self.segments = segments
    keyOfType = try segments.indices.map { try keys.keys(ofSegment: $0, only: wanted) }
  }

  /// How many tokens of all answers have each key. Cost: at first, the number of types.
  func frequencies() throws -> [UInt32] {
    if let knownFrequencies { return knownFrequencies }
    var frequencies = [UInt32](repeating: 0, count: keys.count)
    for (index, segment) in segments.enumerated() {
      for (type, key) in keyOfType[index].enumerated() where key != CountedKeys.none {
        frequencies[Int(key)] &+= UInt32(try segment.types.frequency(of: UInt32(type)))
      }
    }
    knownFrequencies = frequencies
    return frequencies
  }

  /// How these keys are written, in the same order.
  func names(of keys: [UInt32]) throws -> [String] {
    let missing = keys.filter { knownNames[$0] == nil }
    for (key, name) in zip(missing, try self.keys.names(of: missing)) { knownNames[key] = name }
    return keys.map { knownNames[$0] ?? "" }
  }

  /// What tells one set of counted words from another.
  struct Kind: Hashable {
    let by: WordKey
    let wanted: TagSelection?
  }
}

extension CorpusSearcher {
  /// The words that are counted as one key, of the parts of speech wanted; nil for all. Cost: at first, the number of
  /// types.
  func countedWords(by: WordKey, of wanted: TagSelection?) throws -> CountedWords {
    let kind = CountedWords.Kind(by: by, wanted: wanted)
    if let known = knownWords[kind] { return known }
    let words = try CountedWords(countedKeys(by: by), of: wanted, in: segments)
    // Of each kind there is some megabyte: a few are enough for who goes on with one count after another.
    if knownWords.count >= 6 { knownWords.removeAll() }
    knownWords[kind] = words
    return words
  }
}
