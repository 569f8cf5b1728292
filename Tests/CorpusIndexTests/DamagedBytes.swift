@testable import CorpusIndex

extension MemoryStorage {
  /// Puts other bytes in a part's place, with the checksums that go with them: what reads a part must bear whatever is in
  /// it, not only what its checksum lets through.
  mutating func forge(_ part: SegmentPart, _ bytes: [UInt8]) {
    self[part] = bytes
    switch part {
    case .checksums: break
    case .header: self[part] = SegmentHeader.sealed(bytes.dropLast(4))
    default: self[.checksums] = BlockChecksums.encoded { self[$0] }
    }
  }
}

/// Bytes as damage leaves them.
enum DamagedBytes {
  /// A part's bytes damaged in the way of a round: the first five rounds leave nothing, only ones, only zeros, less or more
  /// than there was; the others change one to three bytes by chance.
  static func make(_ bytes: [UInt8], round: Int, _ dice: inout Dice) -> [UInt8] {
    var bytes = bytes
    switch round {
    case 0: return []
    case 1: return Array(repeating: 0xFF, count: bytes.count)
    case 2: return Array(repeating: 0, count: bytes.count)
    case 3: bytes.removeLast(min(bytes.count, 4))
    case 4: bytes += [1, 2, 3, 4]
    default:
      for _ in 0...dice.roll(3) where !bytes.isEmpty {
        bytes[dice.roll(bytes.count)] = UInt8(dice.pick([0, 1, 0x7F, 0x80, 0xFF, dice.roll(256)]))
      }
    }
    return bytes
  }
}
