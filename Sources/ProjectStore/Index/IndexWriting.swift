import CodingModel
import Foundation
import GRDB

/// A segment of the index about to be stored.
public struct IndexSegmentDraft: Sendable {
  /// The version of the analysis that made it.
  public let analysisVersion: Int
  /// The first and the last answer it covers; it covers every answer between.
  public let answers: ClosedRange<Int64>
  /// How many answers it holds.
  public let answerCount: Int
  /// How many tokens it holds.
  public let tokenCount: Int
  /// Its parts, by number.
  public let parts: [(part: Int, bytes: [UInt8])]

  /// A segment with its parts.
  public init(
    analysisVersion: Int, answers: ClosedRange<Int64>, answerCount: Int, tokenCount: Int,
    parts: [(part: Int, bytes: [UInt8])]
  ) {
    self.analysisVersion = analysisVersion
    self.answers = answers
    self.answerCount = answerCount
    self.tokenCount = tokenCount
    self.parts = parts
  }
}

extension ActWriter {
  /// Stores segments for the answers that this act adds, in the same transaction. Where, at the act's end,
  /// the segments cover every answer, the index counts as current.
  public func addIndexSegments(_ drafts: [IndexSegmentDraft]) throws {
    for draft in drafts { try IndexWriting.add(db, draft) }
    hasAddedIndexSegments = true
  }
}

extension ProjectFile {
  /// Replaces stale segments by new ones, in one transaction. This is no act: the index can always be made
  /// again from the answers. It may be done in several steps: the index counts as current only when its
  /// segments cover every answer.
  ///
  /// - Parameters:
  ///   - stale: segments to let go.
  ///   - drafts: segments to add.
  public func updateIndex(removing stale: [IndexSegmentEntry], adding drafts: [IndexSegmentDraft]) throws {
    try writing { db in
      for segment in stale { try IndexWriting.remove(db, segment.id) }
      for draft in drafts { try IndexWriting.add(db, draft) }
      try ProjectReader(db: db).settleIndex()
    }
  }

  /// Keeps a setting in the project, such as who codes; nil lets it go. This is no act.
  public func setSetting(_ name: String, _ value: String?) throws {
    try writing { db in
      try db.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [name])
      if let value { try db.execute(sql: "INSERT INTO setting VALUES (?, ?)", arguments: [name, value]) }
    }
  }
}

private enum IndexWriting {
  static func remove(_ db: Database, _ segment: Int64) throws {
    try db.execute(sql: "DELETE FROM indexChunk WHERE segmentID = ?", arguments: [segment])
    try db.execute(sql: "DELETE FROM indexPart WHERE segmentID = ?", arguments: [segment])
    try db.execute(sql: "DELETE FROM indexSegment WHERE id = ?", arguments: [segment])
  }

  /// What is known of which answers a segment is of: nothing where answers have come or gone meanwhile.
  private static func identities(_ db: Database, _ draft: IndexSegmentDraft) throws -> Int64? {
    let found = try ProjectReader(db: db).answerGroups(in: [draft.answers])[0]
    return found.count == draft.answerCount ? found.identities : nil
  }

  static func add(_ db: Database, _ draft: IndexSegmentDraft) throws {
    try db.execute(
      sql: """
        INSERT INTO indexSegment (analysisVersion, firstAnswer, lastAnswer, answers, tokens, identities)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        draft.analysisVersion, draft.answers.lowerBound, draft.answers.upperBound, draft.answerCount,
        draft.tokenCount, identities(db, draft),
      ])
    let segment = db.lastInsertedRowID
    for (part, bytes) in draft.parts {
      try db.execute(
        sql: "INSERT INTO indexPart VALUES (?, ?, ?)", arguments: [segment, part, bytes.count])
      for (number, start) in stride(from: 0, to: bytes.count, by: IndexChunk.size).enumerated() {
        let chunk = Data(bytes[start..<min(start + IndexChunk.size, bytes.count)])
        try db.cachedStatement(sql: "INSERT INTO indexChunk VALUES (?, ?, ?, ?)").execute(
          arguments: [segment, part, number, chunk])
      }
    }
  }
}
