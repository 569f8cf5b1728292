/// A key's spelling, in the order of keys.
struct KeySpelling: Comparable {
  let folded: [UInt8]
  let text: [UInt8]

  static func < (left: KeySpelling, right: KeySpelling) -> Bool {
    if left.folded != right.folded { return left.folded.lexicographicallyPrecedes(right.folded) }
    return left.text.lexicographicallyPrecedes(right.text)
  }
}

extension KeyTable {
  /// The spellings of all keys, in order.
  func spellings() throws -> [KeySpelling] {
    var spellings: [KeySpelling] = []
    spellings.reserveCapacity(count)
    try forEachKey(from: []) { entry in
      spellings.append(KeySpelling(folded: entry.folded, text: entry.bytes))
      return true
    }
    guard spellings.count == count else { throw IndexError.damaged(.keys) }
    return spellings
  }

  /// Calls `body` with the keys that have these numbers, given in ascending order, and each one's index
  /// among them. Every block is read once.
  func forEachKey(numbered numbers: [UInt32], _ body: (Int, Entry) throws -> Void) throws {
    var next = 0
    while next < numbers.count {
      let block = Int(numbers[next]) / SegmentLayout.keyBlock
      let before = next
      try forEachKey(inBlock: block) { entry in
        while next < numbers.count, numbers[next] == entry.number {
          try body(next, entry)
          next += 1
        }
        return next < numbers.count && Int(numbers[next]) / SegmentLayout.keyBlock == block
      }
      guard next > before else { throw IndexError.damaged(.keys) }
    }
  }
}
