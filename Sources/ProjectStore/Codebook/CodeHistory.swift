public import CodingModel
import GRDB

/// What a project's history knows of its codes, those included that are gone, and of the codebook's heading.
public struct CodeHistory: Sendable {
  /// A code as an act left it, or undoing or redoing one.
  public struct Moment: Sendable {
    /// The number and the date of the act.
    public let act: Int64, date: String
    /// Whether it is a merge, which brought what was done elsewhere and before.
    public let isMerge: Bool
    /// The code; nil where it was not there any more, or not yet.
    public let code: Code?
    /// Its place among its siblings, in an order of such numbers and then of keys.
    public let position: Int
  }

  /// The moments at which each code changed, in order; one that was there before all that is known begins with act 0.
  public internal(set) var moments: [RowID<Code>: [Moment]] = [:]
  /// All that was ever written of each code, what is written of it now included.
  public internal(set) var versions: [RowID<Code>: [Code]] = [:]
  /// The keys that each code ever had.
  public var keys: [RowID<Code>: Set<String>] { versions.mapValues { Set($0.map(\.key)) } }
  /// The orders in which merges in force met the codes under a parent in other projects, which may be otherwise here: the
  /// merge's number and date, the parent's key, empty at the top, and the codes' keys.
  public internal(set) var orders: [(act: Int64, date: String, parent: String, keys: [String])] = []
  /// How many changes had led to what merges took from other projects: merges in order, and by what the merge calls it.
  public internal(set) var changeCounts: [(act: Int64, counts: [String: Int])] = []
  /// The codebook's headings, in order; what there is now comes last.
  public internal(set) var headings: [(act: Int64, date: String, title: String, description: String)] = []
}

extension ProjectReader {
  /// What the history knows of codes. Cost: linear in the changes ever made to the codebook.
  public func codeHistory() throws -> CodeHistory {
    var history = CodeHistory()
    let dates = Dictionary(
      uniqueKeysWithValues: try Row.fetchAll(db, sql: "SELECT id, date FROM act").map {
        ($0[0] as Int64, $0[1] as String)
      })
    let merges = Dictionary(
      uniqueKeysWithValues: try Row.fetchAll(db, sql: "SELECT id, state FROM act WHERE kind = 'merge'").map {
        ($0[0] as Int64, $0[1] as String)
      })
    // To undo a merge is not to reject what it brought, and to do it again brings nothing new.
    let toggles = Dictionary(
      grouping: try ActDependencies.toggles(db).filter { merges[$0.act] == nil }, by: \.act)
    func moments(_ rows: RowVersions, _ row: Int64) -> [Int64] {
      let acts = rows.changes(of: row).map(\.act).filter { merges[$0] != "undone" }
      return Set(acts.flatMap { [$0] + (toggles[$0] ?? []).map(\.number) }).sorted()
    }
    let codes = try RowVersions(db, .code)
    for row in try codes.allRows() {
      let versions = try ([0] + moments(codes, row)).map { ($0, try codes.version(of: row, at: $0)) }
      history.moments[RowID(row)] = versions.enumerated().filter { $0.offset > 0 || $0.element.1 != nil }.map
      {
        let (act, version) = $0.element
        return CodeHistory.Moment(
          act: act, date: dates[act] ?? "", isMerge: merges[act] != nil, code: version.map(Self.code),
          position: version?["position"] ?? 0)
      }
    }
    for image in try Row.fetchAll(
      db, sql: "SELECT image.* FROM code_image AS image \(Self.notOfUndoneMerges)")
    {
      let code = Self.code(image)
      history.versions[code.id, default: []].append(code)
    }
    for row in try Row.fetchAll(db, sql: "SELECT * FROM code ORDER BY id") {
      let code = Self.code(row)
      history.versions[code.id, default: []].append(code)
    }
    for merge in try notedByMerges("orders") {
      for part in merge.parts {
        let sides = part.split(separator: ":", omittingEmptySubsequences: false)
        guard sides.count == 2 else { continue }
        history.orders.append(
          (merge.act, merge.date, String(sides[0]), sides[1].split(separator: ",").map(String.init)))
      }
    }
    for merge in try notedByMerges("changes") {
      var counts: [String: Int] = [:]
      for part in merge.parts {
        let sides = part.split(separator: "=", maxSplits: 1)
        if sides.count == 2, let count = Int(sides[1]) { counts[String(sides[0])] = count }
      }
      history.changeCounts.append((merge.act, counts))
    }
    let headings = try RowVersions(db, .codebook)
    for row in try headings.allRows() {
      for act in moments(headings, row) {
        guard let version = try headings.version(of: row, at: act) else { continue }
        history.headings.append((act, dates[act] ?? "", version["title"], version["description"]))
      }
    }
    return history
  }

  /// What merges in force noted under a name among their details, in order, each in its parts.
  private func notedByMerges(_ name: String) throws -> [(act: Int64, date: String, parts: [Substring])] {
    let path = "$." + name
    return try Row.fetchAll(
      db,
      sql: """
        SELECT id, date, json_extract(details, ?1) FROM act WHERE kind = 'merge' AND state = 'done'
        AND json_valid(details) AND json_extract(details, ?1) IS NOT NULL ORDER BY id
        """, arguments: [path]
    ).map { ($0[0], $0[1], ($0[2] as String).split(separator: ";")) }
  }
}
