public import CodingModel
import Foundation
import FrenchText
import ProjectStore
import QueryLanguage

/// Changing a codebook code by code. Each change is one act, in the name of who makes it.
///
/// Rules that name a code go on meaning it when it is renamed, moved or merged.
public struct CodebookEditing {
  /// Where a code is to stand among the codes of its parent.
  public enum Place: Hashable, Sendable {
    case first, last
    /// Its number among them, from 1.
    case position(Int)
    /// Just before or just after another, by name.
    case before(String)
    case after(String)
  }

  /// What a code is to stand under.
  public enum Parent: Hashable, Sendable {
    case top
    /// Another code, by name.
    case code(String)
  }

  /// What is written of a code anew; nil leaves as it is, an empty text takes away. A rule must be a right query.
  public struct Texts: Sendable {
    /// What the theme is, when to code it and when not to, a note of the team, the rule.
    public var definition: String?, inclusion: String?, exclusion: String?, memo: String?, rule: String?
    /// The examples, in place of all those there are.
    public var examples: [String]?
    /// The colour; none for the inner nil.
    public var colour: Colour??

    /// Nothing written anew yet.
    public init() {}
  }

  /// What was done.
  public struct Outcome: Sendable {
    /// What the code is called now.
    public let code: String
    /// Whether anything changed.
    public let hasChanged: Bool
    /// Codes whose rules name the code and were rewritten.
    public let rewritten: [String]
    /// Where the code has got a name that others elsewhere in the tree have: the paths by which all of them are called
    /// now, this one first.
    public let homonyms: [String]
  }

  let study: Study

  /// Changing the codebook of a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// Adds a code.
  ///
  /// - Throws: ``StudyError/badCodeName``, ``StudyError/hiddenInCodeName(_:)``, ``StudyError/codeLike(existing:)``,
  ///   ``StudyError/codeLooksLike(_:existing:)``, ``StudyError/badRule(code:underlying:)``, `ActError.codeExists`.
  public func add(
    _ name: String, under parent: Parent = .top, place: Place = .last, texts: Texts = Texts(),
    coder: String? = nil
  ) throws -> Outcome {
    let name = try CodeLikeness.valid(name)
    return try perform(coder) { act, names in
      let above = try Self.resolve(parent, names)
      try CodeLikeness(names).require(name, under: above)
      var content = CodeContent(name: name)
      try Self.apply(texts, to: &content)
      let id = try act.addCode(content, under: above)
      if let code = try act.reader.codes().first(where: { $0.id == id }) {
        _ = try act.move(code, under: above, position: Self.position(place, of: id, under: above, names))
      }
      act.details = ["did": "add", "code": name, "parent": above.map { names.name(of: $0) } ?? ""]
      return id
    }
  }

  /// What is wrong with a rule, right in itself, that names something the project does not know; nil where it knows all.
  ///
  /// - Throws: `QueryError` for a wrong query, `ProjectError`.
  public func unresolved(_ rule: String, of code: String) throws -> StudyError? {
    guard !rule.isEmpty else { return nil }
    return try RuleNames(study).problem(in: rule).map { StudyError.badRule(code: code, underlying: $0) }
  }

  /// Gives a code another name; its key stays.
  ///
  /// - Throws: as ``add(_:under:place:texts:coder:)`` for the name.
  public func rename(_ code: String, to name: String, coder: String? = nil) throws -> Outcome {
    let name = try CodeLikeness.valid(name)
    return try perform(coder) { act, names in
      let code = try names.code(called: code)
      try CodeLikeness(names).require(name, under: code.parent, besides: code.id)
      var content = code.content
      content.name = name
      _ = try act.setContent(content, of: code)
      act.details = ["did": "rename", "code": names.name(of: code.id), "to": name, "key": code.key]
      return code.id
    }
  }

  /// Moves a code, with all under it, under another or to the top.
  ///
  /// - Throws: ``StudyError/codeLike(existing:)`` where its name could not be told from one there.
  public func move(
    _ code: String, under parent: Parent, place: Place = .last, coder: String? = nil
  ) throws -> Outcome {
    try perform(coder) { act, names in
      let code = try names.code(called: code)
      let above = try Self.resolve(parent, names)
      if above != code.parent { try CodeLikeness(names).require(code.name, under: above, besides: code.id) }
      let stays = above == code.parent && place == .last
      if !stays {
        _ = try act.move(code, under: above, position: Self.position(place, of: code.id, under: above, names))
      }
      act.details = [
        "did": "move", "code": names.name(of: code.id), "key": code.key,
        "from": code.parent.map { names.name(of: $0) } ?? "", "to": above.map { names.name(of: $0) } ?? "",
      ]
      return code.id
    }
  }

  /// Gives a code another place among the codes of its parent.
  ///
  /// - Throws: ``StudyError/notSiblings(_:_:)`` for a place beside a code that stands elsewhere.
  public func reorder(_ code: String, _ place: Place, coder: String? = nil) throws -> Outcome {
    try perform(coder) { act, names in
      let code = try names.code(called: code)
      let position = try Self.position(place, of: code.id, under: code.parent, names)
      _ = try act.move(code, under: code.parent, position: position)
      act.details = [
        "did": "reorder", "code": names.name(of: code.id), "key": code.key,
        "position": String(min(position, names.children(of: code.parent).count)),
      ]
      return code.id
    }
  }

  /// Writes parts of a code anew.
  ///
  /// - Throws: ``StudyError/badRule(code:underlying:)``.
  public func set(_ code: String, _ texts: Texts, coder: String? = nil) throws -> Outcome {
    try perform(coder) { act, names in
      let code = try names.code(called: code)
      var content = code.content
      try Self.apply(texts, to: &content)
      _ = try act.setContent(content, of: code)
      let fields = CodebookField.allCases.filter { $0.text(of: content) != $0.text(of: code.content) }
      act.details = [
        "did": "set", "code": names.name(of: code.id), "key": code.key,
        "fields": fields.map(\.rawValue).joined(separator: " "),
      ]
      if fields == [.colour] {
        act.details["did"] = "recolour"
        act.details["from"] = code.content.colour?.description ?? ""
        act.details["to"] = content.colour?.description ?? ""
      }
      return code.id
    }
  }

  /// Performs a change of the codebook; rules that name codes follow.
  func perform(
    _ coder: String?, _ body: (ActWriter, CodeNames) throws -> RowID<Code>
  ) throws -> Outcome {
    let coder = try study.currentCoder(coder)
    return try study.project.perform(.codebook, coder: coder) { act in
      let before = CodeNames(try act.reader.codes())
      let id = try body(act, before)
      let rewritten = try act.hasChanges ? RuleReferences.follow(before, in: act) : []
      let after = CodeNames(try act.reader.codes())
      let isNamed = act.hasChanges && before[id]?.name != after[id]?.name
      return Outcome(
        code: after.name(of: id), hasChanged: act.hasChanges, rewritten: rewritten,
        homonyms: isNamed ? after.homonyms(of: id) : [])
    }.result
  }

  static func resolve(_ parent: Parent, _ names: CodeNames) throws -> RowID<Code>? {
    switch parent {
    case .top: nil
    case .code(let name): try names.code(called: name).id
    }
  }

  static func position(
    _ place: Place, of code: RowID<Code>, under parent: RowID<Code>?, _ names: CodeNames
  ) throws -> Int {
    let others = names.children(of: parent).filter { $0.id != code }
    func index(_ name: String) throws -> Int {
      let other = try names.code(called: name)
      guard let index = others.firstIndex(where: { $0.id == other.id }) else {
        throw StudyError.notSiblings(names.name(of: code), names.name(of: other.id))
      }
      return index
    }
    return switch place {
    case .first: 1
    case .last: others.count + 1
    case .position(let number): min(max(1, number), others.count + 1)
    case .before(let name): try index(name) + 1
    case .after(let name): try index(name) + 2
    }
  }

  private static func apply(_ texts: Texts, to content: inout CodeContent) throws {
    func stored(_ text: String) -> String {
      StoredText.normalize(text).trimmingCharacters(in: .whitespacesAndNewlines)
    }
    if let text = texts.definition { content.definition = stored(text) }
    if let text = texts.inclusion { content.inclusion = stored(text) }
    if let text = texts.exclusion { content.exclusion = stored(text) }
    if let text = texts.memo { content.memo = stored(text) }
    if let examples = texts.examples { content.examples = examples.map(stored).filter { !$0.isEmpty } }
    if let colour = texts.colour { content.colour = colour }
    guard let rule = texts.rule.map(stored) else { return }
    if !rule.isEmpty {
      do {
        _ = try QueryParser.parse(rule)
      } catch {
        throw StudyError.badRule(code: content.name, underlying: error)
      }
    }
    content.rule = rule.isEmpty ? nil : rule
  }
}
