public import CodingModel
import GRDB

/// What a project's decisions were before they were taken anew.
public struct ReplacedDecisions: Sendable {
  /// What a decision says of a code in an answer: that a part carries it, or that it is not given.
  public struct Element: Hashable, Sendable {
    /// The answer and the code, by their identities; the code may be gone.
    public let answer: RowID<Answer>, code: RowID<Code>
    /// The part of the answer.
    public let range: TextRange
    /// Whether it is that the code is not given.
    public let isRefusal: Bool
  }

  /// What was taken away, each with the latest date that it had.
  public internal(set) var elements: [Element: String] = [:]
  /// The memos taken away, with what they were on.
  public internal(set) var memos: [(element: Element, text: String, date: String)] = []
}

extension ProjectReader {
  /// What acts in force that settle or merge took away of the decisions of these coders.
  ///
  /// Cost: linear in the coders' codings and refusals, and those they ever had.
  public func replacedDecisions(of coders: Set<RowID<Coder>>) throws -> ReplacedDecisions {
    var found = ReplacedDecisions()
    guard !coders.isEmpty else { return found }
    let theirs = "coderID IN (\(coders.map { String($0.value) }.sorted().joined(separator: ", ")))"
    var places: [String: [Int64: ReplacedDecisions.Element]] = [:]
    for table in [TrackedTable.coding, .refusal] {
      let name = table.rawValue
      let columns = ["id", "answerID", "codeID", "startOffset", "endOffset", "date"].map { "image." + $0 }
        .joined(separator: ", ")
      func forEach(_ sql: String, _ body: (Int64, ReplacedDecisions.Element, String) -> Void) throws {
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() {
          let (start, end): (Int, Int) = (row[3], row[4])
          body(
            row[0],
            ReplacedDecisions.Element(
              answer: RowID(row[1]), code: RowID(row[2]), range: TextRange(max(0, start), max(0, start, end)),
              isRefusal: table == .refusal), row[5])
        }
      }
      for source in [name, "\(name)_image"] {
        try forEach("SELECT \(columns) FROM \(source) AS image WHERE \(theirs)") { row, element, _ in
          places[name, default: [:]][row] = element
        }
      }
      try forEach("SELECT \(columns) FROM \(name)_image AS image \(Self.replacing) AND image.\(theirs)") {
        found.elements[$1] = max(found.elements[$1] ?? "", $2)
      }
    }
    let memos = try Row.fetchCursor(
      db,
      sql: """
        SELECT image.targetKind, image.targetID, image.text, image.date FROM memo_image AS image \(Self.replacing)
        AND image.\(theirs) AND image.targetKind IN ('coding', 'refusal') ORDER BY image.id
        """)
    while let row = try memos.next() {
      guard let element = places[row[0]]?[row[1]] else { continue }
      found.memos.append((element, row[2], row[3]))
    }
    return found
  }

  private static let replacing = """
    JOIN act ON act.id = image.actID AND act.state = 'done' AND act.kind IN ('settle', 'merge')
    JOIN change ON change.actID = image.actID AND change.sequence = image.sequence
    WHERE change.operation = 'delete'
    """
}
