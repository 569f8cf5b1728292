import CodingModel
import Foundation
import GRDB

/// What a project file says of one segment of its index.
public struct IndexSegmentEntry: Hashable, Sendable {
  /// Its number in the file.
  public let id: Int64
  /// The version of the analysis that made it.
  public let analysisVersion: Int
  /// The first and the last answer it covers; it covers every answer between.
  public let answers: ClosedRange<Int64>
  /// How many answers it holds.
  public let answerCount: Int
  /// How many tokens it holds.
  public let tokenCount: Int
  /// A number that tells which answers it is of, whatever their order; nil where that was never known.
  let identities: Int64?
}

/// Whether the stored index can be trusted for the answers as they are.
public struct IndexStatus: Hashable, Sendable {
  /// The segments that are right as they stand.
  public var valid: [IndexSegmentEntry]
  /// The segments that another version of the analysis made, or whose answers have changed.
  public var stale: [IndexSegmentEntry]
  /// Runs of answers that no valid segment covers.
  public var missing: [ClosedRange<Int64>]

  /// A status of these segments and runs.
  public init(valid: [IndexSegmentEntry], stale: [IndexSegmentEntry], missing: [ClosedRange<Int64>]) {
    self.valid = valid
    self.stale = stale
    self.missing = missing
  }

  /// Whether nothing needs to be done.
  public var isCurrent: Bool { stale.isEmpty && missing.isEmpty }
}

extension ProjectReader {
  /// The stored segments, in the order of their answers.
  public func indexSegments() throws -> [IndexSegmentEntry] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT id, analysisVersion, firstAnswer, lastAnswer, answers, tokens, identities FROM indexSegment
        ORDER BY firstAnswer, id
        """)
    return try Row.fetchAll(statement).map { row in
      let (first, last): (Int64, Int64) = (row[2], row[3])
      return IndexSegmentEntry(
        id: row[0], analysisVersion: row[1], answers: first...max(first, last), answerCount: row[4],
        tokenCount: row[5], identities: row[6])
    }
  }

  /// Compares the stored index with the answers. Cheap where no answer changed since the index was written;
  /// otherwise the answers are counted.
  ///
  /// - Parameter isUsable: whether a segment is of the version of the analysis, and of the format, in use.
  public func indexStatus(_ isUsable: (IndexSegmentEntry) throws -> Bool) throws -> IndexStatus {
    try compareIndex(
      trustCounts: CorpusGeneration.current(db) == CorpusGeneration.indexed(db), isUsable)
  }

  /// Notes that the index is whole for the answers as they are, if it is: only then is it trusted without
  /// counting them. Segments of any version of the analysis will do, since their version says what they are.
  func settleIndex() throws {
    guard try compareIndex(trustCounts: false, { _ in true }).isCurrent else { return }
    try CorpusGeneration.settle(db)
  }

  private func compareIndex(
    trustCounts: Bool, _ isAcceptable: (IndexSegmentEntry) throws -> Bool
  ) throws -> IndexStatus {
    var status = IndexStatus(valid: [], stale: [], missing: [])
    var covered: Int64 = 0
    let segments = try indexSegments()
    let isOfItsAnswers =
      try trustCounts ? segments.map { _ in true } : areOfTheirAnswers(segments)
    for (segment, isOfItsAnswers) in zip(segments, isOfItsAnswers) {
      // Two processes that indexed the same answers at the same time leave segments that overlap.
      let isRight =
        try segment.answers.lowerBound > covered && isOfItsAnswers && isAcceptable(segment)
      if isRight {
        status.valid.append(segment)
        covered = segment.answers.upperBound
      } else {
        status.stale.append(segment)
      }
    }
    if trustCounts {
      let indexed = status.valid.reduce(0) { $0 + $1.answerCount }
      if try status.stale.isEmpty && indexed == CorpusGeneration.count(db, .answers) { return status }
      // What the file says of its segments does not fit together: each is looked at.
      return try compareIndex(trustCounts: false, isAcceptable)
    }
    covered = 0
    for segment in status.valid {
      try addRun(after: covered, before: segment.answers.lowerBound, &status)
      covered = segment.answers.upperBound
    }
    try addRun(after: covered, before: nil, &status)
    return status
  }

  private func addRun(after: Int64, before: Int64?, _ status: inout IndexStatus) throws {
    let row = try Row.fetchOne(
      db, sql: "SELECT min(id) AS first, max(id) AS last FROM answer WHERE id > ? AND id < ?",
      arguments: [after, before ?? .max])
    if let first: Int64 = row?["first"], let last: Int64 = row?["last"] {
      status.missing.append(first...last)
    }
  }

  /// Whether each segment is of just the answers that there are in its range: as many would not do, since an import
  /// undone and another of the same size done again leave as many.
  private func areOfTheirAnswers(_ segments: [IndexSegmentEntry]) throws -> [Bool] {
    return zip(segments, try answerGroups(in: segments.map(\.answers))).map { segment, found in
      found.count == segment.answerCount && segment.identities == found.identities
    }
  }

  /// How many answers have identities in each of these ranges, and a number that tells which, whatever their order.
  /// Cost: one pass over the smallest index of the answers, without their texts.
  func answerGroups(in ranges: [ClosedRange<Int64>]) throws -> [(count: Int, identities: Int64)] {
    var groups = ranges.map { _ in (count: 0, identities: Int64(0)) }
    guard !ranges.isEmpty else { return groups }
    let rows = try BulkStatement(db, "SELECT id FROM answer INDEXED BY answer_question")
    while try rows.step() {
      let id = rows.integer(0)
      for (index, range) in ranges.enumerated() where range.contains(id) {
        groups[index].count += 1
        // Sums of numbers that look random differ where the answers do.
        groups[index].identities &+= unsafe withUnsafeBytes(of: id.littleEndian) {
          unsafe Int64(bitPattern: XXH64.hash($0))
        }
      }
    }
    return groups
  }

  /// The size in bytes of a part of a segment; 0 where there is none.
  public func indexPartSize(_ segment: Int64, _ part: Int) throws -> Int {
    try db.cachedStatement(sql: "SELECT size FROM indexPart WHERE segmentID = ? AND part = ?")
      .fetchOneInt([segment, part]).map { max(0, $0) } ?? 0
  }

  /// Bytes of a part of a segment. Only the chunks that hold them are read.
  ///
  /// - Returns: the bytes; fewer than asked for where the part is shorter or damaged.
  public func indexPart(_ segment: Int64, _ part: Int, _ range: Range<Int>) throws -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(range.count, 8 * IndexChunk.size))
    try forEachRun(of: segment, part, range) { chunk, run in
      bytes += unsafe try [UInt8](unsafeUninitializedCapacity: run.count) { buffer, count in
        unsafe try chunk.read(run, into: UnsafeMutableRawBufferPointer(buffer))
        count = run.count
      }
    }
    return bytes
  }

  /// Copies bytes of a part of a segment to a place that has room for all of `range`. Nothing else of the chunks that
  /// hold them is copied.
  ///
  /// - Returns: how many bytes; fewer than asked for where the part is shorter or damaged.
  public func readIndexPart(
    _ segment: Int64, _ part: Int, _ range: Range<Int>, into memory: UnsafeMutableRawBufferPointer
  ) throws -> Int {
    precondition(memory.count >= range.count)
    var count = 0
    try forEachRun(of: segment, part, range) { chunk, run in
      unsafe try chunk.read(run, into: UnsafeMutableRawBufferPointer(rebasing: memory[count...]))
      count += run.count
    }
    return count
  }

  /// Calls `body` with each chunk that holds bytes of a part in `range`, and where in it they are, in order.
  private func forEachRun(
    of segment: Int64, _ part: Int, _ range: Range<Int>, _ body: (StoredBlob, Range<Int>) throws -> Void
  ) throws {
    guard !range.isEmpty else { return }
    let size = IndexChunk.size
    let (first, last) = (range.lowerBound / size, (range.upperBound - 1) / size)
    // Read a few bytes at a time, so that how long asking for them takes counts.
    let rows = try BulkStatement(
      db,
      cached: """
        SELECT number, rowid FROM indexChunk WHERE segmentID = ? AND part = ? AND number BETWEEN ? AND ?
        ORDER BY number
        """)
    for (index, value) in [segment, Int64(part), Int64(first), Int64(last)].enumerated() {
      rows.bind(Int32(index + 1), value)
    }
    var next = range.lowerBound
    while try rows.step() {
      // After a missing or short chunk nothing stands where it should.
      let position = try Int(rows.number(0)) * size
      guard position <= next else { break }
      let chunk = try StoredBlob(db, "indexChunk", "bytes", row: rows.number(1))
      let from = max(0, range.lowerBound - position)
      let to = min(chunk.count, range.upperBound - position)
      if from < to {
        try body(chunk, from..<to)
        next = position + to
      }
      guard chunk.count == size else { break }
    }
  }
}

/// How parts of the index are cut into rows.
enum IndexChunk {
  /// Bytes in every chunk but a part's last.
  static let size = 1 << 17
}

extension Statement {
  fileprivate func fetchOneInt(_ arguments: StatementArguments) throws -> Int? {
    try Int.fetchOne(self, arguments: arguments)
  }
}
