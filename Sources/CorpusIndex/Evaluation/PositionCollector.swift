/// Gathers the positions of several types in ascending order.
struct PositionCollector {
  let segment: CorpusSegment

  /// Whether there are so many positions that bits serve better than a list.
  func prefersBits(_ selection: TypeSelection) -> Bool {
    !selection.isEverything && selection.frequency > segment.tokenCount / 256
  }

  /// Whether the tokens of a selection are best kept as bits: who asks once has no use for them.
  func keepsBits(_ selection: TypeSelection) -> Bool { segment.known.limit > 0 && prefersBits(selection) }

  /// Whether the tokens of a selection are known as bits already.
  func knows(_ selection: TypeSelection) -> Bool {
    prefersBits(selection) && segment.known.tokens(of: selection.types, in: segment) != nil
  }

  /// The tokens of a selection, ascending, where they are known as a list already.
  func knownPositions(of selection: TypeSelection) -> [UInt32]? {
    selection.isEverything ? nil : segment.known.positions(of: selection.types, in: segment)
  }

  /// The positions of the tokens whose type is selected, ascending.
  ///
  /// Cost: the number of positions, and for many of them a sixty-fourth of the number of tokens; none where they are
  /// known.
  func positions(of selection: TypeSelection) throws -> [UInt32] {
    if selection.isEverything { return (0..<UInt32(segment.tokenCount)).map { $0 } }
    if let known = knownPositions(of: selection) { return known }
    if prefersBits(selection), selection.types.count > 1 || knows(selection) {
      // Bits put the positions of several types in order cheaper than sorting them would, where they are many: sorting
      // merges runs that ascend already.
      return try positions(of: selection, bits(of: selection))
    }
    let runs = try segment.postings.positions(of: selection.types, frequency: selection.frequency)
    return kept(selection.types.count > 1 ? runs.sorted() : runs, selection)
  }

  /// The positions of the tokens of a selection, which are `bits`, ascending.
  func positions(of selection: TypeSelection, _ bits: PositionBits) -> [UInt32] {
    knownPositions(of: selection) ?? kept(bits.positions(), selection)
  }

  private func kept(_ positions: [UInt32], _ selection: TypeSelection) -> [UInt32] {
    // A list of more takes more than bits do.
    if selection.frequency <= segment.tokenCount / 32 {
      segment.known.keep(positions, of: selection.types, in: segment)
    }
    return positions
  }

  /// The same as bits, which nobody may change. Cost: the number of positions; none where they are known.
  func bits(of selection: TypeSelection) throws -> PositionBits {
    let isFrequent = prefersBits(selection)
    if isFrequent, let known = segment.known.tokens(of: selection.types, in: segment) { return known }
    let bits = segment.noTokens()
    if !isFrequent, let known = knownPositions(of: selection) {
      for position in known { bits.insert(position) }
      return bits
    }
    for type in selection.types { try segment.postings.insertPositions(of: type, into: bits) }
    // Hits are counted by how frequent the types are said to be.
    guard bits.cardinality == selection.frequency else { throw IndexError.damaged(.types) }
    if isFrequent { segment.known.keep(bits, of: selection.types, in: segment) }
    return bits
  }

  /// The answers that the tokens of a selection, `bits`, are in. Cost: see ``PositionBits/answers(in:frequency:)``; none
  /// where they are known.
  func answers(of selection: TypeSelection, _ bits: PositionBits) throws -> LocalAnswers {
    try segment.known.answers(of: selection.types, in: segment) {
      try bits.answers(in: segment, frequency: selection.frequency)
    }
  }

  /// The answers that the tokens of a selection are in, which are ascending.
  func answers(of selection: TypeSelection, _ positions: [UInt32]) throws -> LocalAnswers {
    try segment.known.answers(of: selection.types, in: segment) {
      try segment.answerTable.answers(of: positions)
    }
  }
}
