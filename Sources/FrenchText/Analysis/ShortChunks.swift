/// The chunks of at most sixteen bytes met so far, by their bytes, with what each is: nearly all that is read.
///
/// All that a chunk of one word needs stands in its slot, so that finding it reads one place of memory.
struct ShortChunks {
  /// A chunk's bytes, the rest zero. No chunk holds a zero byte, so no two chunks share a key.
  struct Key: Equatable {
    var low: UInt64
    var high: UInt64

    @inline(__always)
    var hash: UInt64 {
      var hash = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xFF51_AFD7_ED55_8CCD
      hash = (hash ^ hash >> 32) &* 0xC4CE_B9FE_1A85_EC53
      return hash ^ hash >> 29
    }
  }

  /// What a chunk is.
  struct Content {
    /// The word that is all of it; where it has several or none, the number of its ``ChunkCache/Entry``.
    var number: UInt32
    /// How many code points it has.
    var length: UInt8
    var isOneWord: Bool
  }

  private struct Slot {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var content = Content(number: 0, length: 0, isOneWord: false)
  }

  /// The most bytes a chunk may have here.
  static let longest = 16
  private(set) var count = 0
  /// Open addressing; a lower half of zero is free.
  private var slots = [Slot](repeating: Slot(), count: 1 << 12)
  /// The chunks found last, each at the one place its hash gives it: the few thousand that make up most of any
  /// text, close enough together to stay in the processor's cache.
  private var recent = [Slot](repeating: Slot(), count: 1 << recentBits)
  private static let recentBits = 12

  /// The key of `count` bytes from `start` on, at most ``longest``.
  @inline(__always)
  static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Key {
    if start + longest <= bytes.count {
      let raw = UnsafeRawBufferPointer(bytes)
      let low = unsafe raw.loadUnaligned(fromByteOffset: start, as: UInt64.self)
      if count <= 8 {
        return Key(low: low & (~0 >> UInt64(truncatingIfNeeded: 64 - count * 8)), high: 0)
      }
      let high = unsafe raw.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self)
      return Key(low: low, high: high & (~0 >> UInt64(truncatingIfNeeded: 128 - count * 8)))
    }
    var key = Key(low: 0, high: 0)
    for index in 0..<count {
      let byte = UInt64(unsafe bytes[start + index])
      if index < 8 {
        key.low |= byte << UInt64(index * 8)
      } else {
        key.high |= byte << UInt64(index * 8 - 64)
      }
    }
    return key
  }

  /// What the chunk of this key is, or nil where it is new.
  @inline(__always)
  mutating func find(_ key: Key) -> Content? {
    let hash = key.hash
    let place = Int(truncatingIfNeeded: hash >> UInt64(64 - Self.recentBits))
    let slot = recent[place]
    if slot.low == key.low && slot.high == key.high { return slot.content }
    guard let content = lookUp(key, hash) else { return nil }
    recent[place] = Slot(low: key.low, high: key.high, content: content)
    return content
  }

  private func lookUp(_ key: Key, _ hash: UInt64) -> Content? {
    unsafe slots.withUnsafeBufferPointer { slots in
      let mask = slots.count - 1
      var place = Int(truncatingIfNeeded: hash) & mask
      while true {
        let slot = unsafe slots[place]
        if slot.low == key.low && slot.high == key.high { return slot.content }
        if slot.low == 0 { return nil }
        place = (place + 1) & mask
      }
    }
  }

  /// Adds a chunk that is new.
  mutating func add(_ key: Key, _ content: Content) {
    if count * 3 >= slots.count * 2 { grow() }
    count += 1
    insert(Slot(low: key.low, high: key.high, content: content))
  }

  private mutating func insert(_ slot: Slot) {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: Key(low: slot.low, high: slot.high).hash) & mask
    while slots[place].low != 0 { place = (place + 1) & mask }
    slots[place] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.low != 0 { insert(slot) }
  }
}
