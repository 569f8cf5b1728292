/// Gathers the positions of several types in ascending order.
struct PositionCollector {
  let segment: CorpusSegment

  /// The positions of the tokens whose type is selected, ascending.
  ///
  /// Cost: the number of positions, and for many of them a sixty-fourth of the number of tokens.
  func positions(of selection: TypeSelection) throws -> [UInt32] {
    if selection.isEverything { return (0..<UInt32(segment.tokenCount)).map { $0 } }
    if selection.types.count == 1 || selection.frequency <= 4096 {
      var positions: [UInt32] = []
      positions.reserveCapacity(selection.frequency)
      for type in selection.types {
        try segment.postings.forEachPosition(at: segment.types.postings(of: type)) { positions.append($0) }
      }
      if selection.types.count > 1 { positions.sort() }
      return positions
    }
    return try positionsByBits(of: selection)
  }

  /// Marks the positions as bits and reads these in order: cheaper than sorting where there are many.
  private func positionsByBits(of selection: TypeSelection) throws -> [UInt32] {
    var bits = [UInt64](repeating: 0, count: (segment.tokenCount + 63) / 64)
    for type in selection.types {
      let range = try segment.types.postings(of: type)
      try unsafe bits.withUnsafeMutableBufferPointer { bits in
        try segment.postings.forEachPosition(at: range) { position in
          unsafe bits[Int(position >> 6)] |= 1 << UInt64(position & 63)
        }
      }
    }
    var positions: [UInt32] = []
    positions.reserveCapacity(selection.frequency)
    for (index, word) in bits.enumerated() where word != 0 {
      var rest = word
      while rest != 0 {
        positions.append(UInt32(index * 64 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
    return positions
  }
}
