/// What the dictionary says of a word: parts of speech, verb forms, gender, number.
struct Morphology: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  static let noun = Morphology(rawValue: 1 << 0)
  static let adjective = Morphology(rawValue: 1 << 1)
  static let verb = Morphology(rawValue: 1 << 2)
  static let auxiliary = Morphology(rawValue: 1 << 3)
  static let properNoun = Morphology(rawValue: 1 << 4)
  static let adverb = Morphology(rawValue: 1 << 5)
  static let interjection = Morphology(rawValue: 1 << 6)
  static let number = Morphology(rawValue: 1 << 7)
  static let ordinal = Morphology(rawValue: 1 << 8)
  static let preposition = Morphology(rawValue: 1 << 9)
  static let determiner = Morphology(rawValue: 1 << 10)
  static let pronoun = Morphology(rawValue: 1 << 11)
  static let coordination = Morphology(rawValue: 1 << 12)
  static let subordination = Morphology(rawValue: 1 << 13)
  static let affix = Morphology(rawValue: 1 << 14)
  static let pastParticiple = Morphology(rawValue: 1 << 15)
  static let presentParticiple = Morphology(rawValue: 1 << 16)
  static let infinitive = Morphology(rawValue: 1 << 17)
  static let finite = Morphology(rawValue: 1 << 18)
  static let masculine = Morphology(rawValue: 1 << 19)
  static let feminine = Morphology(rawValue: 1 << 20)
  static let epicene = Morphology(rawValue: 1 << 21)
  static let singular = Morphology(rawValue: 1 << 22)
  static let plural = Morphology(rawValue: 1 << 23)
  static let invariable = Morphology(rawValue: 1 << 24)

  /// A tense that only books still use: past historic, imperfect subjunctive.
  static let literary = Morphology(rawValue: 1 << 25)

  static let anyVerb: Morphology = [.verb, .auxiliary]
  static let anyGender: Morphology = [.masculine, .feminine, .epicene]
  static let anyNumber: Morphology = [.singular, .plural, .invariable]
  static let verbForm: Morphology = [.pastParticiple, .presentParticiple, .infinitive, .finite]
}

extension Morphology {
  /// Reads fields like `po:nom is:mas is:sg`; unknown ones are passed over. Cost: tens of nanoseconds a field.
  init(fields: UnsafeBufferPointer<UInt8>) {
    var all: Morphology = []
    var isLiving = false
    var index = 0
    while index < fields.count {
      let start = index
      var hash = KeyHash()
      while index < fields.count, unsafe fields[index] > 0x20 {
        if index >= start + 3 { unsafe hash.add(fields[index]) }
        index += 1
      }
      defer { index += 1 }
      guard index > start + 3 else { continue }
      let (first, second) = unsafe (fields[start], fields[start + 1])
      if first == UInt8(ascii: "p"), second == UInt8(ascii: "o") {
        let value = unsafe fields[start + 3]
        let group = start + 4 < index ? unsafe fields[start + 4] : 0xFF
        if value == UInt8(ascii: "v"), group < 0x34 {
          all.insert(group == UInt8(ascii: "0") ? [.verb, .auxiliary] : .verb)
        } else if let part = Self.partsByHash[hash.value] {
          all.insert(part.morphology)
          isLiving = isLiving || part.isLiving
        }
      } else if first == UInt8(ascii: "i"), second == UInt8(ascii: "s") {
        all.insert(Self.inflectionsByHash[hash.value] ?? [])
      }
    }
    if isLiving { all.remove(.literary) }
    self = all
  }

  private static func hash(_ name: String) -> UInt64 {
    var hash = KeyHash()
    for byte in name.utf8 { hash.add(byte) }
    return hash.value
  }

  private static let partsByHash: [UInt64: (morphology: Morphology, isLiving: Bool)] = Dictionary(
    uniqueKeysWithValues: parts.map { (hash($0.key), ($0.value, livingTenses.contains($0.key))) })

  private static let inflectionsByHash: [UInt64: Morphology] = Dictionary(
    uniqueKeysWithValues: inflections.map { (hash($0.key), $0.value) })

  private static let livingTenses: Set<String> = [
    "ipre", "iimp", "ifut", "cond", "spre", "impe", "ppas", "ppre", "infi",
  ]

  private static let inflections: [String: Morphology] = [
    "mas": .masculine, "fem": .feminine, "epi": .epicene, "sg": .singular, "pl": .plural, "inv": .invariable,
  ]

  private static let parts: [String: Morphology] = [
    "nom": .noun, "loc.nom": .noun, "titr": .noun, "adj": .adjective, "loc.adj": .adjective,
    "npr": .properNoun, "prn": .properNoun, "patr": .properNoun, "loc.patr": .properNoun,
    "adv": .adverb, "loc.adv": .adverb, "negadv": .adverb, "advint": .adverb, "proadv": [.adverb, .pronoun],
    "interj": .interjection, "loc.interj": .interjection, "nb": .number, "nbro": .ordinal,
    "prep": .preposition, "prepv": .preposition, "loc.prep": .preposition, "loc.prepv": .preposition,
    "det": .determiner, "detpos": .determiner, "detind": .determiner, "detdem": .determiner,
    "detneg": .determiner, "detex": .determiner, "propersuj": .pronoun, "properobj": .pronoun,
    "prodem": .pronoun, "proind": .pronoun, "prorel": .pronoun, "proint": .pronoun, "proneg": .pronoun,
    "cjco": .coordination, "cjsub": .subordination, "cj": .subordination, "loc.cj": .subordination,
    "loc.cjsub": .subordination, "pfx": .affix, "sfx": .affix, "loc.verb": .verb,
    "infi": .infinitive, "ppre": .presentParticiple, "ppas": .pastParticiple, "ipre": .finite,
    "iimp": .finite, "ipsi": [.finite, .literary], "ifut": .finite, "cond": .finite, "spre": .finite,
    "simp": [.finite, .literary],
    "impe": .finite, "1sg": .finite, "2sg": .finite, "3sg": .finite, "1pl": .finite, "2pl": .finite,
    "3pl": .finite, "3pl!": .finite, "1isg": .finite,
  ]
}
