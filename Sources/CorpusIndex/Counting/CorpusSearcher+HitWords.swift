public import CodingModel

extension CorpusSearcher {
  /// Groups hits by the forms, lemmas or parts of speech of their tokens.
  ///
  /// - Parameters:
  ///   - result: what this searcher found.
  ///   - body: is called with the group of each hit, numbered from 0 in the order in which groups are met, and its answer,
  ///     in the order of hits.
  /// - Returns: the words of each group, where they are several parted by spaces.
  /// - Complexity: linear in the tokens of the hits; memory in the different words.
  public func group(
    _ result: SearchResult, by: WordKey, _ body: (_ group: Int, _ answer: RowID<Answer>) throws -> Void
  ) throws -> [String] {
    let keys = try countedKeys(by: by)
    // To work out the keys of all types pays where hits are as many.
    let isKnown = result.hitCount > segments.reduce(0) { $0 + $1.types.count }
    let keyOfType = try isKnown ? countedWords(by: by, of: nil).keyOfType : []
    var groups = WordGroups(keyCount: keys.count)
    for part in result.parts {
      guard let index = segments.firstIndex(where: { $0 === part.segment }) else { continue }
      let (table, tokens) = (part.segment.answerTable, part.segment.tokens)
      func key(_ position: UInt32) throws -> UInt32 {
        let type = try tokens.type(at: Int(position))
        return isKnown ? keyOfType[index][Int(type)] : try keys.key(ofType: type, inSegment: index)
      }
      var cursor = try AnswerCursor(table, expecting: part.outcome.spanCount)
      var sequence: [UInt32] = []
      for hit in part.outcome.hits {
        cursor.seek(hit.start)
        tokens.pass(Int(hit.start))
        let group: Int
        if hit.end == hit.start + 1 {
          group = groups.group(of: try key(hit.start))
        } else {
          sequence.removeAll(keepingCapacity: true)
          for position in hit.start..<hit.end { sequence.append(try key(position)) }
          group = groups.group(of: sequence)
        }
        try body(group, table.identity(of: cursor.answer))
      }
    }
    let met = Set(groups.sequences.joined()).sorted()
    let names = Dictionary(uniqueKeysWithValues: zip(met, try keys.names(of: met)))
    return groups.sequences.map { $0.map { names[$0] ?? "" }.joined(separator: " ") }
  }
}

/// Words and sequences of words, numbered in the order in which they are met.
private struct WordGroups {
  /// The words of each group.
  private(set) var sequences: [[UInt32]] = []
  /// For each word the number of its own group, from 1.
  private var ofWord: [UInt32]
  private var ofSequence: [[UInt32]: Int] = [:]

  init(keyCount: Int) { ofWord = Array(repeating: 0, count: keyCount) }

  mutating func group(of word: UInt32) -> Int {
    if ofWord[Int(word)] == 0 {
      sequences.append([word])
      ofWord[Int(word)] = UInt32(sequences.count)
    }
    return Int(ofWord[Int(word)]) - 1
  }

  mutating func group(of sequence: [UInt32]) -> Int {
    if let known = ofSequence[sequence] { return known }
    ofSequence[sequence] = sequences.count
    sequences.append(sequence)
    return sequences.count - 1
  }
}
