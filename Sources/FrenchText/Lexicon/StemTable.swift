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

  /// Reads the words of a `.dic` file. Cost: some 15 ms for 86,000 words.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var capacity = 1 << 12
    while capacity < bytes.count / 12 { capacity *= 2 }
    slots = [UInt32](repeating: 0, count: capacity)
    mask = capacity - 1
    stems.reserveCapacity(capacity / 2)
    read()
  }

  private mutating func read() {
    let bytes = self.bytes
    unsafe bytes.withUnsafeBufferPointer { buffer in
      var key: [UInt8] = []
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
          key.removeAll(keepingCapacity: true)
          unsafe FoldedBytes.append(UnsafeBufferPointer(rebasing: buffer[start..<wordEnd]), to: &key)
          var hash = KeyHash()
          for byte in key { hash.add(byte) }
          let stem = Stem(
            start: UInt32(start), wordLength: UInt16(wordEnd - start),
            flagsLength: UInt16(truncatingIfNeeded: slash < 0 ? 0 : index - slash - 1))
          insert(stem, hash: hash.value)
        }
        while index < buffer.count, unsafe buffer[index] != 0x0A { index += 1 }
        index += 1
      }
    }
  }

  private mutating func insert(_ stem: Stem, hash: UInt64) {
    guard stems.count < min(mask, 1 << Int(Self.numberBits) - 2) else { return }
    stems.append(stem)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = Self.tag(hash) | UInt32(stems.count)
  }

  /// Calls `body` with the number of each stem whose key has this hash (rarely, of another one too).
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

  /// The stem's word, in UTF-8.
  func word(_ stem: Int) -> ArraySlice<UInt8> {
    let (start, length) = (Int(stems[stem].start), Int(stems[stem].wordLength))
    return bytes[start..<(start + length)]
  }

  /// The stem's flags of two bytes each.
  func flags(_ stem: Int) -> [UInt16] {
    let first = Int(stems[stem].start) + Int(stems[stem].wordLength) + 1
    return stride(from: 0, to: Int(stems[stem].flagsLength) & ~1, by: 2).map {
      UInt16(bytes[first + $0]) << 8 | UInt16(bytes[first + $0 + 1])
    }
  }

  /// The stem's fields: `po:nom is:mas`.
  func fields(_ stem: Int) -> ArraySlice<UInt8> {
    var start = Int(stems[stem].start) + Int(stems[stem].wordLength)
    if stems[stem].flagsLength > 0 { start += 1 + Int(stems[stem].flagsLength) }
    let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
    return bytes[start..<end]
  }
}

/// A hash that grows a byte at a time (FNV-1a), so that every prefix of a word is hashed on the way.
struct KeyHash: Sendable {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

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
