/// What one project had and has no more, by what it was and its date: when it was last touched, and which row it was.
struct DepartedRows<Key: Hashable, ID: Hashable> {
  private var versions: [Key: [(date: String, touched: String, row: ID)]] = [:]

  var isEmpty: Bool { versions.isEmpty }

  /// Adds a version; one of what is not in the whole, without a key, is none.
  mutating func add(_ key: Key?, _ date: String, touched: @autoclosure () -> String, _ row: ID) {
    guard let key else { return }
    versions[key, default: []].append((date, touched(), row))
  }

  mutating func remove(_ key: Key?) {
    guard let key, !versions.isEmpty else { return }
    versions[key] = nil
  }

  /// Whether there was such a thing, of whichever date.
  func contains(_ key: Key) -> Bool { versions[key] != nil }

  /// The version of that date which was touched last; of any where nil.
  func version(_ key: Key, _ date: String? = nil) -> (touched: String, row: ID)? {
    versions[key]?.filter { date == nil || $0.date == date }.max { $0.touched < $1.touched }
      .map { ($0.touched, $0.row) }
  }
}
