import GRDB

/// GRDB and ProjectStore both read columns so; tests, which see both, must say which: a value of another kind stops them.
extension Row {
  subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ index: Int) -> Value {
    Value.fromDatabaseValue(self[self.index(startIndex, offsetBy: index)].1)!
  }

  subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ name: String) -> Value {
    let names = Array(columnNames)
    return self[names.firstIndex(of: name)!]
  }
}
