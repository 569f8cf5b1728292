/// Numbers: digits with what joins them.
enum Numbers {
  private static let ordinals: Set<String> = [
    "er", "ers", "re", "res", "ère", "ères", "ere", "eres", "e", "es", "è", "ème", "èmes", "eme", "emes",
    "ième",
    "ieme", "ièmes", "iemes", "nd", "nde", "nds", "ndes", "d", "de",
  ]
  /// Marks that join digits on both sides: `3.5`, `12/05`, `14:30`, `2020-2021`, `10'000`.
  private static let joiners: Set<Unicode.Scalar> = [".", ",", "/", ":", "-", "'", "–", "*"]

  /// Whether a sign starts a number there: `+60`, `-1,5`, but not `2-1` nor `mot-1`.
  static func isSign(_ chunk: Chunk, at index: Int) -> Bool {
    switch chunk.lower[index] {
    case "+", "-", "−": chunk.isDigit(index + 1) && !chunk.isWordGlyph(index - 1)
    default: false
    }
  }

  /// Whether a form is an ordinal in digits: `2ème`, `1er`.
  static func isOrdinal(_ form: String) -> Bool {
    guard let letter = form.firstIndex(where: { !$0.isNumber }), letter != form.startIndex else {
      return false
    }
    return ordinals.contains(String(form[letter...]))
  }

  /// The number that starts at `index`, at a digit or a sign.
  static func read(_ chunk: Chunk, at index: Int) -> RawToken {
    var end = chunk.isDigit(index) ? index : index + 1
    let first = end
    end = digits(chunk, from: end)
    if let grouped = groups(chunk, first: first..<end, international: chunk.has("+", at: index)) {
      end = grouped
    }
    while true {
      if end + 1 < chunk.count, joiners.contains(chunk.lower[end]), chunk.isDigit(end + 1) {
        end = digits(chunk, from: end + 1)
      } else if chunk.isLetter(end) {
        let letters = chunk.wordEnd(from: end)
        end = letters
      } else if chunk.has("-", at: end), chunk.isLetter(end + 1) {
        end = chunk.wordEnd(from: end + 1)
      } else {
        break
      }
    }
    return RawToken(index..<end, .number)
  }

  private static func digits(_ chunk: Chunk, from index: Int) -> Int {
    var end = index
    while chunk.isDigit(end) { end += 1 }
    return end
  }

  /// Where a number written in groups ends: thousands (`1 234 567`) or a telephone number (`06 12 34 56 78`).
  private static func groups(_ chunk: Chunk, first: Range<Int>, international: Bool) -> Int? {
    func isSpace(_ at: Int) -> Bool { at < chunk.count && chunk.classes[at] == .space }
    if first.count == 2 && (chunk.has("0", at: first.lowerBound) || international)
      || international && first.count < 4
    {
      var end = first.upperBound
      var pairs = 1
      while isSpace(end) {
        let next = digits(chunk, from: end + 1)
        let size = next - end - 1
        guard size == 2 || (international && pairs == 1 && size == 1) else { break }
        end = next
        pairs += 1
      }
      if pairs >= 5 { return end }
    }
    guard first.count <= 3 else { return nil }
    var end = first.upperBound
    while isSpace(end) {
      let next = digits(chunk, from: end + 1)
      guard next - end - 1 == 3 else { break }
      end = next
    }
    return end > first.upperBound ? end : nil
  }
}
