import CodingModel
import Testing

@testable import CorpusIndex

struct BlockChecksumsTests {
  @Test("A checksum for every 4,096 bytes of each part, the last for what is left")
  func layout() {
    var sizes = [Int](repeating: 0, count: SegmentPart.allCases.count)
    sizes[SegmentPart.header.rawValue] = 9_999
    sizes[SegmentPart.answers.rawValue] = 4096
    sizes[SegmentPart.stream.rawValue] = 4097
    sizes[SegmentPart.keys.rawValue] = 1
    sizes[SegmentPart.checksums.rawValue] = 9_999
    let layout = BlockChecksums.layout(sizes)
    #expect(layout.count == 4)
    #expect(layout.first[SegmentPart.answers.rawValue] == 0)
    #expect(layout.first[SegmentPart.stream.rawValue] == 1)
    #expect(layout.first[SegmentPart.keys.rawValue] == 3)
    #expect([0, 1, 4096, 4097, 8192].map(BlockChecksums.blockCount) == [0, 1, 1, 2, 2])
  }

  @Test("They are the lower halves of XXH64, part after part")
  func encoded() {
    let bytes = (0..<9000).map { UInt8(truncatingIfNeeded: $0 * 31) }
    let parts: [SegmentPart: [UInt8]] = [.answers: bytes, .postings: [7]]
    let blocks = [Array(bytes[..<4096]), Array(bytes[4096..<8192]), Array(bytes[8192...]), [7]]
    var expected = ByteWriter()
    for block in blocks {
      expected.append(UInt32(truncatingIfNeeded: unsafe block.withUnsafeBytes { unsafe XXH64.hash($0) }))
    }
    #expect(BlockChecksums.encoded { parts[$0] ?? [] } == expected.bytes)
  }
}
