/// Words written short, whose period belongs to them.
enum Abbreviations {
  /// The most letters that a period makes an abbreviation of.
  static let longest = 6
  private static let words: Set<String> = [
    "m", "mm", "mme", "mmes", "mlle", "mlles", "dr", "drs", "pr", "st", "ste", "me", "etc", "ex", "cf", "av",
    "bd",
    "bld", "tél", "tel", "env", "apr", "chap", "éd", "hab", "janv", "févr", "avr", "juil", "oct",
    "nov", "déc", "op", "pp", "réf", "resp", "vs", "mr", "mrs", "adj", "approx", "dir", "dpt",
    "dépt", "gal", "svp", "inc", "ltd", "jr", "sgt", "cdt", "cne",
  ]
  /// Abbreviations of several parts.
  private static let chains = [
    "p.ex.", "par ex.", "c.-à-d.", "c.à.d.", "c-à-d.", "s.v.p.", "i.e.", "e.g.", "a.m.", "p.m.", "n.b.",
    "p.s.",
  ]

  /// Whether a form is one of these words with its period: `mme.`, not initials.
  static func isWord(_ form: String) -> Bool {
    form.hasSuffix(".") && words.contains(String(form.dropLast()))
  }

  /// Where the abbreviation that starts at `start`, whose letters end at `end`, ends; nil where it is none.
  static func end(_ chunk: Chunk, _ start: Int, letters end: Int) -> Int? {
    guard chunk.has(".", at: end), end - start <= longest else { return nil }
    for chain in chains where chunk.starts(with: chain, at: start) {
      return start + chain.unicodeScalars.count
    }
    if end - start == 1 { return initials(chunk, start) }
    if chunk.has(".", at: end + 1) { return nil }
    return words.contains(chunk.form(start..<end)) && !chunk.isWordGlyph(end + 1) ? end + 1 : nil
  }

  /// Where a run of initials ends: `J.`, `J.-P.`, `U.S.A.`, `R.E.M`.
  private static func initials(_ chunk: Chunk, _ start: Int) -> Int? {
    var end = start
    var count = 0
    while chunk.isLetter(end), chunk.has(".", at: end + 1), count < 12 {
      end += 2
      count += 1
      if chunk.has("-", at: end), chunk.isLetter(end + 1), chunk.has(".", at: end + 2) { end += 1 }
    }
    if chunk.isWordGlyph(end) {
      let letters = chunk.wordEnd(from: end)
      if letters - end == 1, count >= 2 { return letters }
      if count == 1, letters - end > 1 { return nil }
      return count >= 2 ? end : nil
    }
    if count >= 2 { return end }
    let isInitial = chunk.isCapital(start) || chunk.has("p", at: start)
    return isInitial && !chunk.has(".", at: end) ? end : nil
  }
}
