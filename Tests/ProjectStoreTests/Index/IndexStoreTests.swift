import CodingModel
import Testing

@testable import ProjectStore

@Suite("Whether the stored index can be trusted")
struct IndexStoreTests {
  private func draft(_ answers: ClosedRange<Int64>, version: Int = 1) -> IndexSegmentDraft {
    IndexSegmentDraft(
      analysisVersion: version, answers: answers,
      answerCount: Int(answers.upperBound - answers.lowerBound) + 1,
      tokenCount: 7, parts: [(1, [1, 2, 3])])
  }

  private func status(_ study: SmallStudy, version: Int = 1) throws -> IndexStatus {
    try study.file.read { try $0.indexStatus { $0.analysisVersion == version } }
  }

  @Test("An empty project needs no index")
  func empty() throws {
    let project = try TemporaryProject()
    #expect(try project.file.read { try $0.indexStatus { $0.analysisVersion == 1 }.isCurrent })
  }

  @Test("Answers without an index are missing; indexed, they are not")
  func indexing() throws {
    let study = try SmallStudy()
    #expect(try status(study) == IndexStatus(valid: [], stale: [], missing: [1...5]))
    try study.file.updateIndex(removing: [], adding: [draft(1...5)])
    let entry = IndexSegmentEntry(
      id: 1, analysisVersion: 1, answers: 1...5, answerCount: 5, tokenCount: 7,
      identities: try study.file.read { try $0.answerGroups(in: [1...5])[0].identities })
    #expect(try status(study) == IndexStatus(valid: [entry], stale: [], missing: []))
    try study.addCoding()
    #expect(try status(study).isCurrent)
  }

  @Test("An index made in steps is current only after the last")
  func steps() throws {
    let study = try SmallStudy()
    try study.file.updateIndex(removing: [], adding: [draft(2...3)])
    #expect(try status(study).missing == [1...1, 4...5])
    try study.file.updateIndex(removing: [], adding: [draft(4...5)])
    #expect(try status(study).missing == [1...1])
    #expect(try status(study).valid.map(\.answers) == [2...3, 4...5])
    try study.file.updateIndex(removing: [], adding: [draft(1...1)])
    #expect(try status(study).isCurrent)
  }

  @Test("Another version of the analysis makes the index stale, until it is replaced")
  func version() throws {
    let study = try SmallStudy()
    try study.file.updateIndex(removing: [], adding: [draft(1...3), draft(4...5, version: 2)])
    let stale = try status(study, version: 2)
    #expect(stale.valid.map(\.answers) == [4...5])
    #expect(stale.stale.map(\.answers) == [1...3])
    #expect(stale.missing == [1...3])
    try study.file.updateIndex(removing: stale.stale, adding: [draft(1...3, version: 2)])
    #expect(try status(study, version: 2).isCurrent)
    #expect(try study.project.count("indexPart") == 2)
    #expect(try study.project.count("indexChunk") == 2)
  }

  @Test("A lost row of a segment is missed, one that claims another's answers is not believed")
  func damagedRows() throws {
    let study = try SmallStudy()
    try study.file.updateIndex(removing: [], adding: [draft(1...3), draft(4...5)])
    #expect(try status(study).isCurrent)
    try study.project.damage("UPDATE indexSegment SET lastAnswer = 4 WHERE firstAnswer = 1")
    let claimed = try status(study)
    #expect(claimed.valid.map(\.answers) == [4...5] && claimed.stale.map(\.answers) == [1...4])
    #expect(claimed.missing == [1...3])
    try study.project.damage("DELETE FROM indexSegment WHERE firstAnswer = 1")
    let lost = try status(study)
    #expect(lost.valid.map(\.answers) == [4...5] && lost.stale == [] && lost.missing == [1...3])
    try study.project.damage("UPDATE indexPart SET size = -5")
    #expect(try study.file.read { try $0.indexPartSize(2, 1) } == 0)
  }

  @Test("Undoing an import makes its segment stale; redoing makes it right again")
  func undoing() throws {
    let study = try SmallStudy()
    try study.file.perform(.importSurvey) { act in
      let (id, isNew) = try act.respondent("R4", weight: nil)
      _ = try act.addAnswer("Encore", of: id, to: RowID(1), isNew: isNew)
      _ = try act.addAnswer("Assez", of: id, to: RowID(2), isNew: isNew)
      try act.addIndexSegments([draft(1...5), draft(6...7)])
    }
    #expect(try status(study).isCurrent)
    _ = try study.file.undo()
    #expect(try status(study).stale.map(\.answers) == [6...7])
    #expect(try status(study).missing == [])
    _ = try study.file.redo()
    #expect(try status(study).isCurrent)
    _ = try study.file.undo()
    try study.file.updateIndex(removing: status(study).stale, adding: [])
    #expect(try status(study).isCurrent)
    _ = try study.file.redo()
    #expect(try status(study).missing == [6...7])
  }

  @Test("A segment left by an undone import is not trusted after another import brings its own")
  func leftOver() throws {
    let study = try SmallStudy()
    try study.file.updateIndex(removing: [], adding: [draft(1...5)])
    for (name, answer) in [("R4", 6), ("R5", 7)] as [(String, Int64)] {
      try study.file.perform(.importSurvey) { act in
        let (id, isNew) = try act.respondent(name, weight: nil)
        #expect(try act.addAnswer("Encore", of: id, to: RowID(1), isNew: isNew) == RowID(answer))
        try act.addIndexSegments([draft(answer...answer)])
      }
      if name == "R4" { _ = try study.file.undo() }
    }
    #expect(try status(study).valid.map(\.answers) == [1...5, 7...7])
    #expect(try status(study).stale.map(\.answers) == [6...6])
  }

  @Test("Answers added after the act's segments are noticed")
  func addedAfter() throws {
    let study = try SmallStudy()
    try study.file.perform(.importSurvey) { act in
      try act.addIndexSegments([draft(1...5)])
      let (id, isNew) = try act.respondent("R4", weight: nil)
      _ = try act.addAnswer("Encore", of: id, to: RowID(1), isNew: isNew)
    }
    #expect(try status(study).missing == [6...6])
  }

  @Test("What two processes indexed at the same time is kept once")
  func twice() throws {
    let study = try SmallStudy()
    try study.file.updateIndex(removing: [], adding: [draft(1...5)])
    try study.project.reopened().updateIndex(removing: [], adding: [draft(1...5)])
    let found = try status(study)
    #expect(found.valid.map(\.id) == [1])
    #expect(found.stale.map(\.id) == [2])
    #expect(found.missing == [])
    try study.file.updateIndex(removing: found.stale, adding: [])
    #expect(try status(study).isCurrent)
  }

  @Test("Segments that a damaged file claims for impossible answers do not stop the program")
  func impossible() throws {
    let study = try SmallStudy()
    try study.project.damage(
      "INSERT INTO indexSegment (id, analysisVersion, firstAnswer, lastAnswer, answers, tokens) VALUES (1, 1, 9, 3, 5, 0), (2, 1, 10, 9223372036854775807, 0, 0), (3, 1, -5, 0, 0, 0)"
    )
    #expect(try status(study).missing == [1...5])
  }

  @Test("Any range of a part of several chunks is read as it was stored")
  func chunks() throws {
    let study = try SmallStudy()
    let size = IndexChunk.size
    let bytes = (0..<(2 * size + 1000)).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }
    let parts: [(part: Int, bytes: [UInt8])] = [(0, []), (3, bytes), (4, Array(bytes[..<size])), (5, [7])]
    try study.file.updateIndex(
      removing: [],
      adding: [
        IndexSegmentDraft(analysisVersion: 1, answers: 1...5, answerCount: 5, tokenCount: 9, parts: parts)
      ])
    let edges = [
      0, 1, 2, size - 1, size, size + 1, 2 * size - 1, 2 * size, 2 * size + 1, 2 * size + 999, bytes.count,
    ]
    try study.file.read { (reader: ProjectReader) throws in
      #expect(try [0, 3, 4, 5, 6].map { try reader.indexPartSize(1, $0) } == [0, bytes.count, size, 1, 0])
      for from in edges {
        for to in edges where from <= to {
          #expect(try reader.indexPart(1, 3, from..<to) == Array(bytes[from..<to]))
          #expect(try copied(reader, 3, from..<to) == Array(bytes[from..<to]))
        }
        #expect(try reader.indexPart(1, 3, from..<(bytes.count + 5000)) == Array(bytes[from...]))
      }
      #expect(try reader.indexPart(1, 3, 0..<Int.max) == bytes)
      #expect(try reader.indexPart(1, 4, 0..<(size + 1)) == Array(bytes[..<size]))
      #expect(try reader.indexPart(1, 0, 0..<1) == [])
      #expect(try reader.indexPart(2, 3, 0..<1) == [])
      #expect(try reader.indexPart(1, 3, (bytes.count + 1)..<(bytes.count + 2)) == [])
    }
    // A chunk that is missing or too short cuts what is read; what follows is never moved up.
    try study.project.damage("DELETE FROM indexChunk WHERE part = 3 AND number = 1")
    #expect(try study.file.read { try $0.indexPart(1, 3, 10..<bytes.count) } == Array(bytes[10..<size]))
    #expect(try study.file.read { try $0.indexPart(1, 3, (size + 5)..<bytes.count) } == [])
    try study.project.damage("UPDATE indexChunk SET bytes = x'00' WHERE part = 3 AND number = 0")
    #expect(try study.file.read { try $0.indexPart(1, 3, 0..<bytes.count) } == [0])
    #expect(try study.file.read { try copied($0, 3, 0..<bytes.count) } == [0])
    // One that is too long says nothing of what follows.
    try study.project.damage(
      "UPDATE indexChunk SET bytes = zeroblob(\(size + 9)) WHERE part = 3 AND number = 0")
    #expect(try study.file.read { try copied($0, 3, 5..<size) }.count == size - 5)
    #expect(try study.file.read { try copied($0, 3, 5..<bytes.count) }.count == size + 4)
  }

  private func copied(_ reader: ProjectReader, _ part: Int, _ range: Range<Int>) throws -> [UInt8] {
    unsafe try [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      count = unsafe try reader.readIndexPart(1, part, range, into: UnsafeMutableRawBufferPointer(buffer))
    }
  }
}
