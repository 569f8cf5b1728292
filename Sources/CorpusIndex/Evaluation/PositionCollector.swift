/// Gathers the positions of several types in ascending order.
struct PositionCollector {
  let segment: CorpusSegment

  /// Whether there are so many positions that bits serve better than a list.
  func prefersBits(_ selection: TypeSelection) -> Bool {
    !selection.isEverything && selection.frequency > segment.tokenCount / 256
  }

  /// Whether the tokens of a selection are known as bits already.
  func knows(_ selection: TypeSelection) -> Bool {
    prefersBits(selection) && segment.known.tokens(of: selection.types, in: segment) != nil
  }

  /// The positions of the tokens whose type is selected, ascending.
  ///
  /// Cost: the number of positions, and for many of them a sixty-fourth of the number of tokens.
  func positions(of selection: TypeSelection) throws -> [UInt32] {
    if selection.isEverything { return (0..<UInt32(segment.tokenCount)).map { $0 } }
    // Bits put the positions of several types in order cheaper than sorting them would, where they are many: sorting
    // merges runs that ascend already.
    if selection.types.count > 1, prefersBits(selection) { return try bits(of: selection).positions() }
    var positions: [UInt32] = []
    positions.reserveCapacity(selection.frequency)
    for type in selection.types {
      try segment.postings.forEachPosition(of: type) { positions.append($0) }
    }
    if selection.types.count > 1 { positions.sort() }
    return positions
  }

  /// The same as bits, which nobody may change. Cost: the number of positions; none where they are known.
  func bits(of selection: TypeSelection) throws -> PositionBits {
    let isFrequent = prefersBits(selection)
    if isFrequent, let known = segment.known.tokens(of: selection.types, in: segment) { return known }
    let bits = segment.noTokens()
    for type in selection.types { try segment.postings.insertPositions(of: type, into: bits) }
    if isFrequent { segment.known.keep(bits, of: selection.types, in: segment) }
    return bits
  }

  /// The answers that the tokens of a selection are in. Cost: see ``PositionBits/answers(in:frequency:)``.
  func answers(of selection: TypeSelection) throws -> LocalAnswers {
    try segment.known.answers(of: selection.types, in: segment) {
      try bits(of: selection).answers(in: segment, frequency: selection.frequency)
    }
  }
}
