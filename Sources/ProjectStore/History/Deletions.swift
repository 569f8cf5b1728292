public import CodingModel
import GRDB

/// A coding that was taken away and does not stand in the project any more.
public struct DeletedCoding: Hashable, Sendable {
  /// The answer, the code and the coder, by their identities; they may be gone themselves.
  public let answer: RowID<Answer>, code: RowID<Code>, coder: RowID<Coder>
  /// The part of the answer.
  public let range: TextRange
}

extension ProjectReader {
  /// The keys of codes that acts in force deleted, or merged into others. Cost: linear in the history's deletions.
  public func deletedCodeKeys() throws -> Set<String> {
    Set(
      try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT image.key FROM code_image AS image \(Self.inForce)
          AND image.key NOT IN (SELECT key FROM code)
          """))
  }

  /// The codings by hand that acts in force took away and nobody gave again.
  public func deletedCodings() throws -> Set<DeletedCoding> {
    let rows = try BulkStatement(
      db,
      """
      SELECT DISTINCT image.answerID, image.codeID, image.coderID, image.startOffset, image.endOffset
      FROM coding_image AS image \(Self.inForce) AND image.origin <> 'rule'
      AND NOT EXISTS (SELECT 1 FROM coding WHERE coding.answerID = image.answerID
        AND coding.startOffset = image.startOffset AND coding.endOffset = image.endOffset
        AND coding.codeID = image.codeID AND coding.coderID = image.coderID)
      """)
    var found: Set<DeletedCoding> = []
    while try rows.step() {
      let (start, end) = (Int(rows.integer(3)), Int(rows.integer(4)))
      found.insert(
        DeletedCoding(
          answer: RowID(rows.integer(0)), code: RowID(rows.integer(1)), coder: RowID(rows.integer(2)),
          range: TextRange(max(0, start), max(0, start, end))))
    }
    return found
  }

  private static let inForce = """
    JOIN act ON act.id = image.actID AND act.state = 'done'
    JOIN change ON change.actID = image.actID AND change.sequence = image.sequence
    WHERE change.operation = 'delete'
    """
}
