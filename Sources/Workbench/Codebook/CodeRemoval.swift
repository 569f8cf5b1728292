import CodingModel
import ProjectStore
import QueryLanguage

/// Taking codes out of a codebook: merging one into another, splitting one, deleting one.
extension CodebookEditing {
  /// What merging, splitting or deleting did.
  public struct RemovalOutcome: Sendable {
    /// What the code was called.
    public let code: String
    /// What the code is called that took something over; nil where none did.
    public let target: String?
    /// Codings that went to another code, or were deleted with theirs.
    public let codings: Int
    /// Of those that went to another code, how many became one with a coding there.
    public let united: Int
    /// Codes that stand elsewhere now, or were deleted along.
    public let children: Int
    /// What became of the rule, where the code had one and another code took it over.
    public let rule: RuleFate?
    /// Other codes whose rules named the code and were rewritten.
    public let rewritten: [String]
  }

  /// What becomes of the rule of a code that is merged into another.
  public enum RuleFate: Hashable, Sendable {
    /// The other code, which had none, has it now.
    case taken
    /// The other code's rule finds now what either found.
    case joined
    /// The other code's rule finds the same.
    case same
    /// The two could not be made one; the other code keeps its own.
    case left
  }

  /// What becomes of a deleted code's codings.
  public enum CodingFate: Hashable, Sendable {
    /// There must be none.
    case none
    /// They are deleted, too.
    case deleted
    /// They go to another code.
    case moved(to: String)
  }

  /// What becomes of the codes under a deleted one.
  public enum ChildFate: Hashable, Sendable {
    /// There must be none.
    case none
    /// They are deleted, too, with all under them.
    case deleted
    /// They come to stand where the code stood.
    case moveUp
  }

  /// Merges a code into another: its codings, refusals, memos, versions of its rule and codes under it go there, its
  /// examples and memo are added to the other's, and so is its rule; it is no more then. The other's texts stay.
  ///
  /// - Throws: ``StudyError/sameCode(_:)``, `ActError.codeExists` where both have a code of the same name under them.
  public func merge(_ source: String, into target: String, coder: String? = nil) throws -> RemovalOutcome {
    try remove(coder) { act, names in
      let (source, target) = (try names.code(called: source), try names.code(called: target))
      guard source.id != target.id else { throw StudyError.sameCode(names.name(of: source.id)) }
      // A code inside the one that goes takes its place first.
      if names.descendants(of: source.id).contains(where: { $0.id == target.id }) {
        let place = names.children(of: source.parent).firstIndex { $0.id == source.id } ?? 0
        _ = try act.move(target, under: source.parent, position: place + 2)
      }
      let children = names.children(of: source.id).filter { $0.id != target.id }
      for child in children { _ = try act.move(child, under: target.id, position: .max) }
      let moved = try CodingTransfer.move(
        act.reader.codings(.init(codes: [source.id])), to: target.id, in: act)
      for version in try act.reader.ruleVersions() where version.code == source.id {
        _ = try act.ruleVersion(version.rule, of: target.id, date: version.date)
      }
      try act.moveRefusals(from: source.id, to: target.id)
      try act.moveMemos(from: .code(source.id), to: .code(target.id))
      let (content, rule) = Self.joined(target.content, source.content)
      if let stored = try act.reader.codes().first(where: { $0.id == target.id }) {
        _ = try act.setContent(content, of: stored)
      }
      let rewritten = try RuleReferences.follow(names, replaced: [source.id: target.id], in: act)
      try act.deleteCode(source)
      act.details = [
        "did": "merge", "code": names.name(of: source.id), "key": source.key,
        "into": names.name(of: target.id), "codings": String(moved.moved), "united": String(moved.united),
      ]
      return RemovalOutcome(
        code: names.name(of: source.id), target: CodeNames(try act.reader.codes()).name(of: target.id),
        codings: moved.moved, united: moved.united, children: children.count, rule: rule, rewritten: rewritten
      )
    }
  }

  /// What is written of a code that takes another over, and what becomes of the other's rule.
  private static func joined(_ target: CodeContent, _ source: CodeContent) -> (CodeContent, RuleFate?) {
    var content = target
    content.examples += source.examples.filter { !target.examples.contains($0) }
    if !source.memo.isEmpty, source.memo != target.memo {
      content.memo = target.memo.isEmpty ? source.memo : target.memo + "\n" + source.memo
    }
    guard let added = source.rule else { return (content, nil) }
    guard let own = target.rule else {
      content.rule = added
      return (content, .taken)
    }
    if own == added { return (content, .same) }
    let both = "(\(own)) OR (\(added))"
    guard (try? QueryParser.parse(both)) != nil else { return (content, .left) }
    content.rule = both
    return (content, .joined)
  }

  /// Splits a code: those of its codings that a query finds go to another code, which is added beside it where it is new.
  ///
  /// A query with words finds the codings with a hit inside; a query of filters alone those on the answers that it finds.
  ///
  /// - Parameters:
  ///   - target: the other code's name.
  ///   - coders: only codings by these coders, by name; all where empty.
  ///   - isDryRun: only says what would be done.
  /// - Throws: `QueryError`, ``StudyError/sameCode(_:)``, ``StudyError/nothingToDo(_:)`` where no coding is found.
  public func split(
    _ code: String, by query: String, into target: String, coders: [String] = [], isDryRun: Bool = false,
    coder: String? = nil
  ) throws -> (outcome: RemovalOutcome, of: Int) {
    let found = try segments(of: code, query, coders)
    guard !found.matching.isEmpty else { throw StudyError.nothingToDo(.codings) }
    do {
      let outcome = try remove(coder) { act, names in
        let (source, other) = (found.code, try Self.existing(target, names))
        if other?.id == source.id { throw StudyError.sameCode(names.name(of: source.id)) }
        let id = try other?.id ?? addBeside(source, target, act, names)
        let moved = try CodingTransfer.move(found.matching, to: id, in: act)
        let name = CodeNames(try act.reader.codes()).name(of: id)
        act.details = [
          "did": "split", "code": names.name(of: source.id), "key": source.key, "into": name, "query": query,
          "codings": String(moved.moved), "united": String(moved.united),
        ]
        let outcome = RemovalOutcome(
          code: names.name(of: source.id), target: name, codings: moved.moved, united: moved.united,
          children: 0, rule: nil, rewritten: [])
        if isDryRun { throw DryRun(result: outcome) }
        return outcome
      }
      return (outcome, found.all)
    } catch let dryRun as DryRun<RemovalOutcome> {
      return (dryRun.result, found.all)
    }
  }

  private static func existing(_ name: String, _ names: CodeNames) throws -> Code? {
    do {
      return try names.code(called: name)
    } catch StudyError.unknownCode {
      return nil
    }
  }

  private func addBeside(
    _ code: Code, _ name: String, _ act: ActWriter, _ names: CodeNames
  ) throws -> RowID<Code> {
    let name = try CodeLikeness.valid(name)
    try CodeLikeness(names).require(name, under: code.parent)
    let id = try act.addCode(CodeContent(name: name), under: code.parent)
    let place = names.children(of: code.parent).firstIndex { $0.id == code.id } ?? 0
    if let added = try act.reader.codes().first(where: { $0.id == id }) {
      _ = try act.move(added, under: code.parent, position: place + 2)
    }
    return id
  }

  /// A code's codings that a query finds, and how many it has in all.
  private func segments(
    of name: String, _ query: String, _ coders: [String]
  ) throws -> (code: Code, matching: [Coding], all: Int) {
    let result = try study.search(query)
    let hits = try result.hitRanges()
    let answers = Set(try result.answers())
    return try study.project.read { reader in
      let code = try CodeNames(try reader.codes()).code(called: name)
      let ids = try coders.map { try reader.coder(called: $0).id }
      let codings = try reader.codings(.init(codes: [code.id], coders: ids.isEmpty ? nil : Set(ids)))
      let matching = codings.filter { coding in
        guard answers.contains(coding.answer) else { return false }
        return !result.hasHits || hits[coding.answer].contains { coding.range.contains($0) }
      }
      return (code, matching, codings.count)
    }
  }

  /// Deletes a code; what has become of its codings and the codes under it must be said where it has any.
  ///
  /// - Throws: `ActError.codeInUse` where it is not said, ``StudyError/codeInRules(name:codes:)`` where rules of other codes
  ///   name a code that goes.
  public func delete(
    _ code: String, codings: CodingFate = .none, children: ChildFate = .none, coder: String? = nil
  ) throws -> RemovalOutcome {
    try remove(coder) { act, names in
      let code = try names.code(called: code)
      let below = names.children(of: code.id)
      let gone = [code] + (children == .deleted ? names.descendants(of: code.id) : [])
      let ids = Set(gone.map(\.id))
      let stored = try act.reader.codings(.init(codes: ids))
      guard codings != .none || stored.isEmpty, children != .none || below.isEmpty else {
        throw ActError.codeInUse(
          name: names.name(of: code.id), codings: codings == .none ? stored.count : 0,
          children: children == .none ? below.count : 0)
      }
      var target: Code?
      if case .moved(let name) = codings { target = try names.code(called: name) }
      if let target, ids.contains(target.id) { throw StudyError.sameCode(names.name(of: target.id)) }
      let referring = RuleReferences.referring(to: ids, names)
      if target == nil, !referring.isEmpty {
        throw StudyError.codeInRules(name: names.name(of: code.id), codes: referring)
      }
      var moved = CodingTransfer.Outcome()
      if let target {
        moved = try CodingTransfer.move(stored, to: target.id, in: act)
      } else {
        for coding in stored { try act.deleteCoding(coding.id) }
        moved.moved = stored.count
      }
      if children == .moveUp { try moveUp(below, from: code, act, names) }
      let replaced = target.map { target in Dictionary(uniqueKeysWithValues: ids.map { ($0, target.id) }) }
      let rewritten = try RuleReferences.follow(names, replaced: replaced ?? [:], in: act)
      for code in gone.reversed() { try act.deleteCode(code) }
      act.details = [
        "did": "delete", "code": names.name(of: code.id), "key": code.key, "codings": String(moved.moved),
        "children": String(children == .deleted ? gone.count - 1 : below.count),
      ]
      if let target { act.details["into"] = names.name(of: target.id) }
      return RemovalOutcome(
        code: names.name(of: code.id),
        target: try target.map { CodeNames(try act.reader.codes()).name(of: $0.id) }, codings: moved.moved,
        united: moved.united, children: children == .deleted ? gone.count - 1 : below.count, rule: nil,
        rewritten: rewritten)
    }
  }

  private func moveUp(_ children: [Code], from code: Code, _ act: ActWriter, _ names: CodeNames) throws {
    let place = names.children(of: code.parent).firstIndex { $0.id == code.id } ?? 0
    for (index, child) in children.enumerated() {
      _ = try act.move(child, under: code.parent, position: place + 2 + index)
    }
  }

  private func remove(
    _ coder: String?, _ body: (ActWriter, CodeNames) throws -> RemovalOutcome
  ) throws -> RemovalOutcome {
    try study.project.perform(.codebook, coder: study.currentCoder(coder)) { act in
      try body(act, CodeNames(try act.reader.codes()))
    }.result
  }
}

/// Ends an act that was only tried, so that nothing of it is kept.
struct DryRun<Result: Sendable>: Error {
  let result: Result
}
