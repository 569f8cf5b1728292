import CodingModel
import FrenchText
import QueryLanguage

@testable import CorpusIndex

/// A corpus written down token by token, and the same as segments of an index.
struct SmallCorpus {
  /// One token: its word with what analysis would say of it.
  struct Token: Hashable {
    let type: TokenType
    let start: Int
    let end: Int
    let startsSentence: Bool
  }

  /// The tokens of each answer, by the answer's identity, ascending.
  private(set) var answers: [(id: Int64, tokens: [Token])] = []

  /// Answers as texts of words parted by spaces: `forme/LEMMA/TAG`, with lemma and tag left out where the
  /// lemma is the form and the tag NOUN; a lone `|` starts a sentence, and each space is one code point.
  init(_ texts: [String], firstID: Int64 = 1, step: Int64 = 1) {
    for (index, text) in texts.enumerated() {
      var tokens: [Token] = []
      var starts = true
      var end = 0
      for word in text.split(separator: " ") {
        if word == "|" {
          starts = true
          continue
        }
        let type = Self.type(String(word))
        let start = tokens.isEmpty ? 0 : end + 1
        end = start + type.word.unicodeScalars.count
        tokens.append(Token(type: type, start: start, end: end, startsSentence: starts))
        starts = false
      }
      answers.append((firstID + Int64(index) * step, tokens))
    }
  }

  init(answers: [(id: Int64, tokens: [Token])]) {
    self.answers = answers
  }

  static func type(_ written: String) -> TokenType {
    let parts = written.split(separator: "/").map(String.init)
    let form = Folding.form(parts[0])
    let genders = parts.count > 3 ? parts[3].split(separator: ",").map(String.init) : []
    return TokenType(
      word: parts[0], form: form, lemma: parts.count > 1 ? parts[1] : form,
      partOfSpeech: parts.count > 2 ? PartOfSpeech(tag: parts[2]) ?? .other : .noun, kind: .word,
      masculine: genders.first, feminine: genders.last,
      tag: parts.count > 2 && PartOfSpeech(tag: parts[2]) == nil ? parts[2] : nil)
  }

  /// The answers as one segment; types are numbered in the order of first sight.
  func draft() throws -> SegmentDraft {
    var numbers: [TokenType: UInt32] = [:]
    var types: [TokenType] = []
    var builder = SegmentBuilder(analysisVersion: 7)
    for (id, tokens) in answers {
      try builder.begin(RowID(id))
      for token in tokens {
        let number = numbers[token.type] ?? UInt32(types.count)
        if numbers[token.type] == nil {
          numbers[token.type] = number
          types.append(token.type)
        }
        try builder.tokens.append(
          type: number, start: UInt32(token.start), end: UInt32(token.end),
          startsSentence: token.startsSentence)
      }
      try builder.end()
    }
    return builder.finish(typeCount: types.count) { types[Int($0)] }
  }

  /// The answers in `count` segments.
  func searcher(segments count: Int = 1, remembers: Bool = true) throws -> CorpusSearcher {
    let size = max(1, (answers.count + count - 1) / count)
    let segments = try stride(from: 0, to: answers.count, by: size).map { start in
      let part = SmallCorpus(answers: Array(answers[start..<min(start + size, answers.count)]))
      return try CorpusSegment(storage: MemoryStorage(part.draft()))
    }
    return try CorpusSearcher(
      segments: segments, tokenizer: ApostropheTokenizer(), remembers: remembers)
  }
}

/// Cuts after apostrophes and around hyphens.
struct ApostropheTokenizer: QueryTokenizer {
  func words(in text: String) -> [String] {
    var words = [""]
    for scalar in text.unicodeScalars {
      words[words.count - 1].unicodeScalars.append(scalar)
      if scalar == "'" || scalar == "’" { words.append("") }
    }
    return words.filter { !$0.isEmpty }
  }
}

/// Filters that stand for sets given by the test.
struct FixedContext: QueryContext {
  struct Unknown: Error {}

  var sets: [Filter: AnswerSet] = [:]
  var ranges: [Filter: AnswerRanges] = [:]

  func answers(where filter: Filter) throws -> AnswerSet {
    guard let set = sets[filter] else { throw Unknown() }
    return set
  }

  func codedParts(of filter: Filter) throws -> CodedParts {
    guard let ranges = ranges[filter] else { throw Unknown() }
    return CodedParts(ranges)
  }
}
