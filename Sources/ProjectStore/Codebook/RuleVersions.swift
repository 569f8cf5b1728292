public import CodingModel
import GRDB

extension ProjectReader {
  /// The wordings of rules that were applied, by code and number.
  public func ruleVersions() throws -> [RuleVersion] {
    try Row.fetchAll(
      db, sql: "SELECT id, codeID, number, rule, date FROM ruleVersion ORDER BY codeID, number"
    )
    .map {
      RuleVersion(id: RowID($0[0]), code: RowID($0[1]), number: $0[2], rule: $0[3], date: $0[4])
    }
  }
}

extension ActWriter {
  /// The version of a code's rule with that wording, added as the next one where it is new.
  ///
  /// - Parameter date: when it was first applied; the act's own time where nil.
  public func ruleVersion(
    _ rule: String, of code: RowID<Code>, date: String? = nil
  ) throws -> RowID<RuleVersion> {
    let rows = try Row.fetchAll(
      db, sql: "SELECT id, number, rule FROM ruleVersion WHERE codeID = ? ORDER BY number",
      arguments: [code.value])
    // Bytes decide: SQLite's = and Swift's == need not agree on what is the same text.
    if let known = rows.first(where: { ($0[2] as String).utf8.elementsEqual(rule.utf8) }) {
      return RowID(known[0])
    }
    let number = (rows.last.map { $0[1] as Int } ?? 0) + 1
    return RowID(
      try insert(
        .ruleVersion, "INSERT INTO ruleVersion (codeID, number, rule, date) VALUES (?, ?, ?, ?)",
        [code.value, number, rule, date ?? self.date]))
  }
}
