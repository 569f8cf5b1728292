import CodingModel

/// Reads CoNLL-U.
///
/// A text is what `# newdoc` begins. In a file without, sentences called `NUMBER-NUMBER`, as `analyze` calls
/// them, make the text with the first of these numbers, and any other sentence is a text of its own. The words
/// that one written form stands for (`du`: `de`, `le`) are one token, their lemmas and parts of speech joined
/// by `+`, and words that are not written are left out.
struct CoNLLUReader {
  private(set) var lines: LineScanner
  private var hasDocuments = false
  private var document: (name: String, line: Int)?
  private var documentCount = 0
  private var sentenceCount = 0
  private var waiting: Sentence?

  private struct Sentence {
    var tokens: [AnnotatedText.Token] = []
    var name: String?
    var line = 0
    /// The text that `# newdoc` before it begins.
    var begins: String?
    /// What follows its last token.
    var spaceAfter = " "
  }

  init(_ lines: LineScanner) {
    self.lines = lines
  }

  mutating func next() throws(AnnotatedFileError) -> AnnotatedText? {
    var text: AnnotatedText?
    var space = ""
    while let sentence = try takeSentence() {
      let name = name(of: sentence)
      if let text, name == nil ? !hasDocuments : name != text.respondent || sentence.begins != nil {
        waiting = sentence
        return text
      }
      var open = text ?? AnnotatedText(respondent: name ?? "\(documentCount + 1)", line: sentence.line)
      if text == nil { documentCount += 1 }
      var tokens = sentence.tokens
      tokens[0].space = open.tokens.isEmpty ? "" : space
      tokens[0].startsSentence = true
      open.tokens += tokens
      guard open.tokens.count <= AnnotatedReader.tokenLimit else {
        throw AnnotatedFileError(.textTooLong, line: open.line, column: 1)
      }
      space = sentence.spaceAfter
      text = open
    }
    if text == nil, documentCount == 0 { throw AnnotatedFileError(.noTokens) }
    return text
  }

  /// The text that a sentence belongs to; nil where it goes on with the last, or is one of its own.
  private func name(of sentence: Sentence) -> String? {
    if let begins = sentence.begins { return begins.isEmpty ? "\(documentCount + 1)" : begins }
    if hasDocuments { return nil }
    guard let name = sentence.name else { return nil }
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    let isNumbered = parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isWholeNumber) }
    return isNumbered ? String(parts[0]) : name
  }

  private mutating func takeSentence() throws(AnnotatedFileError) -> Sentence? {
    if let sentence = waiting {
      waiting = nil
      return sentence
    }
    return try readSentence()
  }

  private mutating func readSentence() throws(AnnotatedFileError) -> Sentence? {
    var sentence = Sentence()
    var last = 0
    // The written form that the words up to `end` belong to.
    var whole: (end: Int, words: [(lemma: String, tag: String)])?
    var space = " "
    while let line = try lines.next(limit: AnnotatedReader.lineLimit) {
      if line.allSatisfy({ $0 == 32 || $0 == 9 }) {
        if let open = whole, last < open.end { throw AnnotatedFileError(.badID, line: lines.line, column: 1) }
        if !sentence.tokens.isEmpty { break }
        continue
      }
      if line.first == UInt8(ascii: "#") {
        readComment(String(decoding: line, as: UTF8.self), into: &sentence)
        continue
      }
      let cells = line.split(separator: 9, omittingEmptySubsequences: false)
      guard cells.count == 10 else {
        throw AnnotatedFileError(
          .cellCount(expected: 10, found: cells.count), line: lines.line, column: min(cells.count, 10) + 1)
      }
      if sentence.line == 0 { sentence.line = lines.line }
      let texts = cells.map { String(decoding: $0, as: UTF8.self) }
      guard let id = WordID(texts[0]) else { throw AnnotatedFileError(.badID, line: lines.line, column: 1) }
      guard !texts[1].isEmpty else { throw AnnotatedFileError(.emptyCell, line: lines.line, column: 2) }
      let tag = texts[3] == "_" || texts[3].isEmpty ? (texts[4].isEmpty ? "_" : texts[4]) : texts[3]
      let lemma = texts[2].isEmpty ? texts[1] : texts[2]
      switch id {
      case .unwritten: continue
      case .range(let first, let end):
        guard first == last + 1, end > first, whole.map({ last >= $0.end }) ?? true else {
          throw AnnotatedFileError(.badID, line: lines.line, column: 1)
        }
        whole = (end, [])
        sentence.tokens.append(.init(word: texts[1], lemma: lemma, tag: tag, space: space))
        space = Self.space(texts[9])
      case .word(let number):
        guard number == last + 1 else { throw AnnotatedFileError(.badID, line: lines.line, column: 1) }
        last = number
        if var open = whole, number <= open.end {
          open.words.append((lemma, tag))
          if number == open.end {
            sentence.tokens[sentence.tokens.count - 1].lemma = open.words.map(\.lemma).joined(separator: "+")
            sentence.tokens[sentence.tokens.count - 1].tag = open.words.map(\.tag).joined(separator: "+")
          }
          whole = open
        } else {
          sentence.tokens.append(.init(word: texts[1], lemma: lemma, tag: tag, space: space))
          space = Self.space(texts[9])
        }
      }
    }
    if let open = whole, last < open.end { throw AnnotatedFileError(.badID, line: lines.line, column: 1) }
    guard !sentence.tokens.isEmpty else { return nil }
    sentence.spaceAfter = space
    sentenceCount += 1
    if sentence.begins != nil { hasDocuments = true }
    if sentence.name == nil, !hasDocuments { sentence.name = "s\(sentenceCount)" }
    return sentence
  }

  private func readComment(_ comment: String, into sentence: inout Sentence) {
    let text = comment.dropFirst().drop { $0 == " " || $0 == "\t" }
    let parts = text.split(separator: "=", maxSplits: 1).map { Blank.trimmed(String($0)) }
    switch parts.first {
    case "newdoc id": sentence.begins = parts.count > 1 ? parts[1] : ""
    case "newdoc": sentence.begins = ""
    case "sent_id": sentence.name = parts.count > 1 ? parts[1] : nil
    default: break
    }
  }

  /// What follows a token by its last cell.
  private static func space(_ cell: String) -> String {
    for part in cell.split(separator: "|") {
      if part == "SpaceAfter=No" { return "" }
      guard part.hasPrefix("SpacesAfter=") else { continue }
      let text = part.dropFirst("SpacesAfter=".count).replacing("\\s", with: " ").replacing("\\n", with: "\n")
        .replacing("\\t", with: "\t").replacing("\\r", with: "").replacing("\\p", with: "|")
      if text.allSatisfy(\.isWhitespace) { return String(text) }
    }
    return " "
  }

  /// The first cell of a line.
  private enum WordID {
    case word(Int)
    case range(Int, Int)
    /// An empty node, such as `8.1`.
    case unwritten

    init?(_ text: String) {
      guard text.utf8.count < 16 else { return nil }
      if let number = Int(text), number > 0 {
        self = .word(number)
        return
      }
      for (mark, isRange) in [("-", true), (".", false)] as [(Character, Bool)] {
        let parts = text.split(separator: mark, omittingEmptySubsequences: false)
        guard parts.count == 2, let first = Int(parts[0]), let second = Int(parts[1]), first >= 0, second > 0
        else { continue }
        self = isRange ? .range(first, second) : .unwritten
        return
      }
      return nil
    }
  }
}
