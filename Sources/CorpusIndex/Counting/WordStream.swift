/// Words of many units one after another, in pieces that several threads write and read at a time.
///
/// Of answers and sentences it holds the different words, ascending, the first one marked; of windows every token,
/// with a boundary after each answer. A piece holds whole units.
@safe final class WordStream: @unchecked Sendable {
  // Sendable since it is written only while it is made, each piece by one thread.

  /// Marks the first word of a unit.
  static let first: UInt32 = 1 << 31
  /// No word: a token that is not counted.
  static let other = UInt32.max
  /// The end of an answer.
  static let boundary = UInt32.max - 1
  /// A word that is counted but too rare to be listed.
  static let unlisted = UInt32.max - 2

  /// So many boundaries stand before and after everything.
  static let margin = 48

  /// Where the pieces are, ascending; between them is nothing.
  let pieces: [Range<Int>]
  /// The words, by their places in ``pieces``.
  let words: UnsafePointer<UInt32>
  private let memory: UnsafeMutableRawPointer
  private let byteCount: Int

  /// A stream of so many pieces with room for so many words each.
  ///
  /// - Parameter fill: writes the words of the piece with that number to the beginning of the room for it and says how
  ///   many they are; called on several threads at a time.
  init(room: [Int], _ fill: @Sendable (Int, UnsafeMutableBufferPointer<UInt32>) -> Int) {
    var starts = [Self.margin]
    for size in room { starts.append(starts[starts.count - 1] + size) }
    let count = starts[room.count]
    byteCount = (count + Self.margin) * MemoryLayout<UInt32>.stride
    unsafe memory = ZeroedMemory.take(byteCount: byteCount)
    nonisolated(unsafe) let base = unsafe memory.bindMemory(to: UInt32.self, capacity: count + Self.margin)
    unsafe base.update(repeating: Self.boundary, count: Self.margin)
    unsafe (base + count).update(repeating: Self.boundary, count: Self.margin)
    unsafe words = UnsafePointer(base)
    let counts = Workers.map(room.count, state: 0) { [starts] piece, _ in
      unsafe fill(piece, UnsafeMutableBufferPointer(start: base + starts[piece], count: room[piece]))
    }.results
    pieces = room.indices.map { starts[$0]..<starts[$0] + counts[$0] }
  }

  /// How many words and boundaries there are.
  var count: Int { pieces.reduce(0) { $0 + $1.count } }

  deinit { unsafe ZeroedMemory.release(memory, byteCount: byteCount) }
}
