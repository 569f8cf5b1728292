import Foundation
import FrenchText
import Testing

@Suite(.enabled(if: French.hasLexicon, "no French dictionary on this machine"))
struct FrenchAnalyzerTests {
  /// Texts that together meet every rule, for the properties.
  private static let texts = [
    "", " ", "\n\n", "L'école, c'est loin ! Donnez-le-moi : 16 000 € (51\u{00A0}%).",
    "Les étudiant·e·s sont né(e)s, tou.te.s ! Voir www.exemple.fr/a_(b). a@b.fr #oui @non 👩‍⚕️🇫🇷",
    "l'l'l'l' a-t-il -- ... ?!? M. Dr. U.S.A. etc. 06 12 34 56 78 +33 6 1 2 ~ ° n°5 km/h",
    "e\u{0301}cole tra\u{00AD}vail \u{200B} loge\u{200C}ment ﬁn Œuvre ʼ ’ ‘ “ ” … — –",
  ]

  @Test("offsets are in order, do not overlap, and slice to the token's word", arguments: texts)
  func offsets(_ text: String) throws {
    let analyzer = try French.analyzer()
    var tokens: [AnalyzedToken] = []
    analyzer.analyze(text, into: &tokens)
    let scalars = Array(text.unicodeScalars)
    var end: UInt32 = 0
    for token in tokens {
      #expect(token.start >= end && token.start < token.end && Int(token.end) <= scalars.count)
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[Int(token.start)..<Int(token.end)])
      #expect(Folding.form(String(view)) == analyzer.types[token.type].form)
      end = token.end
    }
  }

  @Test("every code point that is not a space or invisible is in a token", arguments: texts)
  func coverage(_ text: String) throws {
    var tokens: [AnalyzedToken] = []
    try French.analyzer().analyze(text, into: &tokens)
    var rest = Array(text.unicodeScalars.map(Optional.some))
    for token in tokens { for place in token.start..<token.end { rest[Int(place)] = nil } }
    let left = rest.compactMap { $0 }.filter { !$0.properties.isWhitespace && Folding.form(String($0)) != "" }
    #expect(left.isEmpty)
  }

  @Test("decomposed and composed text give the same lemmas and parts of speech")
  func normalForms() throws {
    let text = "Les élèves handicapés ont été reçus à l'hôpital ; où ça ? Très âgé·e·s, naïfs, œuvrant."
    let analyzer = try French.analyzer()
    let composed = French.read(text, with: analyzer).map(\.type)
    let decomposed = French.read(text.decomposedStringWithCanonicalMapping, with: analyzer).map(\.type)
    #expect(composed == decomposed)
  }

  @Test("any bytes are read without a crash, and as the repaired text is")
  func randomBytes() throws {
    let analyzer = try French.analyzer()
    var random = SeededGenerator(seed: 7)
    let seeds: [[UInt8]] = [
      Array("l'·e(s)-.//é".utf8), [0xC3, 0xA9, 0xE2, 0x80, 0x99, 0x20, 0xF0, 0x9F], Array(0...255),
    ]
    for round in 0..<300 {
      let alphabet = seeds[round % seeds.count]
      let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
        alphabet[Int.random(in: alphabet.indices, using: &random)]
      }
      var raw: [AnalyzedToken] = []
      unsafe bytes.withUnsafeBufferPointer { buffer in unsafe analyzer.analyze(utf8: buffer, into: &raw) }
      var repaired: [AnalyzedToken] = []
      let text = String(decoding: bytes, as: UTF8.self)
      analyzer.analyze(text, into: &repaired)
      #expect(raw == repaired)
      #expect(repaired.allSatisfy { Int($0.end) <= text.unicodeScalars.count })
    }
  }

  @Test("of random Unicode, offsets are in bounds and in order, and slice to the token's word")
  func randomUnicode() throws {
    let analyzer = try French.analyzer()
    var random = SeededGenerator(seed: 7)
    let french = Array("aeéÉe\u{301}ç·.-'’(/)sEœ 1\u{AD}\u{200B}\u{FB01}".unicodeScalars)
    for _ in 0..<400 {
      var view = String.UnicodeScalarView()
      for _ in 0..<40 {
        let limit: UInt32 = Bool.random(using: &random) ? 0x2FFF : 0x10FFFF
        if Bool.random(using: &random), let letter = french.randomElement(using: &random) {
          view.append(letter)
        } else if let scalar = Unicode.Scalar(UInt32.random(in: 1...limit, using: &random)) {
          view.append(scalar)
        }
      }
      let scalars = Array(view)
      var tokens: [AnalyzedToken] = []
      analyzer.analyze(String(view), into: &tokens)
      #expect(tokens.allSatisfy { $0.start < $0.end && Int($0.end) <= scalars.count })
      #expect(zip(tokens, tokens.dropFirst()).allSatisfy { $0.end <= $1.start })
      for token in tokens where Int(token.end) <= scalars.count {
        var slice = String.UnicodeScalarView()
        slice.append(contentsOf: scalars[Int(token.start)..<Int(token.end)])
        #expect(Folding.form(String(slice)) == analyzer.types[token.type].form)
      }
    }
  }

  @Test("random words of French letters read the same composed and decomposed")
  func randomDecomposed() throws {
    let analyzer = try French.analyzer()
    var random = SeededGenerator(seed: 7)
    let letters = Array("aeéèêëïîôùûüçÉÀÇœ·.-'’() sntrlx")
    for _ in 0..<400 {
      let text = String((0..<30).map { _ in letters.randomElement(using: &random) ?? "a" })
      var (composed, decomposed): ([AnalyzedToken], [AnalyzedToken]) = ([], [])
      analyzer.analyze(text.precomposedStringWithCanonicalMapping, into: &composed)
      analyzer.analyze(text.decomposedStringWithCanonicalMapping, into: &decomposed)
      #expect(
        composed.map { analyzer.types[$0.type].lemma } == decomposed.map { analyzer.types[$0.type].lemma })
    }
  }

  @Test(
    "a hostile text is read to its end",
    arguments: [
      "l'", "a-", "x·", "1 ", "a@", "http://", "(e)", ".a", "é", "-", "a'", "👩‍", "\u{301}", "·", "e\u{301}·",
      "a.a.a.", "12 345 ", "«", "((", "a(", "a(e", "s~", "#", "un·e ", "é-", "celles et ", "1,", "a/",
      "aide-soignant·e-", "\u{200D}", "\u{FE0F}", "🇫🇷", "M. ", "A.", "::", "'", "ﬁ", "\u{AD}",
    ])
  func hostile(_ unit: String) throws {
    let analyzer = try French.analyzer()
    let text = String(repeating: unit, count: 5_000)
    let count = text.unicodeScalars.count
    var tokens: [AnalyzedToken] = []
    analyzer.analyze(text, into: &tokens)
    #expect(tokens.allSatisfy { $0.start < $0.end && Int($0.end) <= count })
    _ = analyzer.doublets(in: tokens)
    let isVisible = unit.unicodeScalars.contains { $0.properties.generalCategory != .format }
    if isVisible { #expect(tokens.last.map { Int($0.end) >= count - 1 } == true) }
  }

  @Test("a second reading gives what the first gave, and so does another analyser")
  func repeatable() throws {
    let analyzer = try French.analyzer()
    let text = Self.texts.joined(separator: " ")
    let first = French.read(text, with: analyzer).map(\.type)
    #expect(French.read(text, with: analyzer).map(\.type) == first)
    #expect(French.read(text, with: try French.analyzer()).map(\.type) == first)
  }

  @Test("context decides the part of speech, and with it the lemma")
  func context() throws {
    let analyzer = try French.analyzer()
    func lemma(of word: String, in text: String) -> String? {
      French.read(text, with: analyzer).first { $0.surface == word }?.type.lemma
    }
    #expect(lemma(of: "porte", in: "Il ferme la porte de la maison.") == "porte")
    #expect(lemma(of: "porte", in: "Elle porte des lunettes.") == "porter")
    #expect(lemma(of: "suis", in: "Je suis fatigué.") == "être")
    #expect(lemma(of: "est", in: "Il est malade.") == "être")
  }

  @Test("étudiants, étudiantes and étudiant·e·s meet under one lemma")
  func oneLemma() throws {
    let analyzer = try French.analyzer()
    for text in ["les étudiants", "les étudiantes", "les étudiant·e·s", "des étudiant(e)s", "un étudiant"] {
      #expect(French.read(text, with: analyzer).last?.type.lemma == "étudiant")
    }
  }

  @Test("lemmas out of context are all that the lexicon knows")
  func lemmas() throws {
    let analyzer = try French.analyzer()
    #expect(analyzer.lemmas(of: "liens").contains("lien"))
    #expect(Set(analyzer.lemmas(of: "porte")).isSuperset(of: ["porte", "porter"]))
    #expect(analyzer.lemmas(of: "numeriques") == ["numérique"])
    #expect(analyzer.lemmas(of: "zzyzx") == ["zzyzx"])
  }
}
