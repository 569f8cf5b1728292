import Foundation
import GRDB
import Testing

@testable import ProjectStore

@Suite("Parts of blobs")
struct StoredBlobTests {
  @Test("Any part of a blob is read as it is stored")
  func parts() throws {
    let queue = try DatabaseQueue()
    let bytes = (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 31 / 7) }
    try queue.write { db in
      try db.execute(sql: "CREATE TABLE t (id INTEGER PRIMARY KEY, b)")
      try db.execute(
        sql: "INSERT INTO t VALUES (7, ?), (8, x''), (9, NULL), (10, 5)", arguments: [Data(bytes)])
    }
    try queue.read { db in
      let blob = try StoredBlob(db, "t", "b", row: 7)
      #expect(blob.count == bytes.count)
      for range in [0..<0, 0..<1, 0..<20_000, 4_000..<4_200, 19_999..<20_000, 5..<16_000] {
        let read = unsafe try [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
          unsafe try blob.read(range, into: UnsafeMutableRawBufferPointer(buffer))
          count = range.count
        }
        #expect(read == Array(bytes[range]))
      }
      #expect(try StoredBlob(db, "t", "b", row: 8).count == 0)
      for row: Int64 in [9, 10, 11] {
        #expect(throws: DatabaseError.self) { try StoredBlob(db, "t", "b", row: row) }
      }
      #expect(throws: DatabaseError.self) { try StoredBlob(db, "t", "c", row: 7) }
    }
  }
}
