import CodingModel
import Foundation
import GRDB
import Testing

@testable import ProjectStore

@Suite("Opening a project that is not to be changed")
struct OpenToReadTests {
  private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

  @Test("It is read and never written")
  func reading() throws {
    let study = try SmallStudy()
    try study.addCoding()
    let before = try bytes(study.file.path)
    let file = try ProjectFile.openToRead(study.file.path)
    #expect(!file.isWritable)
    #expect(try file.read { try $0.codings().count } == 1)
    #expect(throws: ProjectError.readOnly(path: study.file.path)) {
      try file.perform(.code) { (act: ActWriter) throws in _ = try act.coder("chloé") }
    }
    #expect(try bytes(study.file.path) == before)
    #expect(try study.project.folder.contents == ["étude.verbatim"])
  }

  @Test("An older one is brought up to date in a copy; the file stays as it is")
  func older() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("ancien.verbatim")
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA application_id = \(ProjectHeader.applicationID)")
    }
    try ProjectSchema.migrator.migrate(queue, upTo: "3 each value of a variable once")
    try queue.write { db in
      try db.execute(sql: "INSERT INTO respondent (identifier) VALUES ('R1')")
      try db.execute(sql: "INSERT INTO coder (name) VALUES ('anna')")
    }
    try queue.close()
    let before = try bytes(path)
    let file = try ProjectFile.openToRead(path)
    #expect(try file.read { try $0.respondents().map(\.identifier) } == ["R1"])
    try file.read { try $0.forEachSeen { _, _, _ in } }
    #expect(try file.read { try $0.defects() } == [])
    #expect(try bytes(path) == before)
    #expect(try folder.contents == ["ancien.verbatim"])
  }

  @Test("One left in the middle of an act is read as it was before, from a copy")
  func interrupted() throws {
    let study = try SmallStudy()
    try study.addCoding()
    let path = study.project.folder.file("coupé.verbatim")
    // What a process that is killed in the middle leaves: pages half written, and the journal that undoes them.
    let queue = try DatabaseQueue(path: study.file.path)
    try queue.writeWithoutTransaction { db in
      try db.execute(
        sql: "PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE")
      for number in 0..<3000 {
        try db.execute(sql: "INSERT INTO coder (name) VALUES (?)", arguments: ["codeur \(number)"])
      }
      try FileManager.default.copyItem(atPath: study.file.path, toPath: path)
      try FileManager.default.copyItem(atPath: study.file.path + "-journal", toPath: path + "-journal")
      try db.execute(sql: "ROLLBACK")
    }
    let before = (try bytes(path), try bytes(path + "-journal"))
    let file = try ProjectFile.openToRead(path)
    #expect(try file.read { try $0.coders().map(\.name) } == ["alice", "bruno"])
    #expect(try bytes(path) == before.0 && bytes(path + "-journal") == before.1)
  }

  @Test("No project, a newer one and a folder are told apart")
  func errors() throws {
    let study = try SmallStudy()
    #expect(throws: ProjectError.noSuchFile(path: "/nulle/part")) {
      try ProjectFile.openToRead("/nulle/part")
    }
    #expect(throws: ProjectError.isDirectory(path: study.project.folder.path)) {
      try ProjectFile.openToRead(study.project.folder.path)
    }
    try study.project.damage("INSERT INTO grdb_migrations VALUES ('99 from the future')")
    #expect(throws: ProjectError.newerVersion(path: study.file.path)) {
      try ProjectFile.openToRead(study.file.path)
    }
  }
}
