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
  /// Reads fields like `po:nom is:mas is:sg`; unknown ones are passed over.
  init(fields: ArraySlice<UInt8>) {
    var all: Morphology = []
    var isLiving = false
    for field in fields.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 }) where field.count > 3 {
      let start = field.startIndex
      let value = field[(start + 3)...]
      if field[start] == UInt8(ascii: "p") && field[start + 1] == UInt8(ascii: "o") {
        if value.first == UInt8(ascii: "v") && value.dropFirst().first.map({ $0 < 0x34 }) == true {
          all.insert(value.dropFirst().first == UInt8(ascii: "0") ? [.verb, .auxiliary] : .verb)
        } else {
          let name = String(decoding: value, as: UTF8.self)
          all.insert(Self.parts[name] ?? [])
          isLiving = isLiving || Self.livingTenses.contains(name)
        }
      } else if field[start] == UInt8(ascii: "i") && field[start + 1] == UInt8(ascii: "s") {
        all.insert(Self.inflections[String(decoding: value, as: UTF8.self)] ?? [])
      }
    }
    if isLiving { all.remove(.literary) }
    self = all
  }

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
