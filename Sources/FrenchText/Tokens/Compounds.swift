/// Words joined by hyphens: the dictionary and the clitics decide whether they are one token or several.
enum Compounds {
  /// Compounds the dictionary lacks that end like a clitic.
  private static let whole: Set<String> = [
    "celui-ci", "celui-là", "celle-ci", "celle-là", "ceux-ci", "ceux-là", "celles-ci", "celles-là",
    "ceci-cela",
    "là-dessus", "cessez-le-feu", "porte-à-porte", "moi-même", "ci-après", "suivez-moi", "sauve-qui-peut",
    "vice-versa",
  ]

  /// The compound that starts at `start`: its parts, which hyphens join; an apostrophe may stand inside a part.
  static func parts(_ chunk: Chunk, from start: Int) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var index = start
    while parts.count < 12, index - start < 120 {
      var end = chunk.wordEnd(from: index)
      while end > index, end < chunk.count, chunk.classes[end] == .apostrophe,
        chunk.isLetter(end + 1), end - start < 120
      {
        end = chunk.wordEnd(from: end + 1)
      }
      if end == index { break }
      parts.append(index..<end)
      guard end < chunk.count, chunk.classes[end] == .hyphen, chunk.isWordGlyph(end + 1) else { break }
      index = end + 1
    }
    return parts
  }

  /// Whether a compound of this form stands in the dictionary, in our list, or counts (`vingt-deux`).
  static func isWhole(_ form: String, forms: FormBook) -> Bool {
    form.utf8.count < 60 && (whole.contains(form) || forms.has(form))
  }

  /// Appends the tokens of the compound whose parts, at least two, start where its first does.
  static func read(_ chunk: Chunk, _ parts: [Range<Int>], forms: FormBook, into tokens: inout [RawToken]) {
    guard let first = parts.first, let last = parts.last else { return }
    let all = first.lowerBound..<last.upperBound
    // Before what is whole: `aide-soignant·e` starts with a compound of the dictionary.
    if all.upperBound < chunk.count,
      let inclusive = InclusiveReader(forms: forms).read(chunk, first.lowerBound, base: all.upperBound)
    {
      tokens.append(inclusive)
      return
    }
    if isWhole(chunk.form(all), forms: forms) {
      tokens.append(RawToken(all, .word))
      return
    }
    if parts.count == 3 || parts.count == 4,
      let inclusive = InclusiveReader(forms: forms).read(chunk, first.lowerBound, base: parts[1].upperBound)
    {
      tokens.append(inclusive)
      return
    }
    if NeutralWords.reading(chunk.form(all)) != nil {
      tokens.append(RawToken(all, .word))
      return
    }
    if parts.count > 8 || all.count > 80 {
      tokens.append(RawToken(first, .word))
      return
    }
    guard let split = Clitics.split(parts.map { chunk.form($0) }, forms: forms) else {
      tokens.append(RawToken(all, .word))
      return
    }
    tokens.append(RawToken(first.lowerBound..<parts[split.host - 1].upperBound, .word))
    var next = split.host
    for size in split.clitics {
      tokens.append(RawToken((parts[next].lowerBound - 1)..<parts[next + size - 1].upperBound, .word))
      next += size
    }
  }
}
