/// The ways in which people write one inclusive word: `étudiant·e·s`, `étudiant.e.s`, `étudiant(e)s`, `étudiants-es`…
public enum InclusiveVariants {
  private static let midpoints = GlyphTable.midpoints.map(Character.init)
  private static let separators: [Character] = midpoints + [".", "-", "/"]

  /// The parts of an inclusive word with an ending that people write.
  private struct Parts {
    let stem: String, ending: String
    let isPlural: Bool
  }

  /// All spellings, the one given among them, in lower case; none where the word is no inclusive one with a feminine
  /// ending. That a word of this shape is inclusive is for the analysis to say, which looks at the dictionary.
  public static func spellings(of word: String) -> [String] {
    let form = Folding.form(word)
    guard let parts = parts(of: form) else { return [] }
    var spellings: Set<String> = [form]
    for ending in FeminineEndings.alike(parts.ending) {
      for mark in separators.map(String.init) {
        let joined = parts.stem + mark + ending
        guard parts.isPlural else {
          spellings.insert(joined)
          continue
        }
        spellings.formUnion([joined + "s", joined + mark + "s", parts.stem + "s" + mark + ending + "s"])
        for midpoint in midpoints.map(String.init) {
          spellings.formUnion([joined + midpoint + "s", parts.stem + midpoint + ending + mark + "s"])
        }
      }
      let inside = parts.stem + "(" + ending
      spellings.formUnion(parts.isPlural ? [inside + ")s", inside + ")(s)", inside + "s)"] : [inside + ")"])
    }
    return spellings.sorted()
  }

  private static func parts(of form: String) -> Parts? {
    guard form.contains(where: { separators.contains($0) || $0 == "(" }) else { return nil }
    let pieces = form.split { separators.contains($0) || $0 == "(" || $0 == ")" }.map(String.init)
    guard (2...3).contains(pieces.count), pieces.allSatisfy({ $0.allSatisfy(\.isLetter) }),
      pieces[0].count > 1
    else { return nil }
    var (stem, ending) = (pieces[0], pieces[1])
    var isPlural = false
    if pieces.count == 3 {
      guard pieces[2] == "s" || pieces[2] == "x" else { return nil }
      isPlural = true
    }
    if !isPlural, ending.hasSuffix("s"), ending.count > 1 {
      ending.removeLast()
      isPlural = true
      if stem.hasSuffix("s") { stem.removeLast() }
    }
    return FeminineEndings.isKnown(ending) ? Parts(stem: stem, ending: ending, isPlural: isPlural) : nil
  }
}
