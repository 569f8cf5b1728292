/// Gathers the positions of several types in ascending order.
struct PositionCollector {
  let segment: CorpusSegment

  /// Whether there are so many positions that bits serve better than a list.
  func prefersBits(_ selection: TypeSelection) -> Bool {
    !selection.isEverything && selection.frequency > segment.tokenCount / 256
  }

  /// The positions of the tokens whose type is selected, ascending.
  ///
  /// Cost: the number of positions, and for many of them a sixty-fourth of the number of tokens.
  func positions(of selection: TypeSelection) throws -> [UInt32] {
    if selection.isEverything { return (0..<UInt32(segment.tokenCount)).map { $0 } }
    // Bits put the positions of several types in order cheaper than sorting them would.
    if selection.types.count > 1, selection.frequency > 4096 { return try bits(of: selection).positions() }
    var positions: [UInt32] = []
    positions.reserveCapacity(selection.frequency)
    for type in selection.types {
      try segment.postings.forEachPosition(of: type) { positions.append($0) }
    }
    if selection.types.count > 1 { positions.sort() }
    return positions
  }

  /// The same as bits, `offset` taken from each position; those that this would make negative are left out.
  /// Cost: the number of positions.
  func bits(of selection: TypeSelection, minus offset: UInt32 = 0) throws -> PositionBits {
    let bits = segment.noTokens()
    for type in selection.types {
      try segment.postings.insertPositions(of: type, minus: offset, into: bits)
    }
    return bits
  }
}
