import CodingModel
import Testing

@testable import ProjectStore

@Suite("Checksums of texts")
struct TextChecksumTests {
  @Test("The lower half of a text's XXH64, with a sign", arguments: ["", "abc", "œuvre de l’usager·ère 🙂"])
  func lowerHalf(text: String) {
    let hash = unsafe Array(text.utf8).withUnsafeBytes { unsafe XXH64.hash($0) }
    #expect(TextChecksum.stored(text) == Int64(Int32(truncatingIfNeeded: hash)))
  }
}
