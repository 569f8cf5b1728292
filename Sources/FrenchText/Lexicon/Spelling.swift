/// How a typed form relates to a dictionary's spelling.
enum Spelling {
  case exact
  /// The same once accents are put back: `etat` for `état`.
  case restored

  /// How `form`, in lower case, relates to the dictionary's `word`; nil where it is another word. Capitals of
  /// the dictionary and the ligatures œ and æ make no difference.
  static func match(_ form: String, _ word: String) -> Spelling? {
    var typed = form.unicodeScalars.makeIterator()
    var isExact = true
    for scalar in word.unicodeScalars {
      guard let letter = typed.next() else { return nil }
      let lowered = scalar.lowered
      if letter == lowered { continue }
      switch (lowered.value, letter) {
      case (0x153, "o"), (0xE6, "a"): guard typed.next() == "e" else { return nil }
      case (0x2019, "'"): break
      default:
        guard letter.isASCII, lowered.baseLetter == letter else { return nil }
        isExact = false
      }
    }
    guard typed.next() == nil else { return nil }
    return isExact ? .exact : .restored
  }
}
