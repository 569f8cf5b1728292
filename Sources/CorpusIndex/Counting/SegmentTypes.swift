/// The types of all tokens of a segment, read and checked, for several threads at a time.
@safe struct SegmentTypes: @unchecked Sendable {
  // Sendable since the memory is the stream's, which does not change once all of it has been read.

  private let shorts: UnsafeBufferPointer<UInt16>
  /// Where the types are that do not fit into the stream, ascending.
  private var rarePlaces: [UInt32] = []
  /// These types.
  private var rareTypes: [UInt32] = []
  /// What holds the memory.
  private let owner: TokenStream

  /// Reads the segment's stream as a whole.
  ///
  /// - Throws: ``IndexError/damaged(_:)`` where a type is not one of the segment's, and what the storage throws.
  init(_ segment: CorpusSegment) throws {
    let tokens = segment.tokens
    owner = tokens
    for page in stride(from: 0, to: tokens.count, by: StreamPages.tokens) { _ = try tokens.type(at: page) }
    guard let shorts = unsafe try tokens.shorts() else { throw IndexError.damaged(.stream) }
    unsafe self.shorts = unsafe shorts
    var greatest: UInt16 = 0
    for start in stride(from: 0, to: tokens.count, by: 256) {
      let range = start..<min(start + 256, tokens.count)
      var marks: UInt16 = 0
      for index in range {
        let short = unsafe shorts[index]
        let isRare = short == SegmentLayout.rareMark
        marks |= isRare ? 1 : 0
        greatest = max(greatest, isRare ? 0 : short)
      }
      guard marks > 0 else { continue }
      for index in range where unsafe shorts[index] == SegmentLayout.rareMark {
        rarePlaces.append(UInt32(index))
        rareTypes.append(try tokens.type(at: index))
      }
    }
    guard tokens.count == 0 || Int(greatest) < segment.header.typeCount else {
      throw IndexError.damaged(.stream)
    }
  }

  /// The type of a token of the segment; below the number of its types.
  @inline(__always)
  subscript(position: Int) -> Int {
    let short = unsafe shorts[position]
    return short == SegmentLayout.rareMark ? rareType(at: position) : Int(short)
  }

  @inline(never)
  private func rareType(at position: Int) -> Int {
    Int(rareTypes[rarePlaces.partitionIndex { Int($0) >= position }])
  }
}
