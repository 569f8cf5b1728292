extension AnswerSet {
  /// The 64 identities from `first` on that are in the set, the lowest in the lowest bit.
  func bits(from first: Int64) -> UInt64 {
    let shift = UInt64(first & 63)
    let low = word(at: first - Int64(shift)) >> shift
    return shift == 0 ? low : low | word(at: first - Int64(shift) + 64) << (64 - shift)
  }

  /// Adds the identities from `first` on whose bits are set, the lowest bit being `first`.
  mutating func insert(bits: UInt64, from first: Int64) {
    let shift = UInt64(first & 63)
    insert(word: bits << shift, at: first - Int64(shift))
    if shift > 0 { insert(word: bits >> (64 - shift), at: first - Int64(shift) + 64) }
  }

  /// The bits of 64 identities from a multiple of 64 on.
  private func word(at first: Int64) -> UInt64 {
    let index = index(of: first >> 16)
    guard index < chunks.count, chunks[index].key == first >> 16 else { return 0 }
    return chunks[index].words[Int(first & 0xFFFF) >> 6]
  }

  private mutating func insert(word: UInt64, at first: Int64) {
    guard word != 0 else { return }
    let key = first >> 16
    let index = index(of: key)
    if index == chunks.count || chunks[index].key != key {
      chunks.insert(Chunk(key: key, words: Array(repeating: 0, count: Self.chunkWords)), at: index)
    }
    chunks[index].words[Int(first & 0xFFFF) >> 6] |= word
  }
}
