import CodingModel

/// The checksums of a segment's parts: a number for every block of bytes, so that whatever is read of a part can be told to
/// be what was written.
enum BlockChecksums {
  /// The parts with checksums: all but the header, which ends with its own, and the checksums themselves.
  static let parts = SegmentPart.allCases.filter { $0 != .header && $0 != .checksums }

  /// How many blocks so many bytes take.
  static func blockCount(of size: Int) -> Int { (size + LazyReading.pageSize - 1) / LazyReading.pageSize }

  /// The place among all checksums of the first of each part, by the part's number, and how many there are.
  ///
  /// - Parameter sizes: the size of every part by its number.
  static func layout(_ sizes: [Int]) -> (first: [Int], count: Int) {
    var first = [Int](repeating: 0, count: sizes.count)
    var count = 0
    for part in parts {
      first[part.rawValue] = count
      count += blockCount(of: sizes[part.rawValue])
    }
    return (first, count)
  }

  /// The checksum of a block.
  static func checksum(of block: UnsafeRawBufferPointer) -> UInt32 {
    UInt32(truncatingIfNeeded: unsafe XXH64.hash(block))
  }

  /// The checksums of all parts.
  static func encoded(_ bytes: (SegmentPart) -> [UInt8]) -> [UInt8] {
    var writer = ByteWriter()
    for part in parts {
      unsafe bytes(part).withUnsafeBytes { bytes in
        for start in stride(from: 0, to: bytes.count, by: LazyReading.pageSize) {
          let end = min(start + LazyReading.pageSize, bytes.count)
          writer.append(unsafe checksum(of: UnsafeRawBufferPointer(rebasing: bytes[start..<end])))
        }
      }
    }
    return writer.bytes
  }
}
