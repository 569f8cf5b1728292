/// Two words that name both genders: `travailleuses et travailleurs`, `tous/toutes`.
public struct Doublet: Hashable, Sendable {
  /// The place of the first word among the tokens.
  public let first: Int
  /// The place of the second, two to four places on: a preposition and a determiner may come between.
  public let second: Int

  /// The words at these places.
  public init(first: Int, second: Int) {
    self.first = first
    self.second = second
  }
}

extension FrenchAnalyzer {
  private static let joints: Set<String> = ["et", "ou", "/", ",", "&", "et/ou"]

  /// The doublets among the tokens of a text: two forms of one word, of either gender, joined by *et*, *ou*, a
  /// comma or a slash, with at most a preposition and a determiner before the second (`de celles et de ceux`).
  /// Cost: linear.
  public func doublets(in tokens: [AnalyzedToken]) -> [Doublet] {
    var doublets: [Doublet] = []
    for middle in tokens.indices.dropFirst().dropLast() {
      guard Self.joints.contains(types[tokens[middle].type].form) else { continue }
      for second in (middle + 1)..<min(middle + 4, tokens.count) {
        if isPair(middle - 1, second, tokens) {
          doublets.append(Doublet(first: middle - 1, second: second))
          break
        }
        let part = types[tokens[second].type].partOfSpeech
        guard part == .determiner || part == .adposition else { break }
      }
    }
    return doublets
  }

  /// Whether two tokens are the two genders of one word.
  private func isPair(_ first: Int, _ second: Int, _ tokens: [AnalyzedToken]) -> Bool {
    let (left, right) = (types[tokens[first].type], types[tokens[second].type])
    guard left.kind == .word, right.kind == .word, left.form != right.form,
      left.lemma == right.lemma || areOneWord(left.form, right.form),
      FeminineNouns.lemma(of: left.form) == nil, FeminineNouns.lemma(of: right.form) == nil
    else { return false }
    let (one, other) = (genders(left.form), genders(right.form))
    return one.contains(.masculine) && other.contains(.feminine) && !other.contains(.masculine)
      || one.contains(.feminine) && other.contains(.masculine) && !one.contains(.masculine)
  }

  /// Whether two forms are of one noun or adjective, whatever context makes of them (`employées et employés`).
  private func areOneWord(_ first: String, _ other: String) -> Bool {
    func stems(_ form: String) -> Set<Int> {
      Set(
        forms.analyses(of: form).filter {
          !$0.morphology.isDisjoint(with: [.noun, .adjective, .pastParticiple])
        }.map(\.stem))
    }
    return !stems(first).isDisjoint(with: stems(other))
  }

  /// The genders that the dictionary gives a form.
  private func genders(_ form: String) -> Morphology {
    forms.analyses(of: form).reduce(into: Morphology()) {
      $0.formUnion($1.morphology.intersection(.anyGender))
    }
  }
}
