public import CodingModel

/// What comparing the answers' texts with their checksums showed.
public struct TextComparison: Sendable, Hashable {
  /// The answers whose texts are no longer what was stored, in the order of import.
  public var damaged: [RowID<Answer>] = []
  /// How many answers have no checksum: a version of the program that wrote none stored them.
  public var unverified = 0

  /// Nothing found.
  public init() {}
}

extension ProjectReader {
  /// Compares every answer's text with its checksum. Cost: reads all texts, at the speed of the disk.
  public func compareTexts() throws -> TextComparison {
    var comparison = TextComparison()
    let rows = try BulkStatement(db, "SELECT id, text, checksum FROM answer ORDER BY id")
    while try rows.step() {
      if rows.isNull(2) {
        comparison.unverified += 1
      } else if unsafe rows.withBytes(1, { unsafe TextChecksum.stored($0) }) != rows.integer(2) {
        comparison.damaged.append(RowID(rows.integer(0)))
      }
    }
    return comparison
  }
}

extension ProjectFile {
  /// Notes the checksum of every text that has none, as the text is now. This is no act: nothing that anybody made is
  /// changed.
  public func addMissingChecksums() throws {
    try writing { db in
      let rows = try BulkStatement(
        db, "SELECT id, text FROM answer WHERE id > ? AND checksum IS NULL ORDER BY id LIMIT 4096")
      let update = try BulkStatement(db, "UPDATE answer SET checksum = ? WHERE id = ?")
      var last: Int64 = 0
      while true {
        var found: [(id: Int64, checksum: Int64)] = []
        rows.bind(1, last)
        while try rows.step() {
          found.append((rows.integer(0), unsafe rows.withBytes(1) { unsafe TextChecksum.stored($0) }))
        }
        guard let end = found.last else { return }
        last = end.id
        for (id, checksum) in found {
          update.bind(1, checksum)
          update.bind(2, id)
          _ = try update.run()
        }
      }
    }
  }
}
