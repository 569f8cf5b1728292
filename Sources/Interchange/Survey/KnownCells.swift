/// The different cells of a column, numbered: what a million rows write alike is read as text once.
///
/// It knows at most ``limit`` short cells, of which each is found within a few steps or not at all, so that no file
/// can make it slow or large.
struct KnownCells: Sendable {
  /// How many cells are known at most, how long they are at most, in bytes, and in how many places each may stand.
  static let limit = 4096, lengthLimit = 64, stepLimit = 16

  /// The text of each cell by its number, without the spaces around it.
  private(set) var texts: [String] = []

  /// Open addressing: a cell's number and 1; 0 where free.
  private var slots = [UInt16](repeating: 0, count: 2 * limit)
  private var bytes: [UInt8] = []
  /// Where each cell's bytes end.
  private var ends: [Int] = []

  /// The number of a cell, which is added where it is new; nil where it is not to be known.
  ///
  /// - Parameter text: the text of the cell.
  mutating func number(of cell: Span<UInt8>, text: @autoclosure () -> String) -> Int? {
    guard cell.count <= Self.lengthLimit else { return nil }
    let mask = slots.count - 1
    var slot = Self.hash(cell) & mask
    for _ in 0..<Self.stepLimit {
      let found = Int(slots[slot]) - 1
      if found < 0 { break }
      if isCell(found, cell) { return found }
      slot = (slot + 1) & mask
    }
    guard slots[slot] == 0, texts.count < Self.limit else { return nil }
    for index in cell.indices { bytes.append(cell[index]) }
    ends.append(bytes.count)
    texts.append(text())
    slots[slot] = UInt16(texts.count)
    return texts.count - 1
  }

  private func isCell(_ number: Int, _ cell: Span<UInt8>) -> Bool {
    let start = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - start == cell.count else { return false }
    for index in cell.indices where bytes[start + index] != cell[index] { return false }
    return true
  }

  /// FNV-1a with the upper half mixed in.
  private static func hash(_ cell: Span<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in cell.indices { hash = (hash ^ UInt64(cell[index])) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
