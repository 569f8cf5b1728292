internal import Glibc

/// The chunks met so far, by their bytes, with their words and where these stand: a chunk is cut once.
struct ChunkCache {
  /// A word in a chunk, by code points from the chunk's start.
  struct Place {
    let word: UInt32
    let start: UInt16
    let end: UInt16
  }

  struct Entry {
    let bytes: UInt32
    let byteCount: UInt16
    /// How many code points it has.
    let length: UInt16
    let places: UInt32
    let placeCount: UInt16
  }

  /// Chunks of more bytes are cut each time.
  static let longest = 96
  private(set) var entries: [Entry] = []
  private(set) var places: [Place] = []
  private var arena: [UInt8] = []
  /// Open addressing: the upper half of the hash, then the entry's number plus one; zero is free.
  private var slots = [UInt64](repeating: 0, count: 1 << 12)

  /// The hash of a chunk: eight bytes at a time.
  @inline(__always)
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index + 8 <= raw.count {
      hash =
        (hash ^ (unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
      index += 8
    }
    var rest: UInt64 = 0
    while index < raw.count {
      rest = rest << 8 | UInt64(unsafe raw[index])
      index += 1
    }
    hash = (hash ^ rest) &* 0xFF51_AFD7_ED55_8CCD
    return hash ^ hash >> 29
  }

  /// The entry of these bytes, or nil.
  @inline(__always)
  func find(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int? {
    let mask = slots.count - 1
    let tag = hash >> 32
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 32 == tag {
        let number = Int(slots[slot] & 0xFFFF_FFFF) - 1
        if unsafe isSame(number, bytes) { return number }
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  @inline(__always)
  private func isSame(_ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let entry = entries[number]
    guard Int(entry.byteCount) == bytes.count else { return false }
    let start = Int(entry.bytes)
    return unsafe arena.withUnsafeBytes { known in
      guard let left = known.baseAddress, let right = bytes.baseAddress else { return false }
      return unsafe memcmp(left + start, right, bytes.count) == 0
    }
  }

  /// Adds a chunk of at most ``longest`` bytes; returns its number.
  mutating func add(
    _ bytes: UnsafeBufferPointer<UInt8>, hash: UInt64, length: Int, _ chunkPlaces: [Place]
  ) -> Int {
    if entries.count * 2 > slots.count { grow() }
    entries.append(
      Entry(
        bytes: UInt32(arena.count), byteCount: UInt16(bytes.count), length: UInt16(length),
        places: UInt32(places.count), placeCount: UInt16(chunkPlaces.count)))
    unsafe arena.append(contentsOf: bytes)
    places.append(contentsOf: chunkPlaces)
    insert(UInt32(entries.count), hash)
    return entries.count - 1
  }

  private mutating func insert(_ number: UInt32, _ hash: UInt64) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(number)
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 4)
    for number in entries.indices {
      let entry = entries[number]
      let start = Int(entry.bytes)
      let hash = unsafe arena.withUnsafeBufferPointer {
        unsafe Self.hash(UnsafeBufferPointer(rebasing: $0[start..<(start + Int(entry.byteCount))]))
      }
      insert(UInt32(number + 1), hash)
    }
  }

  /// Forgets all, once so much is known that a hostile text must be feeding it.
  mutating func trim() {
    if entries.count > 4_000_000 || arena.count > 200_000_000 { self = ChunkCache() }
  }
}
