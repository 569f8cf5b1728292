import Foundation
import Testing

@testable import Interchange

struct FileMappingTests {
  @Test("Bytes that were let go are read again")
  func release() throws {
    let path = NSTemporaryDirectory() + "mapping-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let expected = Data((0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7) })
    try expected.write(to: URL(fileURLWithPath: path))
    let (bytes, mapping) = try #require(FileMapping.map(path))
    #expect(bytes == expected)
    for range in [0..<100_000, 5000..<70_000, 3..<4, 0..<0] {
      unsafe bytes.withUnsafeBytes { unsafe mapping.release(UnsafeRawBufferPointer(rebasing: $0[range])) }
      #expect(bytes == expected)
    }
  }

  @Test("Memory that is none of the mapping's is left alone")
  func elsewhere() throws {
    let path = NSTemporaryDirectory() + "mapping-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(count: 100_000).write(to: URL(fileURLWithPath: path))
    let (_, mapping) = try #require(FileMapping.map(path))
    let other = [UInt8](repeating: 9, count: 100_000)
    unsafe other.withUnsafeBytes { unsafe mapping.release($0) }
    #expect(other.allSatisfy { $0 == 9 })
  }

  @Test("What is not there, or empty, is not mapped")
  func missing() throws {
    let path = NSTemporaryDirectory() + "mapping-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(FileMapping.map(path) == nil)
    try Data().write(to: URL(fileURLWithPath: path))
    #expect(FileMapping.map(path) == nil)
    #expect(try InputFile.read(path).isEmpty)
  }
}
