import FrenchText
import Testing

struct StoredTextTests {
  @Test("line ends become LF; the byte order mark and NUL go; the rest is composed")
  func normalizes() {
    #expect(StoredText.normalize("\u{FEFF}a\r\nb\rc\u{2028}d\u{85}e\0f") == "a\nb\nc\nd\ne" + "f")
    let composed = StoredText.normalize("e\u{0301}te\u{0301}")
    #expect(composed.unicodeScalars.map(\.value) == [0xE9, 0x74, 0xE9])
  }

  @Test(
    "what is stored stays as it is, scalar for scalar",
    arguments: ["", "L’été… 16\u{202F}000 €", "a\nb", "👩‍⚕️", "日本"])
  func stable(_ text: String) {
    let once = StoredText.normalize(text)
    #expect(once.unicodeScalars.elementsEqual(text.unicodeScalars))
    #expect(StoredText.normalize(once).unicodeScalars.elementsEqual(once.unicodeScalars))
  }
}
