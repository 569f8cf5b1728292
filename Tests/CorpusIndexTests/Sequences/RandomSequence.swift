/// Random queries in CQL over the words of ``RandomCorpus``.
struct RandomSequence {
  var dice: Dice
  private var labels: [String] = []

  init(dice: Dice) { self.dice = dice }

  private static let values = [
    "le", "Le", "la", "lien", "lien.*", "LIEN", "liens?", "perdre", "perd.?", "o[uù]", "l'", "l’", "aide?",
    "aid[eé]r?", "num[eé]rique", "c(œ|oe)ur", "c[œ]ur", "coeur", "[^a-m].*", ".*[eé]", ".", ".*", "",
    "usager.*",
    "\\w+", "\\p{Lu}.*", "[[:alpha:]]{2,4}", "été|ete", "RSA", "rsa", "é?.*?r",
  ]
  private static let tags = ["NOUN", "VERB", "DET", "DET|ADJ", "A.*", "NOUN:pl", "NO.*", "[ND].*", "noun"]

  mutating func query() -> String {
    labels = []
    var text = dice.pick(["", "", "", "(?longest) ", "(?shortest) ", "(?traditional) ", "(?standard) "])
    text += branches(depth: 2)
    if !text.contains("[") { text += " []" }
    if dice.roll(3) == 0, !labels.isEmpty { text += " :: " + constraint(depth: 1) }
    if dice.roll(8) == 0, labels.isEmpty {
      text += dice.pick([" :: code:a", " :: !code:b", " :: code:a | code:b"])
    }
    if dice.roll(3) == 0 {
      text += dice.pick([
        " within s", " within 2 s", " within answer", " within 1", " within 3", " within code:a",
        " within code:b", " within question:q",
      ])
    }
    return text
  }

  private mutating func branches(depth: Int) -> String {
    (0..<(dice.roll(5) == 0 ? 2 : 1)).map { _ in run(depth: depth) }.joined(separator: " | ")
  }

  private mutating func run(depth: Int) -> String {
    if dice.roll(10) == 0 { return "<s> \(part(depth: depth)) \(part(depth: depth)) </s>" }
    return (0..<1 + dice.roll(3)).map { _ in part(depth: depth) }.joined(separator: " ")
  }

  private mutating func part(depth: Int) -> String {
    switch dice.roll(12) {
    case 0: return dice.pick(["<s>", "</s>", "<answer>", "</answer>", "<code:a>", "</code:a>", "</code:b>"])
    case 3 where dice.roll(3) == 0: return lookAhead()
    case 1 where depth > 0, 2 where depth > 0:
      return "(" + branches(depth: depth - 1) + ")" + quantifier()
    default: return token() + (dice.roll(3) == 0 ? quantifier() : "")
    }
  }

  private mutating func lookAhead() -> String {
    let known = labels
    defer { labels = known }
    // It refers to no label.
    labels = []
    return "[: " + condition(depth: 1) + " :]"
  }

  private mutating func quantifier() -> String {
    dice.pick(["?", "*", "+", "{2}", "{1,2}", "{,2}", "{2,}", "{0,3}", ""])
  }

  private mutating func token() -> String {
    if dice.roll(4) == 0 { return "[]" }
    if dice.roll(5) == 0 { return "\"\(dice.pick(Self.values))\"" + flags() }
    var label = ""
    let condition = "[" + condition(depth: 1) + "]"
    if dice.roll(4) == 0 {
      label = dice.pick(["a", "b", "c"])
      labels.append(label)
      label += ":"
    }
    return label + condition
  }

  private mutating func flags() -> String { dice.pick(["", "", " %c", " %d", " %cd", "%c", " %l"]) }

  private mutating func condition(depth: Int) -> String {
    switch dice.roll(depth == 0 ? 4 : 8) {
    case 0: return "pos\(dice.pick(["=", "!="]))\"\(dice.pick(Self.tags))\"" + dice.pick(["", " %c"])
    case 4: return "(\(condition(depth: 0)) & \(condition(depth: 0)))"
    case 5: return "\(condition(depth: 0)) | \(condition(depth: 0))"
    case 6: return "!(\(condition(depth: 0)))"
    case 7:
      if let label = labels.last, dice.roll(2) == 0 {
        return "lemma \(dice.pick(["=", "!="])) \(label).lemma"
      }
      return "word = lemma"
    default:
      return dice.pick(["word", "form", "lemma"]) + dice.pick([" = ", "!="]) + "\"\(dice.pick(Self.values))\""
        + flags()
    }
  }

  private mutating func constraint(depth: Int) -> String {
    func label(_ dice: inout Dice, _ labels: [String]) -> String {
      dice.pick(labels + ["match", "matchend"])
    }
    let (left, right) = (label(&dice, labels), label(&dice, labels))
    switch dice.roll(depth == 0 ? 6 : 8) {
    case 0, 1:
      return "\(left).\(dice.pick(["lemma", "word", "pos", "form"])) \(dice.pick(["=", "!="])) \(right).lemma"
    case 2: return "\(left).lemma = \"\(dice.pick(Self.values))\"" + flags()
    case 3: return "distance(\(left), \(right)) \(dice.pick(["<", ">=", "="])) \(dice.roll(4))"
    case 4: return "\(left) \(dice.pick(["<", ">", "="])) \(right)"
    case 5: return dice.pick([left, "!\(left)", "code:a"])
    case 6: return "\(constraint(depth: 0)) & \(constraint(depth: 0))"
    default: return "!(\(constraint(depth: 0)) | \(constraint(depth: 0)))"
    }
  }
}
