public import CodingModel
import FrenchText
import ProjectStore

extension CodingSession {
  /// What became of a code on a part of the answer.
  public struct Change: Sendable {
    /// What became of it.
    public enum Kind: Sendable {
      /// The code was given, was there already, was taken away; a proposal was refused.
      case given, already, taken, refused
    }

    /// What became of it.
    public let kind: Kind
    /// What the code is called.
    public let code: String
    /// The code's colour.
    public let colour: Colour?
    /// The text of the part.
    public let segment: String
    /// Whether the part is the whole answer.
    public let isWhole: Bool
    /// Where the code was made here and others elsewhere have its name: the paths by which all of them are called now,
    /// this one first.
    public var homonyms: [String] = []
  }

  /// The answer that an act is on.
  private struct Subject {
    let answer: Answer
    let name: AnswerName
    let names: Names
    let coder: RowID<Coder>
    var length: Int { answer.text.scalarCount }
  }

  /// Gives codes to parts of the answer, or to all of it, in one act.
  ///
  /// - Returns: what became of each code on each part.
  /// - Throws: ``StudyError`` where a code is not known, ``CodingSessionError`` where a part is not there,
  ///   `ProjectError`.
  public func code(_ groups: [CodingRequest.Group]) throws -> [Change] {
    try act(.code) { act, subject in
      try give(try resolved(groups, subject), act, subject)
    }
  }

  /// Takes the coder's own codings of codes away in one act: those on a part, or all of a code's on the answer.
  ///
  /// - Throws: ``StudyError/noSuchCoding(_:code:)`` where there is none, and what ``code(_:)`` throws.
  public func uncode(_ groups: [CodingRequest.Group]) throws -> [Change] {
    try act(.uncode) { act, subject in
      var wanted: [Coding] = []
      for group in groups {
        let ranges = try group.parts.map { try range(of: $0, subject) }
        for typed in group.codes {
          let code = try subject.names.abbreviations.code(typed)
          let own = try act.reader.codings(
            .init(codes: [code.id], coders: [subject.coder], answer: subject.answer.id))
          let exact = own.filter { ranges.contains($0.range) }
          let found =
            ranges.isEmpty
            ? own : exact.isEmpty ? own.filter { own in ranges.contains { $0.overlaps(own.range) } } : exact
          guard !found.isEmpty else {
            throw StudyError.noSuchCoding(subject.name, code: subject.names.codes.name(of: code.id))
          }
          wanted += found
        }
      }
      return try take(wanted, act, subject)
    }
  }

  /// Takes the coder's own codings with these numbers on show away in one act.
  public func uncode(numbers: [Int]) throws -> [Change] {
    let marks = try shownMarks()
    let wanted = try numbers.map { number -> RowID<Coding> in
      guard let mark = marks.first(where: { $0.number == number }),
        case .coding(let id, let owner, _, _) = mark.kind
      else { throw CodingSessionError.noSuchNumber(number) }
      guard owner == coder else { throw CodingSessionError.notOwn(coder: owner) }
      return id
    }
    return try act(.uncode) { act, subject in
      try take(try wanted.compactMap { try act.reader.coding($0) }, act, subject)
    }
  }

  /// Makes a code of a part of the answer and gives it there, in one act.
  ///
  /// - Parameters:
  ///   - name: the code's name; as the part reads where nil.
  ///   - parent: the code to put it under, as abbreviated; at the top where nil or empty.
  /// - Throws: `ActError.codeExists` where there is such a code, ``StudyError/codeLike(existing:)`` and
  ///   ``StudyError/codeLooksLike(_:existing:)`` where its name could not be told from another's,
  ///   ``StudyError/hiddenInCodeName(_:)``, and what ``code(_:)`` throws.
  public func codeInVivo(_ part: CodingRequest.Part, name: String?, under parent: String?) throws -> [Change]
  {
    try act(.code) { act, subject in
      let range = try range(of: part, subject)
      let above =
        try (parent?.isEmpty ?? true) ? nil : parent.map { try subject.names.abbreviations.code($0) }
      let given = name ?? Self.codeName(subject.answer.text.slice(range) ?? "")
      guard CodeContent.isVisible(given) else { throw CodingSessionError.nameMissing }
      let name = try CodeLikeness.valid(given)
      try CodeLikeness(subject.names.codes).require(name, under: above?.id)
      let code = try act.addCode(CodeContent(name: name), under: above?.id)
      let coding = try act.addCoding(
        code, on: subject.answer.id, range, by: subject.coder, origin: .hand, length: subject.length)
      latestCodings = [coding].compactMap(\.self)
      act.details = Self.details(subject, [range], [name])
      act.details["created"] = name
      return [
        Change(
          kind: .given, code: name, colour: nil, segment: subject.answer.text.slice(range) ?? "",
          isWhole: range == TextRange(0, subject.length),
          homonyms: CodeNames(try act.reader.codes()).homonyms(of: code))
      ]
    }
  }

  /// What a code made of this part would be called: its text on one line.
  public func suggestedName(_ part: CodingRequest.Part) throws -> String {
    try study.project.read { reader in
      let subject = try subject(reader, coder: RowID(0))
      return Self.codeName(subject.answer.text.slice(try range(of: part, subject)) ?? "")
    }
  }

  /// A part of an answer as a code's name: on one line, with single spaces, without what cannot be seen, at most 100
  /// characters.
  private static func codeName(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars
    where scalar.properties.isWhitespace || !HiddenCharacter.isHidden(scalar) {
      scalars.append(scalar)
    }
    return String(CodeLikeness.spaced(String(scalars)).prefix(100))
  }

  /// Writes a memo: on the coding given last to the answer on show, else, or where asked, on the answer.
  ///
  /// - Returns: the name of the code whose coding it is on; nil for the answer.
  public func memo(_ text: String, onAnswer: Bool) throws -> String? {
    try act(.memo, isGoingThrough: false) { act, subject in
      var target = Memo.Target.answer(subject.answer.id)
      var code: String?
      if !onAnswer,
        let latest = try latestCodings.reversed().lazy.compactMap({ try act.reader.coding($0) }).first
      {
        target = .coding(latest.id)
        code = subject.names.codes.name(of: latest.code)
      }
      _ = try act.addMemo(StoredText.normalize(text), on: target, by: subject.coder)
      act.details = [
        "subject": ([subject.name.description] + [code].compactMap(\.self)).joined(separator: " · ")
      ]
      return code
    }
  }

  /// Codes what rules propose, as the coder's own codings by hand.
  public func accept(_ choice: CodingRequest.Choice) throws -> [Change] {
    let chosen = try proposals(choice)
    return try act(.code) { act, subject in
      try give(chosen.map { ($0.code, $0.range) }, act, subject)
    }
  }

  /// Refuses what rules propose: it will not be proposed to this coder again.
  public func refuse(_ choice: CodingRequest.Choice) throws -> [Change] {
    let chosen = try proposals(choice)
    let refused = try act(.refuse, isGoingThrough: false) { act, subject in
      var changes: [Change] = []
      for mark in chosen {
        guard subject.names.codes[mark.code] != nil else { continue }
        try act.addRefusal(of: mark.code, on: subject.answer.id, mark.range, by: subject.coder)
        changes.append(change(.refused, mark.code, mark.range, subject))
      }
      act.details = Self.details(subject, chosen.map(\.range), changes.map(\.code))
      return changes
    }
    shown?.settled.formUnion(chosen.map(\.number))
    return refused
  }

  private func proposals(_ choice: CodingRequest.Choice) throws -> [Mark] {
    let proposals = try openProposals()
    guard !proposals.isEmpty else { throw CodingSessionError.noProposal }
    switch choice {
    case .all: return proposals
    case .only:
      // What is left of several was not offered alone: which is meant must be said.
      guard proposals.count == 1, try shownMarks().count(where: \.isProposal) == 1 else {
        throw CodingSessionError.severalProposals(proposals.map(\.number))
      }
      return proposals
    case .numbers(let numbers):
      return try numbers.map { number in
        guard let mark = proposals.first(where: { $0.number == number }) else {
          throw CodingSessionError.noSuchNumber(number)
        }
        return mark
      }
    }
  }

  // MARK: What acts share

  /// Does something to the answer to code, in one act, and remembers it.
  private func act<Result>(
    _ kind: Act.Kind, isGoingThrough: Bool = true, _ body: (ActWriter, Subject) throws -> Result
  ) throws -> Result {
    let (result, act) = try study.project.perform(kind, coder: coder) { act in
      _ = try currentAnswer(act.reader)
      let subject = try subject(act.reader, coder: act.coder(coder))
      let result = try body(act, subject)
      if isGoingThrough, act.hasChanges { try act.markSeen(subject.answer.id, by: subject.coder) }
      return result
    }
    if let answer = current, act != nil, isGoingThrough { noteSeen(answer) }
    note(act, at: position)
    return result
  }

  private func currentAnswer(_ reader: ProjectReader) throws -> Answer {
    guard let id = current else { throw CodingSessionError.atEnd }
    guard let answer = try reader.answer(id) else { throw CodingSessionError.answerGone }
    return answer
  }

  private func subject(_ reader: ProjectReader, coder: RowID<Coder>) throws -> Subject {
    let answer = try currentAnswer(reader)
    let names = try names(reader)
    return Subject(answer: answer, name: try name(of: answer, names, reader), names: names, coder: coder)
  }

  private func resolved(_ groups: [CodingRequest.Group], _ subject: Subject) throws -> [(
    RowID<Code>, TextRange
  )] {
    var wanted: [(RowID<Code>, TextRange)] = []
    for group in groups {
      let codes = try group.codes.map { try subject.names.abbreviations.code($0).id }
      let ranges =
        group.parts.isEmpty
        ? [TextRange(0, subject.length)] : try group.parts.map { try range(of: $0, subject) }
      for range in ranges { wanted += codes.map { ($0, range) } }
    }
    return wanted
  }

  private func give(_ wanted: [(RowID<Code>, TextRange)], _ act: ActWriter, _ subject: Subject) throws
    -> [Change]
  {
    var changes: [Change] = []
    var given: [RowID<Coding>] = []
    var (ranges, codes): ([TextRange], [String]) = ([], [])
    for (code, range) in wanted {
      guard subject.names.codes[code] != nil else { continue }
      let coding = try act.addCoding(
        code, on: subject.answer.id, range, by: subject.coder, origin: .hand, length: subject.length)
      let change = change(coding == nil ? .already : .given, code, range, subject)
      changes.append(change)
      guard let coding else { continue }
      given.append(coding)
      ranges.append(range)
      codes.append(change.code)
    }
    if !given.isEmpty { latestCodings = given }
    // A proposal that the coder has met by hand is no longer one.
    for mark in shown?.marks ?? [] where mark.isProposal {
      if wanted.contains(where: { $0.0 == mark.code && $0.1.overlaps(mark.range) }) {
        shown?.settled.insert(mark.number)
      }
    }
    act.details = Self.details(subject, ranges, codes)
    return changes
  }

  private func take(_ codings: [Coding], _ act: ActWriter, _ subject: Subject) throws -> [Change] {
    var changes: [Change] = []
    for coding in codings.sorted(by: { $0.range < $1.range }) {
      try act.deleteCoding(coding.id)
      changes.append(change(.taken, coding.code, coding.range, subject))
    }
    act.details = [
      "answer": subject.name.description, "code": Self.joined(changes.map(\.code)),
      "codings": String(codings.count),
    ]
    return changes
  }

  private func change(
    _ kind: Change.Kind, _ code: RowID<Code>, _ range: TextRange, _ subject: Subject
  ) -> Change {
    Change(
      kind: kind, code: subject.names.codes.name(of: code),
      colour: subject.names.codes[code]?.content.colour, segment: subject.answer.text.slice(range) ?? "",
      isWhole: range == TextRange(0, subject.length))
  }

  private static func details(_ subject: Subject, _ ranges: [TextRange], _ codes: [String]) -> [String:
    String]
  {
    var details = ["answer": subject.name.description, "code": joined(codes)]
    if ranges.count == 1 {
      details["start"] = String(ranges[0].start)
      details["end"] = String(ranges[0].end)
    } else {
      details["codings"] = String(ranges.count)
    }
    return details
  }

  /// Names, each once.
  private static func joined(_ names: [String]) -> String {
    var met: Set<String> = []
    return names.filter { met.insert($0).inserted }.joined(separator: ", ")
  }

  // MARK: Parts of the answer

  private func range(of part: CodingRequest.Part, _ subject: Subject) throws -> TextRange {
    let text = subject.answer.text
    switch part {
    case .words(let numbers):
      let words = AnswerWords(text)
      guard let range = words.range(of: numbers) else {
        throw CodingSessionError.noSuchWords(answer: subject.name, words: words.ranges.count)
      }
      return range
    case .quote(let quote, let occurrence):
      let places = QuoteFinder.words(of: StoredText.normalize(quote), in: text)
      guard !places.isEmpty else { throw CodingSessionError.quoteNotFound(answer: subject.name) }
      guard let number = occurrence ?? (places.count == 1 ? 1 : nil), (1...places.count).contains(number)
      else {
        throw CodingSessionError.quoteRepeated(
          answer: subject.name, quote: .init(quote), times: places.count)
      }
      return AnswerWords.whole(places[number - 1], in: text)
    }
  }

  /// A place where a quote stands, with some of the text around it.
  public struct QuotedPlace: Sendable {
    /// The text before it, the quoted text as the answer has it, and the text after it.
    public let before: String, text: String, after: String
    /// Whether the answer goes on before, and after, what is given here.
    public let isCutBefore: Bool, isCutAfter: Bool
  }

  /// Where a quote stands in the answer on show.
  public func places(of quote: CodingSessionError.QuoteKey) throws -> [QuotedPlace] {
    try study.project.read { reader in
      let text = try currentAnswer(reader).text
      let length = text.scalarCount
      return QuoteFinder.words(of: StoredText.normalize(quote.text), in: text).map { place in
        let place = AnswerWords.whole(place, in: text)
        let before = AnswerWords.whole(TextRange(max(0, place.start - 30), place.start), in: text)
        let after = AnswerWords.whole(TextRange(place.end, min(length, place.end + 30)), in: text)
        return QuotedPlace(
          before: text.slice(before) ?? "", text: text.slice(place) ?? "", after: text.slice(after) ?? "",
          isCutBefore: before.start > 0, isCutAfter: after.end < length)
      }
    }
  }
}
