import CodingModel
import Testing

@testable import Workbench

@Suite("Finding quotes")
struct QuoteFinderTests {
  /// The text with ⟦ and ⟧ around each place found.
  private func marked(_ quote: String, _ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    for place in QuoteFinder.places(of: quote, in: text).reversed() {
      scalars.insert("⟧", at: place.end)
      scalars.insert("⟦", at: place.start)
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  @Test(
    "A quote stands for whole words, those that it cuts, or the words themselves where they stand elsewhere",
    arguments: [
      ("lien", "Les liens, le lien.", [(14, 18)]), ("lien", "Les liens.", [(4, 9)]),
      ("perd le li", "On perd le lien.", [(3, 15)]), ("cran", "L'écran, l’écran", [(2, 7), (11, 16)]),
      ("a", "papa a", [(5, 6)]), ("a", "papa", [(0, 4)]), ("e", "e\u{301}te", [(0, 4)]),
      ("12", "2012, 12", [(6, 8)]), ("mails !", "Trop de mails !", [(8, 15)]), ("absent", "Le lien.", []),
    ] as [(String, String, [(Int, Int)])])
  func words(quote: String, text: String, expected: [(Int, Int)]) {
    #expect(QuoteFinder.words(of: quote, in: text) == expected.map { TextRange($0.0, $0.1) })
  }

  @Test(
    "A quote is found as written, wherever it stands, without overlap",
    arguments: [
      ("lien", "Le lien, le lien.", "Le ⟦lien⟧, le ⟦lien⟧."),
      ("aa", "aaaaa", "⟦aa⟧⟦aa⟧a"),
      ("  le lien\n", "Perdre le lien !", "Perdre ⟦le lien⟧ !"),
      ("👩‍💻 avec", "Moi 👩‍💻 avec l'usager", "Moi ⟦👩‍💻 avec⟧ l'usager"),
      ("absent", "Le lien.", "Le lien."), ("", "Le lien.", "Le lien."), (" \n", "Le lien.", "Le lien."),
      ("lien et plus", "Le lien", "Le lien"),
    ])
  func written(quote: String, text: String, expected: String) {
    #expect(marked(quote, text) == expected)
  }

  @Test(
    "Spaces of any kind and number, and apostrophes, are one",
    arguments: [
      ("perdu : le lien", "J'ai perdu\u{A0}: le\nlien.", "J'ai ⟦perdu\u{A0}: le\nlien⟧."),
      ("l'usager", "Pour l’usager.", "Pour ⟦l’usager⟧."),
      ("l’usager", "Pour l'usager.", "Pour ⟦l'usager⟧."),
      ("trop de   mails", "Et trop \n\n de\u{202F}mails", "Et ⟦trop \n\n de\u{202F}mails⟧"),
      ("trop\u{A0}de mails", "trop de mails", "⟦trop de mails⟧"),
    ])
  func typography(quote: String, text: String, expected: String) {
    #expect(marked(quote, text) == expected)
  }

  @Test(
    "Case and accents are ignored only where nothing else is found",
    arguments: [
      ("ecran", "L'ÉCRAN, l'écran", "L'⟦ÉCRAN⟧, l'⟦écran⟧"),
      ("écran", "L'ÉCRAN, l'écran", "L'ÉCRAN, l'⟦écran⟧"),
      ("L'ECRAN  noir", "l’écran\u{A0}noir", "⟦l’écran\u{A0}noir⟧"),
    ])
  func loosely(quote: String, text: String, expected: String) {
    #expect(marked(quote, text) == expected)
  }

  @Test("Every piece of a text is found at its place, whatever its spaces are made into")
  func pieces() {
    let text = "J’ai\u{A0}perdu : le lien…\n\nDe 7\u{202F}h à l'aube, “rien”."
    let scalars = Array(text.unicodeScalars)
    for start in scalars.indices where !scalars[start].properties.isWhitespace {
      // Shorter pieces may stand elsewhere exactly as quoted.
      for end in start + 1...scalars.count where end - start > 3 && !scalars[end - 1].properties.isWhitespace
      {
        var quote = String.UnicodeScalarView()
        for scalar in scalars[start..<end] {
          quote.append(scalar.properties.isWhitespace ? " " : scalar == "’" ? "'" : scalar)
        }
        #expect(QuoteFinder.places(of: String(quote), in: text).contains(TextRange(start, end)))
      }
    }
  }
}
