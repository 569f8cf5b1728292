/// The spellings of a segment in order, with the types that they lead to.
final class KeyTable {
  /// A key as it is read; its buffers are valid during the call that hands it out.
  @safe struct Entry {
    let number: UInt32
    let folded: [UInt8]
    /// The key's own bytes where they differ from the folded ones.
    fileprivate let spelled: UnsafeRawBufferPointer?
    fileprivate let display: UnsafeRawBufferPointer?
    fileprivate var uses: ByteCursor
    fileprivate let useCount: UInt32
    fileprivate let typeCount: UInt32

    /// Whether the spelling is not its own folded form.
    var hasAccent: Bool { unsafe spelled != nil }

    /// The bytes of the normalised spelling.
    var bytes: [UInt8] { unsafe spelled.map { unsafe Array($0) } ?? folded }

    /// Calls `body` with the bytes of the normalised spelling, without copying them.
    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
      if let spelled = unsafe spelled { return unsafe body(spelled) }
      return unsafe folded.withUnsafeBytes { unsafe body($0) }
    }

    /// The normalised spelling.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// How a lemma with this key is usually written.
    var displayed: String {
      unsafe display.map { unsafe String(decoding: $0, as: UTF8.self) } ?? text
    }

    /// Calls `body` with the types that it leads to in one of `roles`, ascending.
    func forEachType(in roles: KeyRole, _ body: (UInt32) throws -> Void) throws {
      var cursor = uses
      var type: UInt32 = 0
      for _ in 0..<useCount {
        let value = try cursor.varint()
        let (next, overflow) = type.addingReportingOverflow(value >> 4)
        guard !overflow, next < typeCount else { throw IndexError.damaged(.keys) }
        type = next
        if !roles.isDisjoint(with: KeyRole(rawValue: UInt8(value & 15))) { try body(type) }
      }
    }
  }

  private let parts: SegmentParts

  init(_ parts: SegmentParts) {
    self.parts = parts
  }

  var count: Int { parts.header.keyCount }
  private var blockCount: Int { parts.header.keyBlockCount }

  /// Calls `body` with every key whose folded bytes are `folded`.
  func forEachKey(folded: [UInt8], _ body: (Entry) throws -> Void) throws {
    try forEachKey(from: folded) { entry in
      if entry.folded == folded {
        try body(entry)
        return true
      }
      return entry.folded.lexicographicallyPrecedes(folded)
    }
  }

  /// Calls `body` with every key whose folded bytes begin with `prefix`.
  func forEachKey(prefix: [UInt8], _ body: (Entry) throws -> Void) throws {
    try forEachKey(from: prefix) { entry in
      if entry.folded.starts(with: prefix) {
        try body(entry)
        return true
      }
      return entry.folded.lexicographicallyPrecedes(prefix)
    }
  }

  /// Calls `body` with keys in order, from the block where `folded` would be on, until it returns false.
  func forEachKey(from folded: [UInt8], _ body: (Entry) throws -> Bool) throws {
    guard blockCount > 0 else { return }
    var (low, high) = (0, blockCount)
    while low < high {
      let middle = (low + high) / 2
      if unsafe try name(ofBlock: middle).lexicographicallyPrecedes(folded) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    for block in max(0, low - 1)..<blockCount {
      guard try forEachKey(inBlock: block, body) else { return }
    }
  }

  private func name(ofBlock block: Int) throws -> UnsafeRawBufferPointer {
    let index = parts[.keyIndex]
    let names = blockCount * 8
    let start = try names + Int(index.number(at: block * 8 + 4, as: UInt32.self))
    let end =
      block + 1 < blockCount
      ? try names + Int(index.number(at: block * 8 + 12, as: UInt32.self)) : index.count
    guard start <= end else { throw IndexError.damaged(.keyIndex) }
    return unsafe try index.bytes(start..<end)
  }

  /// Calls `body` with the keys of a block until it returns false; returns whether it never did.
  @discardableResult
  func forEachKey(inBlock block: Int, _ body: (Entry) throws -> Bool) throws -> Bool {
    guard block >= 0, block < blockCount else { throw IndexError.damaged(.types) }
    let index = parts[.keyIndex]
    let keys = parts[.keys]
    let start = try Int(index.number(at: block * 8, as: UInt32.self))
    let end = block + 1 < blockCount ? try Int(index.number(at: block * 8 + 8, as: UInt32.self)) : keys.count
    guard start <= end else { throw IndexError.damaged(.keyIndex) }
    var cursor = unsafe ByteCursor(try keys.bytes(start..<end), of: .keys)
    var folded: [UInt8] = []
    let first = block * SegmentLayout.keyBlock
    for number in first..<min(first + SegmentLayout.keyBlock, count) {
      let shared = try Int(cursor.varint())
      guard shared <= folded.count else { throw IndexError.damaged(.keys) }
      folded.removeLast(folded.count - shared)
      unsafe folded.append(contentsOf: try cursor.counted())
      let flags = try cursor.byte()
      let spelled = unsafe flags & 1 != 0 ? try cursor.counted() : nil
      let display = unsafe flags & 2 != 0 ? try cursor.counted() : nil
      let useCount = try cursor.varint()
      let entry = unsafe Entry(
        number: UInt32(number), folded: folded, spelled: spelled, display: display, uses: cursor,
        useCount: useCount, typeCount: UInt32(parts.header.typeCount))
      guard try body(entry) else { return false }
      for _ in 0..<useCount { _ = try cursor.varint() }
    }
    return true
  }
}
