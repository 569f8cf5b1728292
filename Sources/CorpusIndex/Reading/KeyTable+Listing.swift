/// A key's spelling, in the order of keys.
struct KeySpelling: Comparable {
  let folded: [UInt8]
  let text: [UInt8]

  static func < (left: KeySpelling, right: KeySpelling) -> Bool {
    if left.folded != right.folded { return left.folded.lexicographicallyPrecedes(right.folded) }
    return left.text.lexicographicallyPrecedes(right.text)
  }
}

/// The spellings of a segment's keys one after another, of which those of one block are held.
struct SpellingCursor {
  private let table: KeyTable
  private var block: [KeySpelling] = []
  private var place = 0
  /// The number of the key that ``current`` is of; the number of keys after the last.
  private(set) var number = 0

  /// At the first key.
  init(_ table: KeyTable) throws {
    self.table = table
    try fill()
  }

  /// The spelling of the key; nil after the last.
  var current: KeySpelling? { place < block.count ? block[place] : nil }

  /// Goes on to the next key.
  mutating func advance() throws {
    place += 1
    number += 1
    if place == block.count { try fill() }
  }

  private mutating func fill() throws {
    block.removeAll(keepingCapacity: true)
    place = 0
    guard number < table.count else { return }
    try table.forEachKey(inBlock: number / SegmentLayout.keyBlock) { entry in
      block.append(KeySpelling(folded: entry.folded, text: entry.bytes))
      return true
    }
  }
}

extension KeyTable {
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
