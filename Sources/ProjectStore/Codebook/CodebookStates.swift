public import CodingModel
import GRDB

extension ProjectReader {
  /// The codebook as it was when the act numbered `moment` had just been done: its heading and its codes, parents before
  /// the codes under them.
  ///
  /// - Throws: ``ActError/noSuchAct(_:)``, ``ActError/stateForgotten(_:)`` where acts in force then have left no record.
  public func codebook(at moment: RowID<Act>) throws -> (title: String, description: String, codes: [Code]) {
    guard try act(moment) != nil else { throw ActError.noSuchAct(moment) }
    try requireRecord(at: moment)
    let codes = try RowVersions(db, .code)
    let rows = try codes.allRows().compactMap { try codes.version(of: $0, at: moment.value) }
    let sorted = rows.sorted {
      ($0["position"] as Int64, $0["key"] as String) < ($1["position"] as Int64, $1["key"] as String)
    }
    let headings = try RowVersions(db, .codebook)
    let heading = try headings.allRows().lazy.compactMap { try headings.version(of: $0, at: moment.value) }.first
    return (heading?["title"] ?? "", heading?["description"] ?? "", Self.inOrder(sorted.map(Self.code)))
  }

  /// What acts that were let go did to the codebook cannot be told.
  private func requireRecord(at moment: RowID<Act>) throws {
    let floor = try Int64.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'undoFloor'") ?? 0
    guard moment.value >= floor else { throw ActError.stateForgotten(moment) }
    let toggles = try ActDependencies.toggles(db)
    let discarded = try Int64.fetchAll(
      db, sql: "SELECT id FROM act WHERE state = 'discarded' AND id <= ?", arguments: [moment.value])
    if discarded.contains(where: { ActDependencies.wasInForce($0, at: moment.value, toggles) }) {
      throw ActError.stateForgotten(moment)
    }
  }
}
