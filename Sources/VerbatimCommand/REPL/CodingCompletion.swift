import Workbench

/// What could follow in a line typed while coding: names of codes.
enum CodingCompletion {
  /// The candidates at the end of `line`: for the abbreviation after the last sign or comma, outside quotes.
  static func result(_ line: String, _ abbreviations: CodeAbbreviations) -> ReplCompletion.Result {
    let nothing = ReplCompletion.Result(removed: 0, candidates: [])
    guard let pieces = typed(line) else { return nothing }
    let names = abbreviations.names(matching: pieces)
    return ReplCompletion.Result(removed: pieces.unicodeScalars.count, candidates: names)
  }

  /// What is typed of the code at the end of a line; nil inside a quote or after one.
  private static func typed(_ line: String) -> String? {
    var start = line.startIndex
    var closing: Character?
    var isAfterQuote = false
    let makesCode = line.first { !$0.isWhitespace } == "+"
    for index in line.indices {
      let character = line[index]
      if let end = closing {
        if character == end { (closing, isAfterQuote) = (nil, true) }
      } else if let end = quotes[character] {
        closing = end
      } else if character == "," || (makesCode && character == ">") {
        (start, isAfterQuote) = (line.index(after: index), false)
      }
    }
    guard closing == nil, !isAfterQuote, !makesCode || start > line.startIndex else { return nil }
    var text = line[start...].drop { $0.isWhitespace }
    if start == line.startIndex, let sign = text.first, "-=?−–".contains(sign) {
      text = text.dropFirst().drop { $0.isWhitespace }
    }
    return String(text)
  }

  private static let quotes: [Character: Character] = ["\"": "\"", "«": "»", "“": "”"]
}
