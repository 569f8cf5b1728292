/// A segment's parts in memory.
public struct MemoryStorage: SegmentStorage, Sendable {
  private var parts: [SegmentPart: [UInt8]]

  /// The parts of a segment just built.
  public init(_ draft: SegmentDraft) {
    parts = Dictionary(uniqueKeysWithValues: draft.parts.map { ($0.part, $0.bytes) })
  }

  /// A part's bytes, for tests that damage them.
  subscript(part: SegmentPart) -> [UInt8] {
    get { parts[part] ?? [] }
    set { parts[part] = newValue }
  }

  /// The size of a part in bytes; 0 where there is none.
  public func size(of part: SegmentPart) -> Int { parts[part]?.count ?? 0 }

  /// Copies the bytes of a part in `range`, as far as it reaches.
  public func read(
    _ part: SegmentPart, _ range: Range<Int>, into memory: UnsafeMutableRawBufferPointer
  ) -> Int {
    let bytes = (parts[part] ?? [])[range.clamped(to: 0..<size(of: part))]
    unsafe memory.copyBytes(from: bytes)
    return bytes.count
  }
}
