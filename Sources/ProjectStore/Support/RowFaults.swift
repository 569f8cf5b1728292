import Foundation
import GRDB

/// Values that a damaged file holds where none of their kind can be: reading one must stop neither the program nor print
/// the row, which may hold an answer. It is noted, and what was read counts as damaged in the end.
enum RowFaults {
  private static let key = "verbatim.rowFaults"

  /// How many were met on this thread.
  private static var count: Int { Thread.current.threadDictionary[key] as? Int ?? 0 }

  fileprivate static func note() { Thread.current.threadDictionary[key] = count + 1 }

  /// What `body` gives.
  ///
  /// - Throws: ``ProjectError/damaged(path:)`` where it met such a value, whatever came of it.
  static func refusing<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
    let before = count
    do {
      let result = try body()
      guard count == before else { throw ProjectError.damaged(path: path) }
      return result
    } catch {
      throw count == before ? error : ProjectError.damaged(path: path)
    }
  }
}

extension Row {
  /// The value of a column by its place, in place of GRDB's, which stops the program where it is of another kind.
  subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ index: Int) -> Value {
    Self.value(self[self.index(startIndex, offsetBy: index)].1)
  }

  /// The value of a column by its name, likewise.
  subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ name: String) -> Value {
    guard let place = columnNames.firstIndex(of: name) else { preconditionFailure("no column \(name)") }
    return self[columnNames.distance(from: columnNames.startIndex, to: place)]
  }

  private static func value<Value: DatabaseValueConvertible>(_ stored: DatabaseValue) -> Value {
    if let value = Value.fromDatabaseValue(stored) { return value }
    RowFaults.note()
    // Any value will do: what is made of it is thrown away.
    let others = [0.databaseValue, "".databaseValue, Data().databaseValue]
    guard let value = others.lazy.compactMap({ Value.fromDatabaseValue($0) }).first else {
      preconditionFailure("no value of this kind can be made")
    }
    return value
  }
}
