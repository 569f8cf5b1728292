import CodingModel

/// Reads the verticalised text of the Corpus Workbench.
///
/// A text is an element `text`; in a file without, all of it is one. Its attribute `id` names the respondent,
/// `question` the question, others are values of variables. `s` are sentences; `<g/>` says that two tokens
/// touch, and in a file without it the usual spaces of French are put between tokens. Other elements are
/// passed over.
struct VRTReader {
  private(set) var lines: LineScanner
  private let columns: AnnotatedColumns
  private let hasGlue: Bool
  private var textCount = 0
  private var isInSentence = false
  private var sentenceLine = 0
  private var isNewSentence = true
  private var isGlued = false
  /// The text that is open, and whether an element opened it.
  private var open: AnnotatedText?
  private var hasElement = false
  private var hasTokens = false

  init(_ lines: LineScanner, _ columns: AnnotatedColumns, hasGlue: Bool) {
    self.lines = lines
    self.columns = columns
    self.hasGlue = hasGlue
  }

  mutating func next() throws(AnnotatedFileError) -> AnnotatedText? {
    while let line = try lines.next(limit: AnnotatedReader.lineLimit) {
      if line.isEmpty { continue }
      if VRTTag.isTag(line) {
        if let text = try read(VRTTag(line, number: lines.line)), !text.tokens.isEmpty { return text }
      } else {
        try readToken(line)
      }
    }
    if isInSentence { throw AnnotatedFileError(.unclosedElement("s"), line: sentenceLine, column: 1) }
    if let text = open, hasElement {
      throw AnnotatedFileError(.unclosedElement("text"), line: text.line, column: 1)
    }
    if !hasTokens { throw AnnotatedFileError(.noTokens) }
    defer { open = nil }
    return open
  }

  /// Reads a tag.
  ///
  /// - Returns: the text that it ends.
  private mutating func read(_ tag: VRTTag) throws(AnnotatedFileError) -> AnnotatedText? {
    switch tag.name {
    case "g": isGlued = true
    case "s", "sentence":
      guard !tag.isEmpty else { break }
      guard tag.isEnd == isInSentence else {
        throw AnnotatedFileError(
          tag.isEnd ? .unopenedElement(tag.name) : .nestedElement(tag.name), line: lines.line, column: 1)
      }
      isInSentence.toggle()
      sentenceLine = lines.line
      isNewSentence = true
    case "text", "texte":
      if isInSentence { throw AnnotatedFileError(.unclosedElement("s"), line: sentenceLine, column: 1) }
      if tag.isEnd {
        guard let text = open, hasElement else {
          throw AnnotatedFileError(.unopenedElement(tag.name), line: lines.line, column: 1)
        }
        (open, hasElement) = (nil, false)
        return text
      }
      if let open {
        throw AnnotatedFileError(
          hasElement ? .nestedElement(tag.name) : .tokenOutside, line: hasElement ? lines.line : open.line,
          column: 1)
      }
      textCount += 1
      if !tag.isEmpty { (open, hasElement) = (text(of: tag), true) }
      isNewSentence = true
    default: break
    }
    return nil
  }

  private func text(of tag: VRTTag) -> AnnotatedText {
    var text = AnnotatedText(respondent: "\(textCount)", line: lines.line)
    for (name, value) in tag.attributes where !value.isEmpty {
      switch name.lowercased() {
      case "id", "respondent", "répondant": text.respondent = value
      case "question": text.question = value
      default: text.values.append((name, value))
      }
    }
    return text
  }

  private mutating func readToken(_ line: [UInt8]) throws(AnnotatedFileError) {
    let cells = line.split(separator: 9, omittingEmptySubsequences: false)
    guard cells.count == columns.count else {
      throw AnnotatedFileError(
        .cellCount(expected: columns.count, found: cells.count), line: lines.line,
        column: min(cells.count, columns.count) + 1)
    }
    func cell(_ column: Int?) -> String? {
      column.map { VRTTag.resolved(String(decoding: cells[$0], as: UTF8.self)) }
    }
    guard let word = cell(columns.word), !word.isEmpty else {
      throw AnnotatedFileError(.emptyCell, line: lines.line, column: columns.word + 1)
    }
    if open == nil {
      guard textCount == 0 else { throw AnnotatedFileError(.tokenOutside, line: lines.line, column: 1) }
      open = AnnotatedText(respondent: "1", line: lines.line)
    }
    hasTokens = true
    let last = open?.tokens.last?.word
    let touches = hasGlue ? isGlued : last.map { FrenchSpacing.touch($0, word) } ?? true
    let lemma = cell(columns.lemma) ?? word
    open?.tokens.append(
      AnnotatedText.Token(
        word: word, lemma: lemma.isEmpty ? word : lemma, tag: cell(columns.tag) ?? "X",
        space: last == nil || touches ? "" : " ", startsSentence: isNewSentence))
    (isNewSentence, isGlued) = (false, false)
    guard open?.tokens.count ?? 0 <= AnnotatedReader.tokenLimit else {
      throw AnnotatedFileError(.textTooLong, line: open?.line ?? 0, column: 1)
    }
  }
}

/// Where French has no space between two tokens.
enum FrenchSpacing {
  private static let closing: Set<Unicode.Scalar> = [",", ".", ")", "]", "}", "…", "%"]
  private static let opening: Set<Unicode.Scalar> = ["(", "[", "{"]

  /// Whether two tokens touch: after an elision or an opening bracket; before a comma, a full stop, a closing
  /// bracket or a pronoun with its hyphen.
  static func touch(_ left: String, _ right: String) -> Bool {
    guard let last = left.unicodeScalars.last, let first = right.unicodeScalars.first else { return true }
    if last == "'" || last == "’" { return left.unicodeScalars.count > 1 }
    if opening.contains(last) || closing.contains(first) { return true }
    return first == "-" && right.unicodeScalars.count > 1
  }
}
