/// Where the bytes of one segment are kept: in a project file, or in memory.
public protocol SegmentStorage {
  /// The size of a part in bytes; 0 where there is none.
  func size(of part: SegmentPart) throws -> Int
  /// Copies the bytes of a part in `range` to a place that has room for them.
  ///
  /// Ranges start at multiples of ``LazyReading/pageSize`` and end at one or at the part's end.
  ///
  /// - Returns: how many bytes there are; fewer where the part is shorter, which is then found to be damaged.
  func read(_ part: SegmentPart, _ range: Range<Int>, into memory: UnsafeMutableRawBufferPointer) throws
    -> Int
}

extension SegmentStorage {
  /// The bytes of a part in `range`; fewer where the part is shorter.
  func read(_ part: SegmentPart, _ range: Range<Int>) throws -> [UInt8] {
    unsafe try [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      count = unsafe try read(part, range, into: UnsafeMutableRawBufferPointer(buffer))
    }
  }
}

/// How parts are read where they are needed.
public enum LazyReading {
  /// Bytes that are read at least, those of one checksum: a rare word's postings are a few.
  public static let pageSize = 1 << 12
}
