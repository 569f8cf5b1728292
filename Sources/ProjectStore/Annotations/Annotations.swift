public import CodingModel
import GRDB

extension ActWriter {
  /// Stores what a corpus annotated elsewhere says of the tokens of an answer just added.
  ///
  /// - Parameter annotations: in the order of their ranges, which do not overlap.
  public func addAnnotations(_ annotations: [TokenAnnotation], to answer: RowID<Answer>) throws {
    _ = try insert(
      .annotation, "INSERT INTO annotation (id, tokens) VALUES (?, ?)",
      [answer.value, AnnotationText.encode(annotations)])
  }
}

extension ProjectReader {
  /// Whether any answer has annotations from elsewhere.
  public func hasAnnotations() throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM annotation)") ?? false
  }

  /// What a corpus annotated elsewhere says of an answer's tokens; nil where it comes from none, or where what
  /// is stored is damaged: then the answer is analysed as others are.
  public func annotations(of answer: RowID<Answer>) throws -> [TokenAnnotation]? {
    let statement = try db.cachedStatement(sql: "SELECT tokens FROM annotation WHERE id = ?")
    return try String.fetchOne(statement, arguments: [answer.value]).flatMap(AnnotationText.decode)
  }
}
