/// Hits grouped by the words that they are made of.
public struct HitWords: Sendable {
  /// The different words, or sequences of words parted by spaces, in the order of their first hits.
  public let names: [String]
  /// For each hit, in order, the index of its name.
  public let groups: [UInt32]
}

extension CorpusSearcher {
  /// Groups hits by the forms, lemmas or parts of speech of their tokens.
  ///
  /// - Parameter result: what this searcher found.
  /// - Complexity: linear in the tokens of the hits.
  public func words(of result: SearchResult, by: WordKey) throws -> HitWords {
    let tokens = try HitTokens(result, countedKeys(by: by), segments)
    var numbers: [[UInt32]: UInt32] = [:]
    var ofKey: [UInt32: UInt32] = [:]
    var sequences: [[UInt32]] = []
    var groups: [UInt32] = []
    groups.reserveCapacity(result.hitCount)
    for hit in 0..<result.hitCount {
      let length = tokens.length(of: hit)
      if length == 1, let key = try tokens.key(of: hit, .hit, 0) {
        let group = ofKey[key] ?? UInt32(sequences.count)
        if group == UInt32(sequences.count) {
          ofKey[key] = group
          sequences.append([key])
        }
        groups.append(group)
        continue
      }
      let sequence = try (0..<length).compactMap { try tokens.key(of: hit, .hit, $0) }
      let group = numbers[sequence] ?? UInt32(sequences.count)
      if group == UInt32(sequences.count) {
        numbers[sequence] = group
        sequences.append(sequence)
      }
      groups.append(group)
    }
    let met = Set(sequences.joined()).sorted()
    let names = Dictionary(uniqueKeysWithValues: zip(met, try tokens.keys.names(of: met)))
    return HitWords(
      names: sequences.map { $0.map { names[$0] ?? "" }.joined(separator: " ") }, groups: groups)
  }
}
