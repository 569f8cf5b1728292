public import CodingModel
import ProjectStore

extension CodingSession {
  /// An answer to code, with what is known of it.
  public struct Page: Sendable {
    /// Its name.
    public let answer: AnswerName
    /// The question as it was asked.
    public let wording: String
    /// The whole text.
    public let text: String
    /// The respondent's values, in the variables' order; those without one left out.
    public let values: [String]
    /// The codings on it and what rules propose, numbered from 1: codings of parts by their place, then those of the
    /// whole answer, then proposals.
    public let marks: [Mark]
    /// The memos on the answer itself.
    public let memos: [String]
    /// Its number in the list, from 1, and how many answers the list has.
    public let number: Int, total: Int
    /// How many answers of the list the coder has gone through.
    public let seen: Int

    /// The marks that are proposals.
    public var proposals: [Mark] { marks.filter(\.isProposal) }
  }

  /// A coding of the answer on show, or what a rule proposes there.
  public struct Mark: Sendable {
    /// Where a mark comes from.
    public enum Kind: Hashable, Sendable {
      /// A coding, with its coder's name and the memos on it.
      case coding(RowID<Coding>, coder: String, origin: Coding.Origin, memo: String)
      /// A proposal of the code's rule.
      case proposal
    }

    /// The number that it is shown and named by.
    public let number: Int
    /// The code.
    public let code: RowID<Code>
    /// What the code is called.
    public let name: String
    /// The code's colour.
    public let colour: Colour?
    /// The part of the answer.
    public let range: TextRange
    /// Whether that is all of it.
    public let isWhole: Bool
    /// A coding or a proposal.
    public let kind: Kind

    /// Whether it is a proposal.
    public var isProposal: Bool { kind == .proposal }
  }

  /// The answer to code; nil at the list's end. Answers that are no longer there are dropped.
  ///
  /// - Throws: `ProjectError`.
  public func page() throws -> Page? {
    while let answer = current {
      if let page = try page(of: answer) {
        shown = (answer, page.marks, [])
        return page
      }
      try drop(answer)
    }
    return nil
  }

  /// The text of the answer to code, whose numbers on show stay as they are; nil at the list's end.
  public func currentText() throws -> String? {
    try current.flatMap { answer in try study.project.read { try $0.answer(answer)?.text } }
  }

  /// The marks of the answer to code by the numbers shown last, whatever was done since.
  func shownMarks() throws -> [Mark] {
    if shown == nil || shown?.answer != current { _ = try page() }
    return shown?.marks ?? []
  }

  /// What rules propose on the answer to code, as shown last, that was neither accepted nor refused since.
  ///
  /// - Throws: `ProjectError`.
  public func openProposals() throws -> [Mark] {
    try shownMarks().filter { $0.isProposal && !(shown?.settled.contains($0.number) ?? false) }
  }

  /// The codes whose rules cannot be applied and propose nothing, and why.
  public func wrongRules() throws -> [WrongRule] { try proposals()?.wrong ?? [] }

  /// What rules propose; nil where the coder is to code blind: rules would tell both of two coders the same.
  private func proposals() throws -> RuleProposals? {
    if request.isBlind { return nil }
    let codes = try study.project.read { try names($0).codes }
    if let knownProposals, knownProposals.rules == RuleProposals.rules(codes) { return knownProposals }
    let proposals = try RuleProposals(codes, on: answers, study)
    knownProposals = proposals
    return proposals
  }

  private func page(of id: RowID<Answer>) throws -> Page? {
    let proposals = try proposals()
    return try study.project.read { (reader) -> Page? in
      guard let answer = try reader.answer(id) else { return nil }
      let names = try names(reader)
      let own = names.coder(called: coder)
      let codings = try reader.codings(.init(answer: id))
      let proposed =
        try proposals?.proposals(
          on: answer, to: own, codings: codings, refusals: reader.refusals(on: id)) ?? []
      let values = try reader.values(of: answer.respondent)
      return Page(
        answer: try name(of: answer, names, reader), wording: names.questions[answer.question]?.wording ?? "",
        text: answer.text, values: names.variables.compactMap { values[$0.id] },
        marks: try marks(on: answer, codings, proposed, own, names, reader),
        memos: try reader.memos(on: .answer(id)).filter { !request.isBlind || $0.coder == own }.map(\.text),
        number: position + 1, total: answers.count,
        seen: seenCount)
    }
  }

  private func marks(
    on answer: Answer, _ codings: [Coding], _ proposed: [(code: RowID<Code>, range: TextRange)],
    _ own: RowID<Coder>?, _ names: Names, _ reader: ProjectReader
  ) throws -> [Mark] {
    let whole = TextRange(0, answer.text.scalarCount)
    let shown = codings.filter { coding in
      if request.isBlind && coding.coder != own { return false }
      // What the rule has coded and proposes is shown once.
      return coding.origin != .rule
        || !proposed.contains { $0.code == coding.code && $0.range.overlaps(coding.range) }
    }
    var marks: [Mark] = []
    for coding in shown.filter({ $0.range != whole }) + shown.filter({ $0.range == whole }) {
      let memo = try reader.memos(on: .coding(coding.id)).filter { !request.isBlind || $0.coder == own }
        .map(\.text).joined(separator: "\n")
      marks.append(
        mark(
          marks.count + 1, coding.code, coding.range, whole,
          .coding(coding.id, coder: names.coders[coding.coder] ?? "", origin: coding.origin, memo: memo),
          names))
    }
    for proposal in proposed {
      marks.append(mark(marks.count + 1, proposal.code, proposal.range, whole, .proposal, names))
    }
    return marks
  }

  private func mark(
    _ number: Int, _ code: RowID<Code>, _ range: TextRange, _ whole: TextRange, _ kind: Mark.Kind,
    _ names: Names
  ) -> Mark {
    Mark(
      number: number, code: code, name: names.codes.name(of: code), colour: names.codes[code]?.content.colour,
      range: range, isWhole: range == whole, kind: kind)
  }
}
