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

  public func size(of part: SegmentPart) -> Int { parts[part]?.count ?? 0 }

  public func read(_ part: SegmentPart, _ range: Range<Int>) -> [UInt8] {
    Array((parts[part] ?? [])[range.clamped(to: 0..<size(of: part))])
  }
}
