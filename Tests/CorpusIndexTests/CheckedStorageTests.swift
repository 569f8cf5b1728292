import CodingModel
import Testing

@testable import CorpusIndex

struct CheckedStorageTests {
  private let draft: SegmentDraft

  init() throws {
    draft = try SmallCorpus((0..<3000).map { "mot\($0) de la" }).draft()
  }

  private func checked(_ storage: MemoryStorage) throws -> CheckedStorage {
    CheckedStorage(storage, try SegmentHeader(decoding: MemoryStorage(draft)[.header]))
  }

  @Test("Any bytes of any part, just as they are stored")
  func reading() throws {
    let storage = MemoryStorage(draft)
    let checked = try checked(storage)
    for part in BlockChecksums.parts {
      let bytes = storage[part]
      #expect(checked.size(of: part) == bytes.count)
      #expect(try checked.hasRightSize(part))
      for range in [0..<bytes.count, bytes.count / 3..<bytes.count / 2, 0..<min(1, bytes.count)]
      where !range.isEmpty {
        #expect(try checked.read(part, range) == bytes[range])
      }
    }
    #expect(storage[.keys].count > 3 * LazyReading.pageSize)
  }

  @Test("Of a changed byte the blocks that it is not in can be read, the one that it is in cannot")
  func damaged() throws {
    var storage = MemoryStorage(draft)
    storage[.keys][LazyReading.pageSize] ^= 4
    let checked = try checked(storage)
    #expect(try checked.read(.keys, 5..<LazyReading.pageSize) == storage[.keys][5..<LazyReading.pageSize])
    #expect(throws: IndexError.damaged(.keys)) {
      try checked.read(.keys, 2 * LazyReading.pageSize - 1..<2 * LazyReading.pageSize)
    }
    #expect(throws: IndexError.damaged(.keys)) { try checked.read(.keys, 0..<3 * LazyReading.pageSize) }
  }

  @Test("Parts that are shorter or longer than the header says, and checksums that are lost")
  func sizes() throws {
    var storage = MemoryStorage(draft)
    storage[.types].removeLast()
    storage[.words].append(0)
    var short = try checked(storage)
    #expect(try !short.hasRightSize(.types) && !short.hasRightSize(.words) && short.hasRightSize(.keys))
    #expect(throws: IndexError.damaged(.types)) { try short.read(.types, 0..<short.size(of: .types)) }
    storage[.checksums].removeLast()
    short = try checked(storage)
    #expect(throws: IndexError.damaged(.checksums)) { try short.read(.keys, 0..<1) }
    storage[.checksums] = []
    #expect(throws: IndexError.damaged(.checksums)) { try checked(storage).read(.keys, 0..<1) }
  }
}
