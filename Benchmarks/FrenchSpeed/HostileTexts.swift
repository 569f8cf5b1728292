import Foundation
import FrenchText

/// Texts made to be slow, each at one size, twice and four times that: a cost that grows faster than the text shows
/// in the ratios.
enum HostileTexts {
  private static let units: [(name: String, unit: String)] = [
    ("a word without end", "a"), ("accents", "é"), ("marks on one letter", "\u{301}"), ("capitals", "É"),
    ("elisions", "l'"), ("elisions, curly", "qu’"), ("hyphens", "a-"), ("only hyphens", "-"),
    ("inclusive dots", "·e·s"), ("inclusive periods", "ami.e.s"), ("parentheses", "usager(e)s("),
    ("slashes", "formateur/trice/"), ("periods", "M."), ("ellipses", "…"), ("digits", "1"),
    ("grouped digits", "1 000"), ("decimals", "3,5"), ("times", "12h"), ("addresses", "a@b.fr"),
    ("at signs", "@"), ("links", "http://a"), ("www", "www."), ("hashtags", "#a"),
    ("joined emoji", "👩\u{200D}"),
    ("flags", "🇫"), ("keycaps", "1\u{FE0F}\u{20E3}"), ("soft hyphens", "a\u{AD}"),
    ("zero width", "a\u{200B}"),
    ("quotes", "« »"), ("apostrophes", "'"), ("underscores", "_a"), ("tildes", "a~"), ("percent", "%"),
    ("Hangul", "한"), ("Thai", "ก"), ("null", "\u{0}"), ("lines", "\n"), ("spaces", " "),
    ("sentences", "Oui. "),
    ("words never seen", "xq é"), ("every separator", "a·b⋅c•d‧e.f-g(h)i/j"),
  ]

  /// Prints, for each text, the milliseconds for each size and how they grow.
  static func report(_ lexicon: Lexicon, bytes: Int = 250_000) {
    print("text\tms at \(bytes) bytes\tat twice\tat four times\tgrowth")
    for (name, unit) in units {
      let times = [1, 2, 4].map { times in
        let text = String(repeating: unit, count: bytes * times / unit.utf8.count)
        // A new analyser: nothing is remembered of the smaller text.
        let analyzer = FrenchAnalyzer(lexicon: lexicon)
        var tokens: [AnalyzedToken] = []
        let start = clock()
        analyzer.analyze(text, into: &tokens)
        return Double(clock() - start) * 1000 / Double(CLOCKS_PER_SEC)
      }
      let growth = String(format: "%.1f then %.1f", times[1] / times[0], times[2] / times[1])
      print("\(name)\t" + times.map { String(format: "%.1f", $0) }.joined(separator: "\t") + "\t\(growth)")
    }
  }
}
