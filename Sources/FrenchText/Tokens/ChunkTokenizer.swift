/// Cuts a chunk into tokens by rules, asking the dictionary where letters alone do not decide.
///
/// Every rule looks a bounded way ahead or consumes what it looked at, so that the cost stays linear.
struct ChunkTokenizer {
  let forms: FormBook

  /// The tokens of a chunk, in order, not overlapping.
  func tokens(of chunk: Chunk) -> [RawToken] {
    var tokens: [RawToken] = []
    var index = 0
    while index < chunk.count {
      switch chunk.classes[index] {
      case .space: index += 1
      default:
        let before = tokens.count
        read(chunk, at: index, into: &tokens)
        guard tokens.count > before, let last = tokens.last, last.range.upperBound > index else {
          tokens.append(RawToken(index..<(index + 1), .punctuation))
          index += 1
          continue
        }
        index = last.range.upperBound
      }
    }
    return tokens
  }

  /// Appends one token or several that start at `index`.
  private func read(_ chunk: Chunk, at index: Int, into tokens: inout [RawToken]) {
    if !chunk.isWordGlyph(index - 1), let address = Addresses.read(chunk, at: index) {
      tokens.append(address)
      return
    }
    switch chunk.classes[index] {
    case .digit: tokens.append(Numbers.read(chunk, at: index))
    case .letter: WordRules(forms: forms).read(chunk, at: index, into: &tokens)
    case .emoji: tokens.append(Emoji.read(chunk, at: index))
    default:
      if index == 0, let clitic = Clitics.alone(chunk) {
        tokens.append(clitic)
      } else if chunk.has("~", at: index), chunk.isLetter(index + 1) {
        tokens.append(RawToken(index..<chunk.wordEnd(from: index + 1), .word))
      } else if Numbers.isSign(chunk, at: index) {
        tokens.append(Numbers.read(chunk, at: index))
      } else if let smiley = Smileys.read(chunk, at: index) {
        tokens.append(smiley)
      } else {
        tokens.append(Marks.read(chunk, at: index))
      }
    }
  }
}
