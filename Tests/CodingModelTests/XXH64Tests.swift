import Testing

@testable import CodingModel

struct XXH64Tests {
  private func hash(_ bytes: [UInt8]) -> UInt64 {
    unsafe bytes.withUnsafeBytes { unsafe XXH64.hash($0) }
  }

  @Test(
    "Published values",
    arguments: [
      ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
      ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
    ] as [(String, UInt64)])
  func published(text: String, expected: UInt64) {
    #expect(hash(Array(text.utf8)) == expected)
  }

  @Test("Every changed byte, lost byte and exchange of two words is told, at any length")
  func changes() {
    for count in 1..<80 {
      let bytes = (0..<count).map { UInt8($0 * 7 % 251) }
      let sum = hash(bytes)
      for index in bytes.indices {
        for flip in [1, 0x20, 0x80, 0xFF] as [UInt8] {
          var other = bytes
          other[index] ^= flip
          #expect(hash(other) != sum)
        }
      }
      #expect(hash(Array(bytes.dropLast())) != sum)
      #expect(hash(bytes + [0]) != sum)
      #expect(hash(Array(bytes.reversed())) != sum || count == 1)
    }
  }
}
