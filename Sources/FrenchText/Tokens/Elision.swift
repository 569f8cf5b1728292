/// Words that lose their last vowel before another: the tokens that end with an apostrophe.
enum Elision {
  /// What stands before the apostrophe, and the whole word.
  static let words: [String: String] = [
    "l": "le", "d": "de", "j": "je", "m": "me", "t": "te", "s": "se", "n": "ne", "c": "ce", "ç": "ce",
    "qu": "que",
    "jusqu": "jusque", "lorsqu": "lorsque", "puisqu": "puisque", "quoiqu": "quoique", "quelqu": "quelque",
    "presqu": "presque", "y": "y", "ch": "je", "entr": "entre", "pisqu": "puisque", "tandisqu": "tandis que",
  ]

  /// Words with an apostrophe of their own that the dictionary lacks or that look elided.
  private static let whole: Set<String> = ["aujourd'hui", "quelqu'un", "quelqu'une", "quelqu'uns"]

  /// Where the token that starts at `start` and meets an apostrophe at `apostrophe` ends, where the apostrophe
  /// elides it; nil where the apostrophe is part of a word.
  static func end(_ chunk: Chunk, _ start: Int, apostrophe: Int, forms: FormBook) -> Int? {
    guard apostrophe - start <= 8 else { return nil }
    let before = chunk.form(start..<apostrophe)
    guard words[before] != nil else { return nil }
    let run = chunk.wordEnd(from: apostrophe + 1)
    if run > apostrophe + 1, run - start < 40 {
      let candidate = chunk.form(start..<run)
      if whole.contains(candidate) || (before.count > 1 && forms.has(candidate)) { return nil }
      if before == "m", candidate == "m'sieur" || candidate == "m'dame" { return nil }
    }
    return apostrophe + 1
  }
}
