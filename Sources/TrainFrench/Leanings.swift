import FrenchText

/// What forms usually are, counted in raw text as a first tagger reads it.
enum Leanings {
  /// For each ambiguous form seen at least six times: the commonest part of speech, and in bits 4 and 5 whether
  /// it is so nearly always, mostly, more often than not, or less.
  static func count(_ texts: [String], with analyzer: FrenchAnalyzer) -> [(hash: UInt32, leaning: UInt8)] {
    var counts: [String: SIMD16<Int32>] = [:]
    var byType: [UInt32: Int32] = [:]
    var tokens: [AnalyzedToken] = []
    for text in texts {
      analyzer.analyze(text, into: &tokens)
      for token in tokens { byType[token.type, default: 0] += 1 }
    }
    for (id, count) in byType {
      let type = analyzer.types[id]
      guard type.kind == .word, type.masculine == nil else { continue }
      counts[type.form, default: .zero][Int(type.partOfSpeech.rawValue) & 15] += count
    }
    var leanings: [(hash: UInt32, leaning: UInt8)] = []
    for (form, byTag) in counts {
      let total = byTag.wrappedSum()
      let most = (0..<16).max { byTag[$0] < byTag[$1] } ?? 0
      guard total >= 6, byTag[most] < total || analyzer.isAmbiguous(form) else { continue }
      let share = Float(byTag[most]) / Float(total)
      let degree: UInt8 = share > 0.97 ? 3 : share > 0.85 ? 2 : share > 0.6 ? 1 : 0
      leanings.append((FeatureKeys.hash(form), UInt8(most) | degree << 4))
    }
    return leanings.sorted { $0.hash < $1.hash }
  }
}
