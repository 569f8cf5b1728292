import Testing

@testable import ProjectStore

@Suite("Checksums of texts")
struct TextChecksumTests {
  private func xxh64(_ bytes: [UInt8]) -> UInt64 {
    unsafe bytes.withUnsafeBytes { unsafe TextChecksum.xxh64($0) }
  }

  @Test(
    "They are XXH64 with the seed 0",
    arguments: [
      ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
      ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
    ] as [(String, UInt64)])
  func published(text: String, expected: UInt64) {
    #expect(xxh64(Array(text.utf8)) == expected)
    #expect(TextChecksum.stored(text) == Int64(Int32(truncatingIfNeeded: expected)))
  }

  @Test("Every changed byte, lost byte and exchange of two words is told, at any length")
  func changes() {
    for count in 1..<80 {
      let bytes = (0..<count).map { UInt8($0 * 7 % 251) }
      let sum = xxh64(bytes)
      for index in bytes.indices {
        for flip in [1, 0x20, 0x80, 0xFF] as [UInt8] {
          var other = bytes
          other[index] ^= flip
          #expect(xxh64(other) != sum)
        }
      }
      #expect(xxh64(Array(bytes.dropLast())) != sum)
      #expect(xxh64(bytes + [0]) != sum)
      #expect(xxh64(Array(bytes.reversed())) != sum || count == 1)
    }
  }
}
