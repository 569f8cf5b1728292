/// Memory for sets of one segment's tokens, used again once a set is gone: asking the system for some megabytes at
/// each query costs as much as filling them.
///
/// Not Sendable: one thread at a time, as its segment.
@safe final class PositionPool {
  /// How many blocks wait to be used again at most.
  private static let kept = 4

  /// How many tokens the segment has.
  let count: Int
  /// How many words of 64 bits a set has; two more are there, always 0, so that any 64 bits
  /// can be looked at together, from just behind the last token too.
  let wordCount: Int
  private var free: [UnsafeMutablePointer<UInt64>] = unsafe []
  private var byteCount: Int { (wordCount + 2) * MemoryLayout<UInt64>.size }

  /// Memory for sets of a segment with `count` tokens.
  init(count: Int) {
    self.count = count
    wordCount = (count + 63) / 64
  }

  deinit {
    while let block = unsafe free.popLast() { unsafe release(block) }
  }

  private func release(_ block: UnsafeMutablePointer<UInt64>) {
    unsafe ZeroedMemory.release(UnsafeMutableRawPointer(block), byteCount: byteCount)
  }

  /// A block of zeros from the word `first` on; those before it may hold anything.
  func take(emptyFrom first: Int = 0) -> UnsafeMutablePointer<UInt64> {
    if let block = unsafe free.popLast() {
      unsafe (block + first).update(repeating: 0, count: wordCount + 2 - first)
      return unsafe block
    }
    return unsafe ZeroedMemory.take(byteCount: byteCount).bindMemory(to: UInt64.self, capacity: wordCount + 2)
  }

  /// Takes back a block of ``take()``.
  func give(_ block: UnsafeMutablePointer<UInt64>) {
    if unsafe free.count < Self.kept { unsafe free.append(block) } else { unsafe release(block) }
  }
}
