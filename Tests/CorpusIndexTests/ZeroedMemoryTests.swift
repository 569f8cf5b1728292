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

  @Test("Pages let go can be written to again, and nothing beside them is lost")
  func lettingGo() {
    let size = 1 << 16
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
    defer { unsafe block.deallocate() }
    for place in [0..<size, 5..<4_100, 4_095..<20_000, 7..<9, 3..<3] {
      unsafe block.initializeMemory(as: UInt8.self, repeating: 7)
      unsafe ZeroedMemory.letGo(UnsafeMutableRawBufferPointer(rebasing: block[place]))
      #expect(unsafe block[..<place.lowerBound].allSatisfy { $0 == 7 })
      #expect(unsafe block[place.upperBound...].allSatisfy { $0 == 7 })
      unsafe block.initializeMemory(as: UInt8.self, repeating: 9)
      #expect(unsafe block.allSatisfy { $0 == 9 })
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
