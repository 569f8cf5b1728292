import CodingModel
import Testing

@testable import Interchange

@Suite("Colours that can be read")
struct HTMLTextTests {
  private func contrast(_ left: Colour, _ right: Colour) -> Double {
    let light = [Shades.luminance(left), Shades.luminance(right)].sorted()
    return (light[1] + 0.05) / (light[0] + 0.05)
  }

  @Test("Ink on any colour, and text on its tint and shade, have a contrast of 4.5 at least")
  func contrasts() {
    let steps = stride(from: UInt8(0), through: 255, by: 15)
    for red in steps {
      for green in steps {
        for blue in steps {
          let colour = Colour(red: red, green: green, blue: blue)
          #expect(contrast(Shades.ink(on: colour), colour) >= 4.5)
          #expect(contrast(Shades.tint(colour), Colour(red: 26, green: 26, blue: 26)) >= 4.5)
          #expect(contrast(Shades.shade(colour), Colour(red: 255, green: 255, blue: 255)) >= 4.5)
        }
      }
    }
  }

  @Test("Counts are written as the language does")
  func counts() {
    var labels = ExcerptLabels(
      language: "fr-FR", title: "", excerpt: "extrait", excerpts: "extraits", outOf: "sur", memo: "",
      colon: "")
    #expect(
      [0, 1, 2, 999, 2512, 1_234_567].map { labels.count($0, of: $0) } == [
        "0 extrait", "1 extrait", "2 extraits", "999 extraits", "2\u{202F}512 extraits",
        "1\u{202F}234\u{202F}567 extraits",
      ])
    #expect(
      labels.count(3, of: 2512) == "3 extraits sur 2\u{202F}512" && labels.count(3, of: 3) == "3 extraits")
    (labels.language, labels.excerpt, labels.excerpts) = ("en", "excerpt", "excerpts")
    #expect([0, 1, 2512].map { labels.count($0, of: $0) } == ["0 excerpts", "1 excerpt", "2,512 excerpts"])
  }
}
