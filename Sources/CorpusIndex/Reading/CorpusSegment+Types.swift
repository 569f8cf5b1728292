import FrenchText

extension CorpusSegment {
  /// All types as the analyser gave them, but for inclusive words' genders, which are in their normalised spelling.
  ///
  /// Cost: reads the whole vocabulary.
  func tokenTypes() throws -> [TokenType] {
    var texts: [String] = []
    var lemmas: [String] = []
    var masculine: [UInt32: String] = [:]
    var feminine: [UInt32: String] = [:]
    try keys.forEachKey(from: []) { entry in
      let text = entry.text
      texts.append(text)
      lemmas.append(entry.displayed)
      try entry.forEachType(in: .masculine) { masculine[$0] = text }
      try entry.forEachType(in: .feminine) { feminine[$0] = text }
      return true
    }
    guard texts.count == keys.count else { throw IndexError.damaged(.keys) }
    return try (0..<UInt32(types.count)).map { number in
      let spelling = try types.spelling(of: number)
      let form = texts[Int(try types.form(of: number))]
      return TokenType(
        word: spelling.word.map { String(decoding: $0, as: UTF8.self) } ?? form, form: form,
        lemma: try spelling.lemma.map { String(decoding: $0, as: UTF8.self) }
          ?? lemmas[Int(types.lemma(of: number))],
        partOfSpeech: try types.partOfSpeech(of: number), kind: try types.kind(of: number),
        masculine: masculine[number], feminine: feminine[number],
        tag: spelling.tag.map { String(decoding: $0, as: UTF8.self) })
    }
  }
}

extension TypeTableReader {
  /// What its word is made of.
  func kind(of type: UInt32) throws -> TokenKind {
    let raw: UInt8 = try rows.number(at: Int(type) * SegmentLayout.typeRow + 21, as: UInt8.self)
    guard let value = TokenKind(rawValue: raw) else { throw IndexError.damaged(.types) }
    return value
  }
}
