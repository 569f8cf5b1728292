/// Two words that name both genders: `travailleuses et travailleurs`, `tous/toutes`.
public struct Doublet: Hashable, Sendable {
  /// The place of the first word among the tokens.
  public let first: Int
  /// The place of the second, two to four places on.
  public let second: Int

  /// The words at these places.
  public init(first: Int, second: Int) {
    self.first = first
    self.second = second
  }
}

extension FrenchAnalyzer {
  private static let joints: Set<String> = ["et", "ou", "/", ",", "&", "et/ou"]

  /// The doublets among the tokens of a text: two forms of one lemma, of either gender, joined by *et*, *ou*, a
  /// comma or a slash, with at most a determiner before the second. Cost: linear.
  public func doublets(in tokens: [AnalyzedToken]) -> [Doublet] {
    var doublets: [Doublet] = []
    for middle in tokens.indices.dropFirst().dropLast() {
      guard Self.joints.contains(types[tokens[middle].type].form) else { continue }
      var second = middle + 1
      let next = types[tokens[second].type]
      if next.partOfSpeech == .determiner, !isPair(middle - 1, second, tokens), second + 1 < tokens.count {
        second += 1
      }
      if isPair(middle - 1, second, tokens) { doublets.append(Doublet(first: middle - 1, second: second)) }
    }
    return doublets
  }

  /// Whether two tokens are the two genders of one word.
  private func isPair(_ first: Int, _ second: Int, _ tokens: [AnalyzedToken]) -> Bool {
    let (left, right) = (types[tokens[first].type], types[tokens[second].type])
    guard left.kind == .word, right.kind == .word, left.form != right.form, left.lemma == right.lemma else {
      return false
    }
    let (one, other) = (genders(left.form), genders(right.form))
    return one.contains(.masculine) && other.contains(.feminine) && !other.contains(.masculine)
      || one.contains(.feminine) && other.contains(.masculine) && !one.contains(.masculine)
  }

  /// The genders that the dictionary gives a form.
  private func genders(_ form: String) -> Morphology {
    forms.analyses(of: form).reduce(into: Morphology()) {
      $0.formUnion($1.morphology.intersection(.anyGender))
    }
  }
}
