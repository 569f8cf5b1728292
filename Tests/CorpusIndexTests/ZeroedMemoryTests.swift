import Testing

@testable import CorpusIndex

struct ZeroedMemoryTests {
  @Test("Blocks of all sizes hold zeros, can be written to all over, and are zeros again when taken anew")
  func zeros() {
    for byteCount in [16, 4096, (1 << 20) - 8, 1 << 20, (1 << 20) + 8, 2 << 20, 5_000_008] {
      for value in [UInt8(1), 255] {
        let block = unsafe ZeroedMemory.take(byteCount: byteCount)
        let bytes = unsafe UnsafeMutableRawBufferPointer(start: block, count: byteCount)
        #expect(unsafe bytes.allSatisfy { $0 == 0 })
        #expect(Int(bitPattern: block) % 16 == 0)
        unsafe bytes.initializeMemory(as: UInt8.self, repeating: value)
        #expect(unsafe bytes.allSatisfy { $0 == value })
        unsafe ZeroedMemory.release(block, byteCount: byteCount)
      }
    }
  }

  @Test("Large blocks begin where large pages do, and stay apart")
  func aligned() {
    let size = 3 << 20
    let (one, other) = unsafe (ZeroedMemory.take(byteCount: size), ZeroedMemory.take(byteCount: size))
    #expect(Int(bitPattern: one) % (2 << 20) == 0)
    #expect(Int(bitPattern: other) % (2 << 20) == 0)
    unsafe one.initializeMemory(as: UInt8.self, repeating: 1, count: size)
    unsafe other.initializeMemory(as: UInt8.self, repeating: 2, count: size)
    #expect(unsafe UnsafeRawBufferPointer(start: one, count: size).allSatisfy { $0 == 1 })
    #expect(unsafe UnsafeRawBufferPointer(start: other, count: size).allSatisfy { $0 == 2 })
    unsafe ZeroedMemory.release(one, byteCount: size)
    unsafe ZeroedMemory.release(other, byteCount: size)
  }
}
