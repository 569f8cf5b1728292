public import CodingModel
import GRDB

extension ProjectReader {
  /// The acts that had to do with a code: that changed it, its codings, the refusals of what its rule proposed or the
  /// memos on it. Acts of which only the line in the history is left are not among them.
  public func acts(on code: RowID<Code>) throws -> Set<RowID<Act>> {
    var acts = try acts(touching: .code, "id = \(code.value)")
    for table in [TrackedTable.coding, .refusal, .ruleVersion] {
      acts.formUnion(try self.acts(touching: table, "codeID = \(code.value)"))
    }
    return acts.union(
      try self.acts(
        touching: .memo,
        """
        (targetKind = 'code' AND targetID = \(code.value)) OR (targetKind = 'refusal' AND targetID IN
          (SELECT id FROM refusal WHERE codeID = \(code.value)))
        """))
  }

  /// The acts that had to do with an answer: that imported it, coded it or took codings away, noted who has gone through
  /// it or is to, or wrote memos on it.
  public func acts(on answer: RowID<Answer>) throws -> Set<RowID<Act>> {
    var acts = try acts(touching: .answer, "id = \(answer.value)")
    for table in [TrackedTable.coding, .refusal, .seen, .assignment] {
      acts.formUnion(try self.acts(touching: table, "answerID = \(answer.value)"))
    }
    return acts.union(
      try self.acts(
        touching: .memo,
        """
        (targetKind = 'answer' AND targetID = \(answer.value)) OR (targetKind = 'coding' AND targetID IN
          (SELECT id FROM coding WHERE answerID = \(answer.value)))
        OR (targetKind = 'refusal' AND targetID IN (SELECT id FROM refusal WHERE answerID = \(answer.value)))
        """))
  }

  /// The acts that touched rows of which some version known meets a condition.
  private func acts(touching table: TrackedTable, _ condition: String) throws -> Set<RowID<Act>> {
    let name = table.rawValue
    let live = try Int64.fetchAll(db, sql: "SELECT id FROM \(name) WHERE \(condition)")
    let images = try Row.fetchAll(db, sql: "SELECT actID, id FROM \(name)_image WHERE \(condition)")
    var acts = Set(images.map { RowID<Act>($0[0]) })
    let rows = RowRanges((live + images.map { $0[1] }).map { ($0, $0) })
    guard !rows.isEmpty else { return acts }
    try ActFootprint.forEachChange(db, of: table, states: ["done", "undone"]) {
      if rows.overlaps($0.first, $0.last) { acts.insert(RowID($0.act)) }
    }
    return acts
  }
}
