/// Feminine endings as people write them after a separator, for words that no dictionary has.
enum FeminineEndings {
  /// Ending written, what it replaces at the end of the masculine (the first that fits), in the singular.
  private static let rows: [(written: String, masculine: [String], feminine: String)] = [
    ("se", ["eur", "eux"], "euse"), ("euse", ["eur", "eux"], "euse"), ("rice", ["teur"], "trice"),
    ("trice", ["teur"], "trice"), ("ice", ["teur"], "trice"), ("ère", ["er"], "ère"), ("ere", ["er"], "ère"),
    ("ière", ["ier"], "ière"), ("ve", ["f"], "ve"), ("ive", ["if"], "ive"), ("elle", ["eau", "el"], "elle"),
    ("ne", ["n"], "nne"), ("enne", ["en"], "enne"), ("onne", ["on"], "onne"), ("le", ["l"], "lle"),
    ("te", ["t"], "tte"), ("fe", ["f"], "ffe"), ("esse", ["e", ""], "esse"), ("sse", ["e"], "esse"),
    ("che", ["c"], "che"), ("que", ["c"], "que"), ("e", [""], "e"), ("eresse", ["eur"], "eresse"),
    ("deresse", ["deur"], "deresse"),
    ("oresse", ["eur"], "oresse"), ("ine", ["", "in"], "ine"),
  ]

  private static let known = Set(rows.map(\.written))

  /// Whether an ending, singular or plural, is one of those people write.
  static func isKnown(_ ending: String) -> Bool {
    known.contains(ending) || (ending.hasSuffix("s") && known.contains(String(ending.dropLast())))
  }

  /// The singular endings that stand for the same feminine as one of them, itself among them: `se` and `euse`.
  static func alike(_ ending: String) -> [String] {
    let feminines = rows.filter { $0.written == ending }.map(\.feminine)
    return rows.filter { feminines.contains($0.feminine) }.map(\.written)
  }

  /// The reading of a base and an ending, or nil where the ending is none of those.
  static func reading(_ stem: String, _ ending: String, isPlural: Bool) -> InclusiveReading? {
    guard stem.unicodeScalars.count >= 3 else { return nil }
    let single = ending.hasSuffix("s") && ending.count > 1 ? String(ending.dropLast()) : ending
    let base = isPlural && stem.hasSuffix("s") ? String(stem.dropLast()) : stem
    guard let row = rows.first(where: { $0.written == single }),
      let replaced = row.masculine.first(where: { base.hasSuffix($0) })
    else { return nil }
    let mark = isPlural ? "s" : ""
    let masculine = base.hasSuffix("x") || base.hasSuffix("s") ? base : base + mark
    return InclusiveReading(
      masculine: masculine, feminine: base.dropLast(replaced.count) + row.feminine + mark, model: masculine)
  }
}
