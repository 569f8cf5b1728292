/// A line of the dictionary: a word, the flags of its affixes, what it is.
struct Stem: Sendable {
  let start: UInt32
  let wordLength: UInt16
  let flagsLength: UInt16
}

/// The words of a dictionary, found by the hash of their key (``FoldedBytes``); built in one pass over the file.
struct StemTable: Sendable {
  let bytes: [UInt8]
  private(set) var stems: [Stem] = []
  /// Open addressing: 14 bits of the hash, then the stem's number plus one; zero is free.
  private var slots: [UInt32]
  private static let numberBits: UInt32 = 18
  private let mask: Int

  /// Reads the words of a `.dic` file. Cost: some 5 ms for 86,000 words.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var capacity = 1 << 12
    while capacity < bytes.count / 12 { capacity *= 2 }
    mask = capacity - 1
    var slots = [UInt32](repeating: 0, count: capacity)
    let most = min(mask, 1 << Int(Self.numberBits) - 2)
    let mask = self.mask
    stems = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe slots.withUnsafeMutableBufferPointer { slots in
        unsafe Array(unsafeUninitializedCapacity: most) { stems, count in
          unsafe Self.forEach(buffer) { stem, hash in
            guard count < most else { return }
            unsafe stems.initializeElement(at: count, to: stem)
            count += 1
            var slot = Int(truncatingIfNeeded: hash) & mask
            while unsafe slots[slot] != 0 { slot = (slot + 1) & mask }
            unsafe slots[slot] = Self.tag(hash) | UInt32(count)
          }
        }
      }
    }
    self.slots = slots
  }

  /// Calls `body` with each line that holds a word, and the hash of its key.
  @inline(__always)
  private static func forEach(_ buffer: UnsafeBufferPointer<UInt8>, _ body: (Stem, UInt64) -> Void) {
    var index = 0
    while index < buffer.count {
      let start = index
      var slash = -1
      while index < buffer.count, unsafe buffer[index] > 0x20 {
        if unsafe buffer[index] == 0x2F, index > start, slash < 0 { slash = index }
        index += 1
      }
      let wordEnd = slash < 0 ? index : slash
      if wordEnd > start, wordEnd - start < 200,
        unsafe buffer[start] < 0x30 || buffer[start] > 0x39 || start > 0
      {
        var hash = KeyHash()
        unsafe FoldedBytes.forEach(UnsafeBufferPointer(rebasing: buffer[start..<wordEnd])) { hash.add($0) }
        let stem = Stem(
          start: UInt32(truncatingIfNeeded: start), wordLength: UInt16(wordEnd - start),
          flagsLength: UInt16(truncatingIfNeeded: slash < 0 ? 0 : index - slash - 1))
        body(stem, hash.value)
      }
      while index < buffer.count, unsafe buffer[index] != 0x0A { index += 1 }
      index += 1
    }
  }

  /// Calls `body` with the number of each stem whose key has this hash (rarely, of another one too).
  @inline(__always)
  func forEach(hash: UInt64, _ body: (Int) -> Void) {
    let tag = Self.tag(hash)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] >> Self.numberBits == tag >> Self.numberBits {
        body(Int(slots[slot] & (1 << Self.numberBits - 1)) - 1)
      }
      slot = (slot + 1) & mask
    }
  }

  private static func tag(_ hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash >> 40) << numberBits
  }

  /// Calls `body` with the stem's word, in UTF-8.
  @inline(__always)
  func withWord<Result>(_ stem: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let (start, length) = (Int(stems[stem].start), Int(stems[stem].wordLength))
    return unsafe bytes.withUnsafeBufferPointer {
      unsafe body(UnsafeBufferPointer(rebasing: $0[start..<(start + length)]))
    }
  }

  /// The stem's word.
  func word(_ stem: Int) -> String { unsafe withWord(stem) { unsafe String(decoding: $0, as: UTF8.self) } }

  /// How many flags, of two bytes each, the stem has.
  func flagCount(_ stem: Int) -> Int { Int(stems[stem].flagsLength) / 2 }

  /// A flag of the stem, by its place.
  @inline(__always)
  func flag(_ stem: Int, _ place: Int) -> UInt16 {
    let start = Int(stems[stem].start) + Int(stems[stem].wordLength) + 1 + place * 2
    return UInt16(bytes[start]) << 8 | UInt16(bytes[start + 1])
  }

  /// Whether the stem has a flag.
  func has(_ flag: UInt16, _ stem: Int) -> Bool {
    for place in 0..<flagCount(stem) where self.flag(stem, place) == flag { return true }
    return false
  }

  /// Calls `body` with the stem's fields: `po:nom is:mas`.
  func withFields<Result>(_ stem: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var start = Int(stems[stem].start) + Int(stems[stem].wordLength)
    if stems[stem].flagsLength > 0 { start += 1 + Int(stems[stem].flagsLength) }
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      var end = start
      while end < bytes.count, unsafe bytes[end] != 0x0A { end += 1 }
      return unsafe body(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    }
  }
}

/// A hash that grows a byte at a time (FNV-1a), so that every prefix of a word is hashed on the way.
struct KeyHash: Sendable {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The state, mixed so that any of its bits may serve.
  var value: UInt64 {
    var mixed = (state ^ state >> 32) &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed >> 29
    return mixed
  }
}
