public import CodingModel

/// How questions get the short names that commands use.
public enum QuestionNaming {
  /// The longest name taken from a file, in code points.
  static let longestName = 32

  /// The questions of a survey whose columns are questions, by their headers.
  ///
  /// `q1. Qu'est-ce que…` gives the name `q1` and the rest as wording; a short header without spaces is its
  /// own name and wording; any other gets `q1`, `q2`… by its place, and is the wording.
  public static func questions(headers: [String]) -> [SurveyQuestion] {
    var taken: Set<String> = []
    let given = headers.map { header -> SurveyQuestion? in
      let question =
        split(header).map { SurveyQuestion(name: $0.name, wording: $0.wording) }
        ?? (isName(header) ? SurveyQuestion(name: header, wording: header) : nil)
      guard let question, taken.insert(question.name.lowercased()).inserted else { return nil }
      return question
    }
    return given.enumerated().map { index, question in
      question ?? SurveyQuestion(name: freeName(from: index + 1, taken: &taken), wording: headers[index])
    }
  }

  /// `q` with the first number from `number` on that is not taken, which is then taken.
  static func freeName(from number: Int, taken: inout Set<String>) -> String {
    var number = number
    while !taken.insert("q\(number)").inserted { number += 1 }
    return "q\(number)"
  }

  /// Whether a header or a cell can be a question's name as it is: short, without spaces and `/`.
  static func isName(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    return (1...longestName).contains(scalars.count)
      && scalars.allSatisfy { !$0.properties.isWhitespace && $0 != "/" && $0 != "?" }
  }

  /// Whether a name is a question's number and nothing else, such as `Q12` or `question 3`.
  static func isNumbered(_ name: String) -> Bool {
    number(at: name)?.rest.isEmpty ?? false
  }

  /// The short name and the wording in a header such as `q1. Qu'est-ce que…`, `Q12 : …` or `q3 - …`.
  static func split(_ header: String) -> (name: String, wording: String)? {
    guard let (name, rest) = number(at: header) else { return nil }
    var wording = rest[...]
    while let mark = wording.unicodeScalars.first,
      mark.properties.isWhitespace || ".:-–—)]_|".unicodeScalars.contains(mark)
    {
      wording = wording.dropFirst()
    }
    let isParted = wording.startIndex != rest.startIndex
    guard isParted, !wording.isEmpty else { return nil }
    return (name, String(wording))
  }

  /// The question number that a name starts with (`q1`, `Q12b`, `question 3` as `q3`), and what follows.
  private static func number(at name: String) -> (name: String, rest: String)? {
    let scalars = Array(name.unicodeScalars)
    let lower = name.lowercased()
    let word = lower.hasPrefix("question") ? 8 : lower.hasPrefix("q") ? 1 : 0
    guard word > 0, lower.unicodeScalars.count == scalars.count else { return nil }
    var index = word
    while index < scalars.count, scalars[index].properties.isWhitespace || scalars[index] == "_" {
      index += 1
    }
    let first = index
    while index < scalars.count, ("0"..."9").contains(scalars[index]) { index += 1 }
    guard index > first, index - first <= 4 else { return nil }
    let hasLetter = index < scalars.count && scalars[index].isASCII && scalars[index].properties.isAlphabetic
    if hasLetter, index + 1 == scalars.count || !scalars[index + 1].properties.isAlphabetic { index += 1 }
    guard index == scalars.count || !scalars[index].properties.isAlphabetic else { return nil }
    var text = String.UnicodeScalarView()
    text.append(word == 1 ? scalars[0] : "q")
    text.append(contentsOf: scalars[first..<index])
    var rest = String.UnicodeScalarView()
    rest.append(contentsOf: scalars[index...])
    return (String(text), String(rest))
  }
}
