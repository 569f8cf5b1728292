import Foundation

/// Numbers as people of the language write them.
enum NumberWording {
  /// `2 512` in French (U+202F between the thousands), `2,512` in English.
  static func count(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "−" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { text += say("\u{202F}", ",") }
      text.append(digit)
    }
    return text
  }

  /// A number with `places` decimals: `231,4` in French, `231.4` in English; `+` where asked and positive.
  static func decimal(_ number: Double, places: Int, signed: Bool = false) -> String {
    guard number.isFinite else { return "–" }
    let text = String(format: "%.\(places)f", abs(number))
    let isZero = !text.contains { ("1"..."9").contains($0) }
    let parts = text.split(separator: ".")
    let whole = Int(parts[0]).map(count) ?? String(parts[0])
    let sign = isZero ? "" : number < 0 ? "−" : signed ? "+" : ""
    return sign + whole + (parts.count > 1 ? say(",", ".") + parts[1] : "")
  }

  /// A share between 0 and 1 as a percentage: `51 %` in French, `51%` in English.
  static func share(_ share: Double, places: Int = 0) -> String {
    decimal(share * 100, places: places) + say("\u{A0}%", "%")
  }

  /// A number of things, its noun in the right number: zero is singular in French, plural in English.
  static func things(
    _ number: Int, _ french: (one: String, many: String), _ english: (one: String, many: String)
  ) -> String {
    let isOne = Language.current == .fr ? abs(number) < 2 : abs(number) == 1
    let noun =
      Language.current == .fr ? (isOne ? french.one : french.many) : (isOne ? english.one : english.many)
    return count(number) + "\u{A0}" + noun
  }

  /// A p-value: `p = 0,032`, `p < 0,001`.
  static func probability(_ p: Double) -> String {
    p < 0.001 ? "p < " + decimal(0.001, places: 3) : "p = " + decimal(p, places: 3)
  }
}

extension Int {
  /// `2 407 réponses`, `1 answer`: see ``NumberWording/things(_:_:_:)``.
  var answers: String { NumberWording.things(self, ("réponse", "réponses"), ("answer", "answers")) }
  var respondents: String {
    NumberWording.things(self, ("répondant", "répondants"), ("respondent", "respondents"))
  }
  var codings: String { NumberWording.things(self, ("codage", "codages"), ("coding", "codings")) }
  var codes: String { NumberWording.things(self, ("code", "codes"), ("code", "codes")) }
  var hits: String { NumberWording.things(self, ("occurrence", "occurrences"), ("hit", "hits")) }
  var lines: String { NumberWording.things(self, ("ligne", "lignes"), ("line", "lines")) }
  /// Tokens, which are words and punctuation.
  var tokens: String {
    NumberWording.things(self, ("mot ou signe", "mots et signes"), ("word or mark", "words and marks"))
  }
  var words: String { NumberWording.things(self, ("mot", "mots"), ("word", "words")) }
  var excerpts: String { NumberWording.things(self, ("extrait", "extraits"), ("excerpt", "excerpts")) }
  var values: String { NumberWording.things(self, ("modalité", "modalités"), ("value", "values")) }
}
