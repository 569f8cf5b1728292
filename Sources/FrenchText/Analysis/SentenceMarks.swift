/// What a word does to the bounds of sentences and to the words beside it.
struct SentenceMarks: OptionSet, Sendable {
  let rawValue: UInt16

  /// Ends a sentence: `.`, `!`, `?`.
  static let ends = SentenceMarks(rawValue: 1 << 0)
  /// Ends one if a capital follows: `…`, `etc.`
  static let mayEnd = SentenceMarks(rawValue: 1 << 1)
  /// Goes with the sentence it closes: `)`, `»`, `”`.
  static let closes = SentenceMarks(rawValue: 1 << 2)
  /// Starts with a capital.
  static let capital = SentenceMarks(rawValue: 1 << 3)
  /// Is all in capitals, two letters or more.
  static let allCapitals = SentenceMarks(rawValue: 1 << 4)
  /// A subject that hangs on a verb: `-il`, `-t-elle`.
  static let hangsOnVerb = SentenceMarks(rawValue: 1 << 6)
  /// Has a lower-case letter.
  static let small = SentenceMarks(rawValue: 1 << 5)
  /// A subject or an object that only a verb or another such word follows: `je`, `me`, `ne`.
  static let wantsVerb = SentenceMarks(rawValue: 1 << 7)
  /// Stands anywhere between words that belong together: an adverb, `euh`, a comma, a word broken off.
  static let filler = SentenceMarks(rawValue: 1 << 8)

  init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// Before it, a word in -ant that may be a verb is one: `en`.
  static let wantsGerund = SentenceMarks(rawValue: 1 << 9)
  /// Ends in -ant.
  static let gerund = SentenceMarks(rawValue: 1 << 10)
  /// A form of `avoir`: a participle after it is no adjective.
  static let wantsParticiple = SentenceMarks(rawValue: 1 << 11)

  /// `l'`: no participle follows it.
  static let wantsNoParticiple = SentenceMarks(rawValue: 1 << 13)
  /// Ends in -é, as participles alone do among the forms of verbs.
  static let participle = SentenceMarks(rawValue: 1 << 14)
  /// An object that goes with its verb: after a word that wants a verb, it wants one too (`ne nous aide`).
  static let joinsVerb = SentenceMarks(rawValue: 1 << 12)

  private static let callers: [String: SentenceMarks] = {
    var callers: [String: SentenceMarks] = [:]
    for form in ["le", "la", "les", "l'", "lui", "leur", "y", "en", "nous", "vous"] {
      callers[form] = .joinsVerb
    }
    callers["en", default: []].insert(.wantsGerund)
    callers["l'", default: []].insert(.wantsNoParticiple)
    for form in ["je", "j'", "tu", "il", "ils", "on", "me", "m'", "te", "t'", "se", "s'", "ne", "n'"] {
      callers[form] = .wantsVerb
    }
    let avoir = """
      ai as a avons avez ont avais avait avions aviez avaient eus eut eurent aurai auras aura aurons aurez auront
      aurais aurait aurions auriez auraient aie aies ait ayons ayez aient eût avoir ayant
      """
    for form in avoir.split(whereSeparator: \.isWhitespace) { callers[String(form)] = .wantsParticiple }
    return callers
  }()

  init(_ spelling: WordStore.Spelling, _ tags: TagSet) {
    var marks: SentenceMarks = []
    let scalars = spelling.written.unicodeScalars
    if spelling.kind == .punctuation, let first = scalars.first {
      switch first {
      case "!", "?", "。": marks = .ends
      case ".": marks = scalars.count == 1 ? .ends : .mayEnd
      case "…": marks = .mayEnd
      case ")", "]", "»", "”", "\"", "’", "'": marks = .closes
      default: break
      }
    } else if spelling.isAbbreviation, spelling.form == "etc." {
      marks = .mayEnd
    }
    if spelling.kind == .word, let first = scalars.first, first.lowered != first { marks.insert(.capital) }
    if spelling.kind == .word, Clitics.hangsOnVerb(spelling.form) { marks.insert(.hangsOnVerb) }
    if spelling.kind == .word, let called = Self.callers[spelling.form] { marks.insert(called) }
    if spelling.kind == .word, spelling.form.hasSuffix("ant") { marks.insert(.gerund) }
    if spelling.kind == .word, spelling.form.hasSuffix("é") { marks.insert(.participle) }
    if TagSet.fillers.isSuperset(of: tags) || spelling.form == "," { marks.insert(.filler) }
    let hasSmall = scalars.contains { $0.properties.isLowercase }
    if hasSmall { marks.insert(.small) }
    if marks.contains(.capital), !hasSmall, scalars.count > 1 { marks.insert(.allCapitals) }
    self = marks
  }
}
