import CodingModel

extension Query {
  /// The words in it, in order, that are operators but for their case and stand between two others as operators do: `et`
  /// in `lien et temps`. They are looked for as the words that they are, which is not always what was meant.
  ///
  /// - Parameter text: what the query was read from.
  public func operatorLikeWords(in text: String) -> [String] {
    var found: [String] = []
    collect(in: Array(text.unicodeScalars), &found)
    return found
  }

  private func collect(in text: [Unicode.Scalar], _ found: inout [String]) {
    switch node {
    case .and(let parts):
      for (index, part) in parts.enumerated() {
        if index > 0, index < parts.count - 1, let word = part.operatorLikeWord(in: text),
          Self.areSideBySide(parts[index - 1], part, in: text),
          Self.areSideBySide(part, parts[index + 1], in: text)
        {
          if !found.contains(word) { found.append(word) }
        } else {
          part.collect(in: text, &found)
        }
      }
    case .or(let parts): for part in parts { part.collect(in: text, &found) }
    case .not(let inner), .within(let inner, _): inner.collect(in: text, &found)
    case .term, .phrase, .near, .sequence, .filter: break
    }
  }

  private func operatorLikeWord(in text: [Unicode.Scalar]) -> String? {
    guard case .term(let term) = node, case .word(let word) = term.kind, range.end <= text.count,
      String(scalars: text[range.start..<range.end]) == word
    else { return nil }
    return switch OperatorWord.kind(of: word.uppercased()) {
    case .and, .or, .not, .except: word
    default: nil
    }
  }

  private static func areSideBySide(_ left: Query, _ right: Query, in text: [Unicode.Scalar]) -> Bool {
    left.range.end <= right.range.start && right.range.start <= text.count
      && text[left.range.end..<right.range.start].allSatisfy(\.isQuerySpace)
  }
}
