public import CodingModel

/// The words that a document of excerpts is headed with, in the reader's language.
public struct ExcerptLabels: Hashable, Sendable {
  /// The language, as HTML and BCP 47 name it: `fr`, `en`.
  public var language: String
  /// The document's title.
  public var title: String
  /// What one excerpt is called, and several.
  public var excerpt: String, excerpts: String
  /// What stands between how many are shown and how many there are: `sur`.
  public var outOf: String
  /// What a memo is headed with.
  public var memo: String
  /// What stands between a heading and what it heads, such as `: `.
  public var colon: String

  /// Words in a language.
  public init(
    language: String, title: String, excerpt: String, excerpts: String, outOf: String, memo: String,
    colon: String
  ) {
    self.language = language
    self.title = title
    self.excerpt = excerpt
    self.excerpts = excerpts
    self.outOf = outOf
    self.memo = memo
    self.colon = colon
  }

  /// `1 extrait`, `2 512 extraits`: the number with the language's spaces or commas, and the noun; `3 extraits sur
  /// 2 512` where there are more than are shown.
  func count(_ number: Int, of total: Int) -> String {
    let noun = number == 1 || language.hasPrefix("fr") && number == 0 ? excerpt : excerpts
    let shown = digits(number) + " " + noun
    guard total > number else { return shown }
    return shown + " " + outOf + " " + digits(total)
  }

  private func digits(_ number: Int) -> String {
    let isFrench = language.hasPrefix("fr")
    let digits = Array(String(number))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += isFrench ? "\u{202F}" : "," }
      text.append(digit)
    }
    return text
  }
}

/// A variable whose values are exported with excerpts.
public struct ExcerptVariable: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// Whether its values are numbers.
  public var kind: Variable.Kind

  /// A variable.
  public init(name: String, kind: Variable.Kind) {
    self.name = name
    self.kind = kind
  }
}
