import Foundation
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

  /// The same, one code point after another.
  private func slowlyNormalized(_ text: String) -> String {
    var scalars: [Unicode.Scalar] = []
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0D, 0x85, 0x2028, 0x2029: scalars.append("\n")
      case 0x0A where previous == "\r": break
      case 0, 0xFEFF: break
      default: scalars.append(scalar)
      }
      previous = scalar
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view).precomposedStringWithCanonicalMapping
  }

  @Test("whatever stands where among eight bytes, it is found")
  func anywhere() {
    var random = SeededGenerator(seed: 29)
    let pieces = [
      "a", "b ", "plus de huit octets ", "é", "e\u{301}", "\0", "\r", "\r\n", "\n", "\u{85}", "\u{A9}",
      "\u{2028}",
      "\u{2029}", "\u{2000}", "\u{2009}", "’", "€", "\u{212B}", "\u{FEFF}", "œ", "ſ", "가", "\u{1F468}",
      "\u{344}", "~",
      "\u{7F}", "\u{1}",
    ]
    for _ in 0..<5000 {
      let text = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        Int.random(in: 0...2, using: &random) > 0 ? "abc" : pieces.randomElement(using: &random)!
      }.joined()
      let expected = slowlyNormalized(text)
      #expect(
        StoredText.normalize(text).unicodeScalars.elementsEqual(expected.unicodeScalars), "\(text.utf8)")
    }
  }
}
