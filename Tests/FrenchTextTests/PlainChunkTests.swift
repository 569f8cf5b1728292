import Testing

@testable import FrenchText

@Suite(.enabled(if: French.hasLexicon, "no French dictionary on this machine"))
struct PlainChunkTests {
  private func parts(_ text: String) -> [String]? {
    let bytes = Array(text.utf8)
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let plain = unsafe PlainChunk(buffer) else { return nil }
      var parts: [String] = []
      unsafe plain.forEach(buffer) { parts.append(String(decoding: bytes[$0], as: UTF8.self)) }
      return parts
    }
  }

  @Test("what is plainly a word with marks comes apart; the rest is left to the rules")
  func cut() {
    #expect(parts("(l'aide)...") == ["(", "l'", "aide", ")", "..."])
    #expect(parts("\"d’accord\"!?") == ["\"", "d’", "accord", "\"", "!?"])
    #expect(parts("lentement.") == ["lentement", "."])
    for text in [
      "etc.", "m'sieur", "mot", ":)", "bien:)", "qu'il", "étudiant(e)s", "à-venir", "mot;)", "l'", "M.",
      "1er", "", "(", "\"", "(\"mot", ")mot",
    ] {
      #expect(parts(text) == nil, "\(text)")
    }
  }

  /// Each chunk of a text as the rules alone cut it.
  private func slowly(_ text: String, _ forms: FormBook) -> [[Int]] {
    var found: [[Int]] = []
    var offset = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let chunk = Chunk(String(word))
      for token in ChunkTokenizer(forms: forms).tokens(of: chunk) {
        found.append([
          offset + Int(chunk.starts[token.range.lowerBound]), offset + Int(chunk.end(of: token.range)),
        ])
      }
      offset += word.unicodeScalars.count + 1
    }
    return found
  }

  @Test("chunks cut the fast way are cut as the rules cut them")
  func equality() throws {
    let pieces = [
      "mot", "l'", "d’", "m'", "sieur", "dame", "(", ")", "\"", ".", "...", "!", "?!", ";", ":", ",",
      "étudiant",
      "Œuvre", "e", "E", "s", "-", "·", "il", "aujourd'hui", "qu'", "lorsqu'", "etc", "M", "p", "ex", "1",
      "5",
      "%", "»", "«", "’", "'", "/", "d", "P", "www", "fr", "@", "voilà", "salariéE", "\u{301}", "\u{AD}", "…",
      "œ",
      "t", "là", "=", "prud'homme", "Entr'ouvrir", "confidentialité", "LENT", "xq",
    ]
    let forms = FormBook(try Lexicon().dictionary)
    let analyzer = try French.analyzer()
    var random = SeededGenerator(seed: 11)
    let tokenizer = try French.analyzer()
    var tokens: [AnalyzedToken] = []
    var spans: [TokenSpan] = []
    for _ in 0..<6000 {
      let text = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        var chunk = (0..<Int.random(in: 1...5, using: &random)).map { _ in
          pieces[Int.random(in: pieces.indices, using: &random)]
        }.joined()
        // A last comma, and a period after a lone capital, are told apart before any rule.
        while chunk.hasSuffix(",") || chunk.count == 2 && chunk.hasSuffix(".") { chunk += "a" }
        return chunk
      }.joined(separator: " ")
      analyzer.analyze(text, into: &tokens)
      #expect(tokens.map { [Int($0.start), Int($0.end)] } == slowly(text, forms), "\(text)")
      tokenizer.tokenize(text, into: &spans)
      #expect(spans == French.spans(of: tokens, analyzer), "\(text)")
    }
  }
}
