import CodingModel
import GRDB

/// Follows rows that SQLite gives in the order of their answers: out of an index that is damaged they come in another.
struct AnswerOrder {
  private var last = RowID<Answer>(.min)

  /// Goes on to a row of an answer.
  ///
  /// - Throws: ``ProjectReader/damage`` where it should have come before.
  mutating func pass(_ answer: RowID<Answer>) throws {
    guard answer >= last else { throw ProjectReader.damage }
    last = answer
  }
}

extension ProjectReader {
  /// What is thrown while reading where rows contradict each other; it is told as ``ProjectError/damaged(path:)``.
  public static var damage: any Error { DatabaseError(resultCode: .SQLITE_CORRUPT) }
}
