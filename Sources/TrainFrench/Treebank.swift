import Foundation

/// A word of a treebank as it is written: contractions (`du`) are one.
struct GoldToken {
  /// Where it stands in its sentence's text, by code points.
  let start: Int
  let end: Int
  let form: String
  /// Its part of speech; of a contraction, the first part's, or PRON where a pronoun is in it.
  let tag: String
  /// Its lemma; empty for a contraction.
  let lemma: String
}

struct GoldSentence {
  let text: String
  let tokens: [GoldToken]
}

/// A treebank in CoNLL-U.
struct Treebank {
  let name: String
  let sentences: [GoldSentence]

  /// Reads a file; words that do not stand in the text are an error of the file and end the program.
  init(path: String) throws {
    name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    var sentences: [GoldSentence] = []
    var text = ""
    var rows: [[String]] = []
    for line in try String(contentsOfFile: path, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("# text = ") {
        text = String(line.dropFirst(9))
      } else if line.isEmpty {
        if !rows.isEmpty { sentences.append(GoldSentence(text: text, tokens: Self.tokens(rows, text))) }
        rows = []
      } else if !line.hasPrefix("#") {
        rows.append(line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
      }
    }
    self.sentences = sentences
  }

  private static func tokens(_ rows: [[String]], _ text: String) -> [GoldToken] {
    let scalars = Array(text.unicodeScalars)
    var tokens: [GoldToken] = []
    var place = 0
    var skip = 0
    for (index, row) in rows.enumerated() where !row[0].contains(".") {
      var (tag, lemma) = (row[3], row[2])
      if let dash = row[0].firstIndex(of: "-") {
        skip = Int(row[0][row[0].index(after: dash)...]) ?? 0
        tag = rows[(index + 1)...].prefix(2).contains { $0[3] == "PRON" } ? "PRON" : rows[index + 1][3]
        lemma = ""
      } else if (Int(row[0]) ?? 0) <= skip {
        continue
      }
      let form = Array(row[1].unicodeScalars)
      while place + form.count <= scalars.count, !scalars[place..<(place + form.count)].elementsEqual(form) {
        place += 1
      }
      precondition(place + form.count <= scalars.count, "a word that is not in its sentence")
      tokens.append(GoldToken(start: place, end: place + form.count, form: row[1], tag: tag, lemma: lemma))
      place += form.count
    }
    return tokens
  }
}
