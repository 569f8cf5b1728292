internal import Glibc

/// The words of chunks met so far and where these stand, and the longer chunks by their bytes: a chunk is cut
/// once. Chunks of a few bytes are found by ``ShortChunks``.
struct ChunkCache {
  /// A word in a chunk, by code points from the chunk's start.
  struct Place {
    let word: UInt32
    let start: UInt16
    let end: UInt16
  }

  private struct Entry {
    var bytes: UInt32
    var byteCount: UInt16
    /// How many code points it has.
    let length: UInt16
    let places: UInt32
    let placeCount: UInt16
  }

  /// Chunks of more bytes are cut each time.
  static let longest = 96
  private var entries: [Entry] = []
  private var places: [Place] = []
  private var arena: [UInt8] = []
  /// The numbers of the chunks that are found by their bytes.
  private var keyed: [UInt32] = []
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

  /// Adds a chunk of at most ``longest`` bytes, to be found by these.
  mutating func add(
    _ bytes: UnsafeBufferPointer<UInt8>, hash: UInt64, length: UInt32, _ chunkPlaces: [Place]
  ) {
    if keyed.count * 2 > slots.count { grow() }
    let start = UInt32(arena.count)
    unsafe arena.append(contentsOf: bytes)
    let number = add(length: length, chunkPlaces)
    entries[Int(number)].bytes = start
    entries[Int(number)].byteCount = UInt16(bytes.count)
    keyed.append(number)
    insert(number + 1, hash)
  }

  /// Adds the words of a chunk that is found otherwise; returns its number.
  mutating func add(length: UInt32, _ chunkPlaces: [Place]) -> UInt32 {
    entries.append(
      Entry(
        bytes: 0, byteCount: 0, length: UInt16(length), places: UInt32(places.count),
        placeCount: UInt16(chunkPlaces.count)))
    places.append(contentsOf: chunkPlaces)
    return UInt32(entries.count - 1)
  }

  /// The words of a chunk by its number, and where they stand in it.
  @inline(__always)
  func places(of number: Int) -> ArraySlice<Place> {
    let start = Int(entries[number].places)
    return places[start..<(start + Int(entries[number].placeCount))]
  }

  /// How many code points the chunk of a number has.
  func length(of number: Int) -> UInt32 { UInt32(entries[number].length) }

  private mutating func insert(_ number: UInt32, _ hash: UInt64) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(number)
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 4)
    for number in keyed {
      let entry = entries[Int(number)]
      let start = Int(entry.bytes)
      let hash = unsafe arena.withUnsafeBufferPointer {
        unsafe Self.hash(UnsafeBufferPointer(rebasing: $0[start..<(start + Int(entry.byteCount))]))
      }
      insert(number + 1, hash)
    }
  }

  /// Whether so much is known that a hostile text must be feeding it.
  var isFull: Bool { entries.count > 4_000_000 || arena.count > 200_000_000 }
}
