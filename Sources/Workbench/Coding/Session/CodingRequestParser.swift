import CodingModel

/// Reads a line typed while coding.
public struct CodingRequestParser {
  /// Whether a text is a code's name in full: what would else be read as a number, a choice, two codes or a number of
  /// words is then that code. A command's own word or letter stays the command; `=` before it gives the code.
  let isCodeName: (String) -> Bool

  /// A parser that knows names of codes by this.
  public init(isCodeName: @escaping (String) -> Bool) {
    self.isCodeName = isCodeName
  }

  /// What a line asks for. Control characters in it count as spaces.
  public func parse(_ line: String) throws(CodingRequestError) -> CodingRequest {
    let line = Self.cleaned(line)
    guard let first = line.first else { return .next }
    let rest = Self.trimmed(line.dropFirst())
    switch first {
    case "!": return rest.isEmpty ? .nothing : .command(rest)
    case "?": return .help(rest.isEmpty ? nil : rest)
    case "#": return rest.isEmpty ? .words : .nothing
    case "→" where rest.isEmpty: return .next
    case "←" where rest.isEmpty: return .previous
    case "=": return .code(try namedGroups(rest))
    case "+": return try inVivo(rest)
    case "-", "−", "–":
      if rest.first == "=", !isCodeName(rest) {
        return .uncode(try namedGroups(Self.trimmed(rest.dropFirst())))
      }
      if let numbers = Self.numbers(rest) { return .uncodeNumbered(numbers) }
      return .uncode(try groups(rest))
    default: break
    }
    if let command = Self.letters[line.lowercased()] { return command }
    if let command = Self.words[line.folded] { return command }
    if !isCodeName(line) {
      if let number = Int(line), line.allSatisfy(\.isASCII) { return .go(number) }
      if let request = try withArgument(line) { return request }
    }
    return .code(try groups(line))
  }

  private static let letters: [String: CodingRequest] = [
    "n": .refuse(.only), "o": .accept(.only), "y": .accept(.only), "p": .previous, "s": .show, "u": .undo,
    "r": .redo,
    "q": .leave,
  ]

  private static let words: [String: CodingRequest] = [
    "suivant": .next, "suivante": .next, "next": .next, "precedent": .previous, "precedente": .previous,
    "previous": .previous, "back": .previous, "voir": .show, "show": .show, "annuler": .undo, "undo": .undo,
    "retablir": .redo, "redo": .redo, "fin": .leave, "quit": .leave, "quitter": .leave, "exit": .leave,
    "aide": .help(nil), "help": .help(nil), "mots": .words, "words": .words, "oui": .accept(.only),
    "yes": .accept(.only), "non": .refuse(.only), "no": .refuse(.only),
  ]

  /// Memos, and choices among proposals.
  private func withArgument(_ line: String) throws(CodingRequestError) -> CodingRequest? {
    let parts = line.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    let argument = parts.count == 2 ? Self.trimmed(parts[1]) : ""
    let word = String(parts[0])
    if word == "M" || ["m", "memo"].contains(word.folded) {
      guard !argument.isEmpty else { throw .memoMissing }
      return .memo(argument, onAnswer: word == "M")
    }
    guard let choice = Self.choice(argument) else { return nil }
    switch word.folded {
    case "o", "y", "oui", "yes": return .accept(choice)
    case "n", "non", "no": return .refuse(choice)
    default: return nil
    }
  }

  private static func choice(_ text: String) -> CodingRequest.Choice? {
    if ["*", "tout", "tous", "toutes", "all"].contains(text.folded) { return .all }
    return numbers(text).map { .numbers($0) }
  }

  /// Numbers between spaces or commas and nothing else.
  private static func numbers(_ text: String) -> [Int]? {
    let parts = text.split { $0 == "," || $0.isWhitespace }
    let numbers = parts.compactMap { $0.allSatisfy(\.isASCII) ? Int($0) : nil }
    return parts.isEmpty || numbers.count < parts.count || numbers.contains { $0 < 0 } ? nil : numbers
  }

  // MARK: Codes and parts

  private func groups(_ text: String) throws(CodingRequestError) -> [CodingRequest.Group] {
    // A name that holds what else parts names, or begins a quote.
    if isCodeName(text) { return [.init(codes: [text], parts: [])] }
    return try groups(CodingPieces.cut(text))
  }

  /// The same after `=`: what comes first is a code's name, be it digits or quotes, and parts come after it.
  private func namedGroups(_ text: String) throws(CodingRequestError) -> [CodingRequest.Group] {
    if isCodeName(text) { return [.init(codes: [text], parts: [])] }
    // The longest beginning that is a code's name with parts behind it.
    let reach = text.indices.prefix(CodeContent.longestName + 1)
    for end in reach.reversed() where text[end].isWhitespace || text[end] == "," {
      let name = Self.trimmed(text[..<end])
      if isCodeName(name), let groups = try? groups(named: name, text[end...]) { return groups }
    }
    do {
      return try groups(CodingPieces.cut(text))
    } catch .codeMissing {
      let name = Self.firstWord(text)
      guard !name.isEmpty else { throw .codeMissing }
      return try groups(named: name, text.dropFirst(name.count))
    }
  }

  /// A code whose name is known, with what is written behind it: parts, or more codes after a comma.
  private func groups(
    named name: String, _ rest: Substring
  ) throws(CodingRequestError) -> [CodingRequest.Group] {
    let rest = Self.trimmed(rest)
    var segments = try CodingPieces.cut(rest)
    let own = segments.isEmpty || rest.first == "," ? [] : segments.removeFirst()
    let first = CodingRequest.Group(codes: [name], parts: try Self.parts(own[...]))
    return segments.isEmpty ? [first] : try groups(segments, after: first)
  }

  /// A text's first word, or what it begins with between quotes, with them.
  private static func firstWord(_ text: String) -> String {
    guard let first = text.first, let closing = CodingPieces.closing[first] else {
      return String(text.prefix { !$0.isWhitespace && $0 != "," })
    }
    guard let end = text.dropFirst().firstIndex(of: closing) else { return "" }
    return String(text[...end])
  }

  private func groups(
    _ segments: [[CodingPieces.Piece]], after first: CodingRequest.Group? = nil
  ) throws(CodingRequestError) -> [CodingRequest.Group] {
    var groups = [first].compactMap(\.self)
    var isOpen = first?.parts.isEmpty ?? false
    for segment in joined(segments) {
      let (code, parts) = try read(segment)
      if isOpen, !groups.isEmpty {
        groups[groups.count - 1].codes.append(code)
        groups[groups.count - 1].parts = parts
      } else {
        groups.append(.init(codes: [code], parts: parts))
      }
      isOpen = parts.isEmpty
    }
    guard !groups.isEmpty else { throw .codeMissing }
    return groups
  }

  /// More commas than this nobody puts into a code's name.
  private static let commasInNames = 6

  /// Pieces that commas part, those put together again that are one code's name.
  private func joined(_ segments: [[CodingPieces.Piece]]) -> [[CodingPieces.Piece]] {
    var result: [[CodingPieces.Piece]] = []
    var index = 0
    while index < segments.count {
      var length = min(segments.count - index, Self.commasInNames + 1)
      while length > 1 {
        let texts = segments[index..<(index + length)].compactMap { pieces -> String? in
          if pieces.count == 1, case .text(let text) = pieces[0] { text } else { nil }
        }
        let name = texts.map { Self.trimmed($0) }.joined(separator: ", ")
        if texts.count == length, isCodeName(name) {
          result.append([.text(name)])
          break
        }
        length -= 1
      }
      if length == 1 { result.append(segments[index]) }
      index += max(1, length)
    }
    return result.filter { !$0.isEmpty }
  }

  /// A code and the parts that it is meant for.
  private func read(_ pieces: [CodingPieces.Piece]) throws(CodingRequestError) -> (
    String, [CodingRequest.Part]
  ) {
    guard case .text(let head)? = pieces.first else { throw .codeMissing }
    var words = head.split(whereSeparator: \.isWhitespace).map(String.init)
    var parts: [CodingRequest.Part] = []
    if !isCodeName(Self.trimmed(head)) {
      while let last = words.last, let range = try Self.wordRange(last) {
        parts.insert(.words(range), at: 0)
        words.removeLast()
      }
    }
    guard !words.isEmpty else { throw .codeMissing }
    parts += try Self.parts(pieces.dropFirst())
    return (words.joined(separator: " "), parts)
  }

  /// Quotes with the numbers after them: the first, alone, says which of several places is meant.
  private static func parts(_ pieces: ArraySlice<CodingPieces.Piece>) throws(CodingRequestError)
    -> [CodingRequest.Part]
  {
    var parts: [CodingRequest.Part] = []
    for piece in pieces {
      switch piece {
      case .quote(let text):
        guard !trimmed(text).isEmpty else { throw .emptyQuote }
        parts.append(.quote(text, occurrence: nil))
      case .text(let text):
        for word in text.split(whereSeparator: \.isWhitespace).map(String.init) {
          if case .quote(let quote, nil)? = parts.last, let number = Int(word), number > 0 {
            parts[parts.count - 1] = .quote(quote, occurrence: number)
          } else if let range = try wordRange(word) {
            parts.append(.words(range))
          } else {
            throw .unexpected(word)
          }
        }
      }
    }
    return parts
  }

  /// `3` or `3-7`; nil where the text is nothing of that kind.
  private static func wordRange(_ text: String) throws(CodingRequestError) -> ClosedRange<Int>? {
    let ends = text.split(omittingEmptySubsequences: false) { "-–−".contains($0) }
    guard ends.count <= 2, ends.allSatisfy({ !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } })
    else {
      return nil
    }
    guard let first = Int(ends[0]), let last = Int(ends[ends.count - 1]), first >= 1, first <= last else {
      throw .badWords(text)
    }
    return first...last
  }

  // MARK: Codes in vivo

  /// A part, then `= NAME` and `> PARENT` where they are not to be asked for.
  private func inVivo(_ text: String) throws(CodingRequestError) -> CodingRequest {
    let segments = try CodingPieces.cut(text, atCommas: false)
    var pieces = segments.first ?? []
    var (name, parent): (String?, String?) = (nil, nil)
    if let last = pieces.indices.last(where: { pieces[$0].isText }),
      case .text(let tail) = pieces[last], last == pieces.count - 1
    {
      var rest = Substring(tail)
      if let mark = rest.firstIndex(of: ">") {
        parent = Self.trimmed(rest[rest.index(after: mark)...])
        rest = rest[..<mark]
      }
      if let mark = rest.firstIndex(of: "=") {
        name = Self.trimmed(rest[rest.index(after: mark)...])
        rest = rest[..<mark]
      }
      let left = Self.trimmed(rest)
      pieces[last] = .text(left)
      if left.isEmpty { pieces.removeLast() }
    }
    let parts = try Self.parts(pieces[...])
    guard parts.count == 1 else { throw .partMissing }
    return .inVivo(parts[0], name: name == "" ? nil : name, parent: parent)
  }

  // MARK: Text

  private static func trimmed(_ text: some StringProtocol) -> String {
    var text = Substring(text)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }

  private static func cleaned(_ line: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      scalars.append(scalar.value < 32 || (127..<160).contains(scalar.value) ? " " : scalar)
    }
    return trimmed(String(scalars))
  }
}

/// A line cut at its commas into text and quotes.
enum CodingPieces {
  enum Piece: Hashable {
    case text(String)
    case quote(String)

    var isText: Bool { if case .text = self { true } else { false } }
  }

  static let closing: [Character: Character] = ["\"": "\"", "«": "»", "“": "”"]

  /// The pieces of each part between commas; parts without any are left out.
  static func cut(_ text: String, atCommas: Bool = true) throws(CodingRequestError) -> [[Piece]] {
    var segments: [[Piece]] = [[]]
    var plain = ""
    func close() {
      if plain.contains(where: { !$0.isWhitespace }) { segments[segments.count - 1].append(.text(plain)) }
      plain = ""
    }
    var rest = text[...]
    while let character = rest.popFirst() {
      if let end = closing[character] {
        close()
        guard let mark = rest.firstIndex(of: end) else { throw .unclosedQuote }
        segments[segments.count - 1].append(.quote(String(rest[..<mark])))
        rest = rest[rest.index(after: mark)...]
      } else if character == ",", atCommas {
        close()
        segments.append([])
      } else {
        plain.append(character)
      }
    }
    close()
    return segments.filter { !$0.isEmpty }
  }
}
