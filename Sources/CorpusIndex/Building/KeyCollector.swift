import FrenchText

/// Gathers the spellings that types are looked up by, and puts them in order.
struct KeyCollector {
  private var numbers: [String: Int] = [:]
  private var keys: [VocabularyBuilder.Key] = []

  /// The number of a spelling, which is its normalised form; numbers are given in order of first sight.
  mutating func number(of form: String) -> Int {
    if let number = numbers[form] { return number }
    let number = keys.count
    numbers[form] = number
    let text = Array(form.utf8)
    let folded = text.allSatisfy { $0 < 0x80 } ? text : Array(Folding.folded(form).utf8)
    keys.append(VocabularyBuilder.Key(folded: folded, text: text))
    return number
  }

  /// The keys by their folded bytes, then by their own; and the place of each number among them.
  func sorted() -> (keys: [VocabularyBuilder.Key], ranks: [Int]) {
    func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool? {
      let count = min(left.count, right.count)
      for index in 0..<count where left[index] != right[index] { return left[index] < right[index] }
      return left.count == right.count ? nil : left.count < right.count
    }
    let order = keys.indices.sorted {
      precedes(keys[$0].folded, keys[$1].folded) ?? precedes(keys[$0].text, keys[$1].text) ?? false
    }
    var ranks = [Int](repeating: 0, count: keys.count)
    for (rank, number) in order.enumerated() { ranks[number] = rank }
    return (order.map { keys[$0] }, ranks)
  }
}

/// A type with its keys' numbers, before both are put in order.
struct TypeDraft {
  let id: UInt32
  let type: TokenType
  let frequency: UInt32
  let form: Int
  let lemma: Int
  let masculine: Int?
  let feminine: Int?

  init(id: UInt32, type: TokenType, frequency: UInt32, keys: inout KeyCollector) {
    self.id = id
    self.type = type
    self.frequency = frequency
    form = keys.number(of: type.form)
    lemma = keys.number(of: Folding.form(type.lemma))
    masculine = type.masculine.map { keys.number(of: Folding.form($0)) }
    feminine = type.feminine.map { keys.number(of: Folding.form($0)) }
  }

  /// The more frequent first; then an order that does not depend on when the analyser met them.
  func precedes(_ other: TypeDraft, keyOrder ranks: [Int]) -> Bool {
    if frequency != other.frequency { return frequency > other.frequency }
    if form != other.form { return ranks[form] < ranks[other.form] }
    if lemma != other.lemma { return ranks[lemma] < ranks[other.lemma] }
    let (left, right) = (type, other.type)
    if left.partOfSpeech != right.partOfSpeech {
      return left.partOfSpeech.rawValue < right.partOfSpeech.rawValue
    }
    if left.word != right.word { return left.word.utf8.lexicographicallyPrecedes(right.word.utf8) }
    if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
    if left.lemma != right.lemma { return left.lemma.utf8.lexicographicallyPrecedes(right.lemma.utf8) }
    if left.tag != right.tag {
      return (left.tag ?? "").utf8.lexicographicallyPrecedes((right.tag ?? "").utf8)
    }
    return (left.masculine ?? "", left.feminine ?? "") < (right.masculine ?? "", right.feminine ?? "")
  }

  /// The places of its keys with the role each plays.
  func roles(_ ranks: [Int]) -> [(Int, KeyRole)] {
    var roles: [(Int, KeyRole)] = [(ranks[form], .form), (ranks[lemma], .lemma)]
    if let masculine { roles.append((ranks[masculine], .masculine)) }
    if let feminine { roles.append((ranks[feminine], .feminine)) }
    return roles
  }
}

/// How lemmas are written most often, for those whose key is not written so (`RSA`, `Paris`).
struct DisplayedLemmas {
  private var counts: [[(text: String, count: Int)]]

  init(keyCount: Int) {
    counts = Array(repeating: [], count: keyCount)
  }

  var lemmaCount: Int { counts.reduce(0) { $0 + ($1.isEmpty ? 0 : 1) } }

  mutating func count(_ lemma: String, of key: Int, _ frequency: Int) {
    if let index = counts[key].firstIndex(where: { $0.text == lemma }) {
      counts[key][index].count += frequency
    } else {
      counts[key].append((lemma, frequency))
    }
  }

  /// The most frequent spelling of a key's lemma, of equally frequent ones the first in the order of their bytes,
  /// whatever the order in which they came; nil where there is none.
  func spelling(of key: Int) -> String? {
    counts[key].min {
      $0.count == $1.count ? $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) : $0.count > $1.count
    }?.text
  }

  func apply(to keys: inout [VocabularyBuilder.Key]) {
    for key in counts.indices {
      guard let best = spelling(of: key) else { continue }
      if !best.utf8.elementsEqual(keys[key].text) { keys[key].display = best }
    }
  }
}
