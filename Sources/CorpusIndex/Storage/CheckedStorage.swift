/// A segment's parts where they are stored, of which nothing is given whose checksum is not right.
final class CheckedStorage {
  private let storage: any SegmentStorage
  private let sizes: [Int]
  /// The place of each part's first checksum, by its number.
  private let firstChecksum: [Int]
  /// The checksums of all parts; none before the first is needed.
  private var checksums: [UInt8] = []

  init(_ storage: any SegmentStorage, _ header: SegmentHeader) {
    self.storage = storage
    sizes = header.sizes
    firstChecksum = BlockChecksums.layout(header.sizes).first
  }

  /// The size of a part as the header says.
  func size(of part: SegmentPart) -> Int { sizes[part.rawValue] }

  /// Whether a part has the size that the header says.
  func hasRightSize(_ part: SegmentPart) throws -> Bool { try storage.size(of: part) == size(of: part) }

  /// Copies whole blocks of a part to a place that has room for them.
  ///
  /// - Parameter range: from a block's start to another's, or to the part's end.
  /// - Throws: ``IndexError/damaged(_:)``, or what the storage throws.
  func read(_ part: SegmentPart, _ range: Range<Int>, into memory: UnsafeMutableRawBufferPointer) throws {
    guard unsafe try storage.read(part, range, into: memory) == range.count else {
      throw IndexError.damaged(part)
    }
    if checksums.isEmpty { try readChecksums() }
    var next = firstChecksum[part.rawValue] + range.lowerBound / LazyReading.pageSize
    for start in stride(from: 0, to: range.count, by: LazyReading.pageSize) {
      let end = min(start + LazyReading.pageSize, range.count)
      let found = unsafe BlockChecksums.checksum(of: UnsafeRawBufferPointer(rebasing: memory[start..<end]))
      guard
        unsafe checksums.withUnsafeBytes({
          unsafe UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: 4 * next, as: UInt32.self)) == found
        })
      else { throw IndexError.damaged(part) }
      next += 1
    }
  }

  /// The bytes of a part in `range`, which is inside of it.
  func read(_ part: SegmentPart, _ range: Range<Int>) throws -> ArraySlice<UInt8> {
    let first = range.lowerBound & ~(LazyReading.pageSize - 1)
    let end = min(BlockChecksums.blockCount(of: range.upperBound) * LazyReading.pageSize, size(of: part))
    let blocks = unsafe try [UInt8](unsafeUninitializedCapacity: end - first) { buffer, count in
      unsafe try read(part, first..<end, into: UnsafeMutableRawBufferPointer(buffer))
      count = end - first
    }
    return blocks[range.lowerBound - first..<range.upperBound - first]
  }

  private func readChecksums() throws {
    let size = size(of: .checksums)
    guard try hasRightSize(.checksums) else { throw IndexError.damaged(.checksums) }
    let bytes = try storage.read(.checksums, 0..<size)
    guard bytes.count == size else { throw IndexError.damaged(.checksums) }
    checksums = bytes
  }
}
