import CodingModel
import CorpusIndex
import QueryLanguage

/// Numbers that are the same on every machine.
struct Dice {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % sides
  }

  mutating func pick<T>(_ items: [T]) -> T { items[roll(items.count)] }
}

/// Random corpora of few words, so that they meet often, and random queries over these words.
struct RandomCorpus {
  var dice: Dice

  private static let words = [
    "le/le/DET", "Le/le/DET", "la/le/DET", "lien", "liens/lien/NOUN", "LIEN/lien/NOUN", "perdu/perdre/VERB",
    "perd/perdre/VERB", "perte", "ou/ou/CCONJ", "où/où/ADV", "l'/le/DET", "aide", "aidé/aider/VERB",
    "aide/aider/VERB", "numerique/numérique/ADJ", "numérique/numérique/ADJ", "cœur", "coeur/cœur/NOUN",
    "usager·e·s/usager/NOUN/usagers,usagères", "été/être/AUX", "ete/été/NOUN", ",/,/PUNCT", "RSA/RSA/PROPN",
    "aides/aide/NOUN:pl",
  ]

  mutating func corpus() -> SmallCorpus {
    var texts: [String] = []
    for _ in 0..<1 + dice.roll(30) {
      var text: [String] = []
      for _ in 0..<dice.roll(dice.pick([3, 10, 25])) {
        if dice.roll(7) == 0 { text.append("|") }
        text.append(dice.pick(Self.words))
      }
      texts.append(text.joined(separator: " "))
    }
    return SmallCorpus(texts, firstID: Int64(1 + dice.roll(1000)), step: dice.roll(3) == 0 ? 3 : 1)
  }

  /// Filters on two codes: which answers have them, and where.
  mutating func context(for corpus: SmallCorpus) -> FixedContext {
    var context = FixedContext()
    for name in ["a", "b"] {
      let filter = Filter(.code(name))
      var set = AnswerSet()
      var ranges = AnswerRanges()
      for (id, tokens) in corpus.answers where dice.roll(2) == 0 {
        set.insert(RowID(id))
        let length = tokens.last?.end ?? 0
        for _ in 0..<dice.roll(3) {
          let (left, right) = (dice.roll(length + 1), dice.roll(length + 1))
          ranges.append(RowID(id), TextRange(min(left, right), max(left, right)))
        }
      }
      context.sets[filter] = set
      context.ranges[filter] = ranges
    }
    context.sets[Filter(.question("q"))] = context.sets[Filter(.code("a"))]
    return context
  }

  private static let terms = [
    "lien", "liens", "le", "ou", "où", "perdre", "numérique", "numerique", "coeur", "cœur", "usagers",
    "usageres",
    "usager", "ete", "été", "rsa", "=le", "=Le", "=LIEN", "lemma:le", "lemma:etre", "pos:DET", "pos:NOUN",

    "li*",
    "*e", "?ien*", "é*", "*·*", "perd?", "/l.*/", "/(lien|perd)s?/", "/[a-m]+/", "/[^a-m]\\w{1,3}/", "l'aide",
    "\"l'aide perdu\"", "\",\"", "inconnu", "/usag[eè]re?s/", "/L'/", "=l'aide", "aider",
    "[lemma=\"le\"] []?", "([pos=\"NOUN\"] []+ [pos=\"DET\"] within s)", "(?longest) [pos!=\"DET\"]+",
    "([] <code:a> [] | [word=\"la\"])", "(a:[] []{1,3} b:[] :: a.lemma = b.lemma & code:b)",
    "([form=\"li.*\"] within code:a)", "(<s> [] :: !question:q)",
  ]
  private static let elements = [
    "lien", "le", "=Le", "pos:NOUN", "lemma:perdre", "*", "l*", "/l.*/", ",", "aide", "l'aide", "perte",
  ]

  mutating func query(depth: Int) -> String {
    switch dice.roll(depth == 0 ? 4 : 10) {
    case 0, 1: return positional(depth: 0)
    case 2, 3: return depth == 0 ? positional(depth: 0) : "code:" + dice.pick(["a", "b"])
    case 4: return "(\(query(depth: depth - 1)) AND \(query(depth: depth - 1)))"
    case 5: return "(\(query(depth: depth - 1)) OR \(query(depth: depth - 1)))"
    case 6: return "NOT \(query(depth: depth - 1))"
    case 7: return "(\(query(depth: depth - 1)) within code:\(dice.pick(["a", "b"])))"
    default: return positional(depth: depth)
    }
  }

  private mutating func positional(depth: Int) -> String {
    switch dice.roll(depth == 0 ? 3 : 5) {
    case 0, 1: return dice.pick(Self.terms)
    case 2:
      let words = (0..<2 + dice.roll(2)).map { _ in dice.pick(Self.elements) }
      return words.allSatisfy { $0 == "*" } ? "lien" : "\"" + words.joined(separator: " ") + "\""
    case 3: return "(\(positional(depth: depth - 1)) OR \(positional(depth: depth - 1)))"
    default:
      let name = dice.pick(["NEAR/", "BEFORE/"]) + "\(1 + dice.roll(4))" + dice.pick(["", ":answer"])
      return "(\(positional(depth: depth - 1)) \(name) \(positional(depth: depth - 1)))"
    }
  }
}
