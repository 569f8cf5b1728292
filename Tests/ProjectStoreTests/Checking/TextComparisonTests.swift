import CodingModel
import Foundation
import GRDB
import Testing

@testable import ProjectStore

@Suite("Comparing texts with their checksums")
struct TextComparisonTests {
  private func checksums(_ file: ProjectFile) throws -> [Int64?] {
    try file.queue.read { try Optional<Int64>.fetchAll($0, sql: "SELECT checksum FROM answer ORDER BY id") }
  }

  /// Replaces bytes in the file, wherever they stand; returns how often they did.
  private func tamper(_ path: String, _ old: String, _ new: String) throws -> Int {
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    var count = 0
    while let range = bytes.range(of: Data(old.utf8)) {
      bytes.replaceSubrange(range, with: Data(new.utf8))
      count += 1
    }
    try bytes.write(to: URL(fileURLWithPath: path))
    return count
  }

  @Test("A byte changed on the disk is told with the answer's name, and nothing else is")
  func tampered() throws {
    let study = try SmallStudy()
    #expect(try study.file.read { try $0.compareTexts() } == TextComparison())
    try study.file.queue.close()
    #expect(try tamper(study.file.path, "Je perds le lien", "Je perds le bien") == 1)
    let file = try study.project.reopened()
    #expect(try file.read { try $0.compareTexts().damaged } == [RowID(3)])
    #expect(
      try file.read { try $0.defects() } == [
        .damagedText(answer: AnswerName(respondent: "R2", question: "q1"))
      ])
    try file.addMissingChecksums()
    #expect(try file.read { try $0.compareTexts().damaged } == [RowID(3)])
  }

  @Test("Bytes that are no UTF-8 any more are told too")
  func noText() throws {
    let study = try SmallStudy()
    try study.project.damage("UPDATE answer SET text = CAST(x'4A65FF' AS TEXT) WHERE id = 2")
    let file = try study.project.reopened()
    #expect(
      try file.read { try $0.defects() } == [
        .damagedText(answer: AnswerName(respondent: "R1", question: "q2"))
      ])
  }

  @Test("Checksums go with the answers through undoing and redoing")
  func history() throws {
    let study = try SmallStudy()
    let before = try checksums(study.file)
    #expect(before == SmallStudy.texts.map { TextChecksum.stored($0) })
    _ = try study.file.undo()
    _ = try study.file.undo()
    #expect(try checksums(study.file) == [])
    _ = try study.file.redo()
    #expect(try checksums(study.file) == before)
    #expect(try study.file.read { try $0.compareTexts() } == TextComparison())
  }

  @Test("A check tells of the texts what it read on the way, and of damaged pages nothing more")
  func checkTables() throws {
    let study = try SmallStudy()
    var tables = try study.file.read { try $0.checkTables() }
    #expect(tables.defects == [] && tables.texts == TextComparison())
    try study.project.damage(
      "UPDATE answer SET text = text || '.' WHERE id = 3; UPDATE answer SET checksum = NULL WHERE id = 1")
    let file = try study.project.reopened()
    tables = try file.read { try $0.checkTables() }
    #expect(try tables.texts == file.read { try $0.compareTexts() })
    #expect(tables.texts.damaged == [RowID(3)] && tables.texts.unverified == 1 && tables.defects.count == 1)
  }

  @Test("A project of before checksums opens, is said not to be verifiable, and is filled in")
  func older() throws {
    let study = try SmallStudy()
    try study.project.damage(
      """
      ALTER TABLE indexSegment DROP COLUMN identities; ALTER TABLE answer DROP COLUMN checksum; ALTER TABLE answer_image DROP COLUMN checksum;
      DELETE FROM grdb_migrations WHERE identifier LIKE '5 %'
      """)
    let file = try study.project.reopened()
    #expect(try checksums(file) == [nil, nil, nil, nil, nil])
    #expect(try file.read { try $0.compareTexts() }.unverified == 5)
    #expect(try file.read { try $0.defects() } == [])
    let acts = try study.project.count("act")
    try file.addMissingChecksums()
    #expect(try checksums(file) == SmallStudy.texts.map { TextChecksum.stored($0) })
    #expect(try file.read { try $0.compareTexts() } == TextComparison())
    #expect(try study.project.count("act") == acts)
    _ = try file.undo()
    _ = try file.undo()
    _ = try file.redo()
    #expect(try file.read { try $0.compareTexts() } == TextComparison())
  }
}
