public import CodingModel
import Foundation
import GRDB

extension ActWriter {
  /// Gives the codebook a title and a description, where they differ from those it has.
  public func setCodebookHeading(title: String, description: String) throws {
    guard try reader.codebookHeading() != (title, description) else { return }
    if let row = try Int64.fetchOne(db, sql: "SELECT id FROM codebook ORDER BY id LIMIT 1") {
      try update(.codebook, row, set: "title = ?, description = ?", [title, description])
    } else {
      _ = try insert(
        .codebook, "INSERT INTO codebook (title, description) VALUES (?, ?)", [title, description])
    }
  }

  /// Adds a code as the last under its parent.
  ///
  /// - Parameters:
  ///   - content: what is written of it.
  ///   - key: its stable key; where nil, the one that ``CodeKey/make(from:under:)`` makes of its name and place, made
  ///     unique: the same that another makes in a copy of the project for the same code, and for no other.
  ///   - parent: the code it stands under; nil at the top.
  /// - Throws: ``ActError/codeExists(name:)`` where the parent has a code of that name, or any code that key.
  public func addCode(
    _ content: CodeContent, key: String? = nil, under parent: RowID<Code>?
  ) throws -> RowID<Code> {
    try requireFreeName(content.name, under: parent, except: nil)
    let taken = Set(try String.fetchAll(db, sql: "SELECT key FROM code"))
    if let key, taken.contains(key) { throw ActError.codeExists(name: key) }
    let above = try parent.flatMap {
      try String.fetchOne(db, sql: "SELECT key FROM code WHERE id = ?", arguments: [$0.value])
    }
    let key = key ?? CodeKey.unique(CodeKey.make(from: content.name, under: above), among: taken)
    let position = try Int64.fetchOne(
      db, sql: "SELECT coalesce(max(position), 0) + \(Self.spacing) FROM code WHERE parentID IS ?",
      arguments: [parent?.value])
    let id = try insert(
      .code,
      """
      INSERT INTO code (key, parentID, position, name, colour, definition, inclusion, exclusion, examples, rule, memo)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [key, parent?.value, position ?? Self.spacing] + Self.arguments(content))
    return RowID(id)
  }

  /// Replaces what is written of a code, where anything differs.
  ///
  /// - Returns: whether anything did.
  /// - Throws: ``ActError/codeExists(name:)`` where a sibling has the new name.
  public func setContent(_ content: CodeContent, of code: Code) throws -> Bool {
    guard content != code.content else { return false }
    if content.name != code.name { try requireFreeName(content.name, under: code.parent, except: code.id) }
    return try update(
      .code, code.id.value,
      set: """
        name = ?, colour = ?, definition = ?, inclusion = ?, exclusion = ?, examples = ?, rule = ?, memo = ?
        """, Self.arguments(content))
  }

  /// Moves a code under another parent, or to another place among its siblings, which make room for it.
  ///
  /// - Parameter position: its place among the codes of that parent, from 1; beyond the last means last.
  /// - Returns: whether it was elsewhere before.
  /// - Throws: ``ActError/codeCycle(name:)`` where the parent stands under the code,
  ///   ``ActError/codeExists(name:)`` where the parent has a code of that name.
  public func move(_ code: Code, under parent: RowID<Code>?, position: Int) throws -> Bool {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT name, parentID FROM code WHERE id = ?", arguments: [code.id.value])
    else { return false }
    let (name, storedParent): (String, Int64?) = (row[0], row[1])
    if try isAncestor(code.id, of: parent) { throw ActError.codeCycle(name: name) }
    if parent?.value != storedParent { try requireFreeName(name, under: parent, except: code.id) }

    let siblings = try Row.fetchAll(
      db, sql: "SELECT id, position FROM code WHERE parentID IS ? ORDER BY position, key",
      arguments: [parent?.value])
    let positions: [Int64: Int] = Dictionary(uniqueKeysWithValues: siblings.map { ($0[0], $0[1]) })
    let before: [Int64] = siblings.map { $0[0] }
    var after = before.filter { $0 != code.id.value }
    after.insert(code.id.value, at: min(max(position, 1) - 1, after.count))
    guard before != after else { return false }

    let isMoved = parent?.value != storedParent
    let place = after.firstIndex(of: code.id.value) ?? 0
    let lower = place > 0 ? positions[after[place - 1]] : nil
    let upper = place + 1 < after.count ? positions[after[place + 1]] : nil
    if let free = Self.position(between: lower, and: upper) {
      try update(.code, code.id.value, set: "parentID = ?, position = ?", [parent?.value, free])
      return true
    }
    for (number, id) in zip(1..., after) {
      let position = number * Self.spacing
      if id == code.id.value, isMoved {
        try update(.code, id, set: "parentID = ?, position = ?", [parent?.value, position])
      } else if positions[id] != position {
        try update(.code, id, set: "position = ?", [position])
      }
    }
    return true
  }

  /// How far codes stand from each other when they are added: moving one among others then changes none of them, so that
  /// what was done to those can be undone apart.
  private static let spacing = 1024

  /// A position between those of two neighbours; nil where there is no room.
  private static func position(between lower: Int?, and upper: Int?) -> Int? {
    switch (lower, upper) {
    case (nil, nil): spacing
    case (let lower?, nil): lower + spacing
    case (nil, let upper?): upper - spacing
    case (let lower?, let upper?): upper - lower > 1 ? lower + (upper - lower) / 2 : nil
    }
  }

  /// Whether `code` is `other` or stands above it.
  private func isAncestor(_ code: RowID<Code>, of other: RowID<Code>?) throws -> Bool {
    var seen: Set<RowID<Code>> = []
    var next = other
    while let id = next, seen.insert(id).inserted {
      if id == code { return true }
      next = try Int64.fetchOne(db, sql: "SELECT parentID FROM code WHERE id = ?", arguments: [id.value])
        .map { RowID($0) }
    }
    return false
  }

  /// Deletes a code that nothing depends on, with the memos on it, the versions of its rule and the refusals of what
  /// it proposed.
  ///
  /// - Throws: ``ActError/codeInUse(name:codings:children:)`` where it has codings or codes under it.
  public func deleteCode(_ code: Code) throws {
    let codings =
      try Int.fetchOne(db, sql: "SELECT count(*) FROM coding WHERE codeID = ?", arguments: [code.id.value])
      ?? 0
    let children =
      try Int.fetchOne(db, sql: "SELECT count(*) FROM code WHERE parentID = ?", arguments: [code.id.value])
      ?? 0
    guard codings == 0, children == 0 else {
      throw ActError.codeInUse(name: code.name, codings: codings, children: children)
    }
    try deleteMemos(on: .code(code.id))
    for table in [TrackedTable.refusal, .ruleVersion] {
      let rows = try Int64.fetchAll(
        db, sql: "SELECT id FROM \(table.rawValue) WHERE codeID = ? ORDER BY id", arguments: [code.id.value])
      for row in rows {
        if table == .refusal { try deleteMemos(on: .refusal(RowID(row))) }
        try delete(table, row)
      }
    }
    try delete(.code, code.id.value)
  }

  /// Siblings have different names; which apostrophe is typed makes no difference, as wherever names are compared.
  private func requireFreeName(_ name: String, under parent: RowID<Code>?, except: RowID<Code>?) throws {
    let taken = try String.fetchOne(
      db,
      sql: """
        SELECT name FROM code WHERE replace(replace(name, '’', ''''), 'ʼ', '''') = ? AND parentID IS ?
        AND id IS NOT ?
        """, arguments: [CodeContent.comparable(name), parent?.value, except?.value])
    if let taken { throw ActError.codeExists(name: taken) }
  }

  static func arguments(_ content: CodeContent) throws -> StatementArguments {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    let examples = String(decoding: try encoder.encode(content.examples), as: UTF8.self)
    return [
      content.name, content.colour?.description, content.definition, content.inclusion, content.exclusion,
      examples, content.rule, content.memo,
    ]
  }
}
