/// What a word does to the bounds of sentences.
struct SentenceMarks: OptionSet, Sendable {
  let rawValue: UInt8

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

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  init(_ spelling: WordStore.Spelling) {
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
    let hasSmall = scalars.contains { $0.properties.isLowercase }
    if hasSmall { marks.insert(.small) }
    if marks.contains(.capital), !hasSmall, scalars.count > 1 { marks.insert(.allCapitals) }
    self = marks
  }
}
