import Foundation
import GRDB
import Testing

@testable import ProjectStore

@Suite("What is no project is told apart before it is opened")
struct ProjectHeaderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ bytes: [UInt8], to name: String) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: folder.file(name)))
    return folder.file(name)
  }

  @Test("A file that is not there")
  func missing() {
    let path = folder.file("absent.verbatim")
    #expect(throws: ProjectError.noSuchFile(path: path)) { try ProjectFile.open(path) }
    #expect(throws: ProjectError.noSuchFile(path: "")) { try ProjectFile.open("") }
  }

  @Test("A folder")
  func directory() {
    #expect(throws: ProjectError.isDirectory(path: folder.path)) { try ProjectFile.open(folder.path) }
    #expect(throws: ProjectError.notAFile(path: "/dev/null")) { try ProjectFile.open("/dev/null") }
  }

  @Test("Files of other kinds, left as they are")
  func otherFiles() throws {
    let magic = Array("SQLite format 3\0".utf8)
    for (name, bytes) in [
      ("empty", []), ("text", Array("respondent;q1\nR1;Oui\n".utf8)),
      ("zeros", Array(repeating: 0, count: 4096)),
      ("short", magic),
    ] as [(String, [UInt8])] {
      let path = try write(bytes, to: name)
      #expect(throws: ProjectError.notSQLite(path: path)) { try ProjectFile.open(path) }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(bytes))
    }
    #expect(try folder.contents == ["empty", "short", "text", "zeros"])
  }

  @Test("Another program's SQLite file, left as it is")
  func foreign() throws {
    let path = folder.file("other.db")
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "CREATE TABLE answer (id INTEGER)") }
    try queue.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(throws: ProjectError.notProject(path: path)) { try ProjectFile.open(path) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
  }

  @Test("A project's header over junk is damaged or no SQLite file, never a crash")
  func junk() throws {
    let project = try TemporaryProject()
    let whole = Array(try Data(contentsOf: URL(fileURLWithPath: project.file.path)))
    for length in [100, 512, 4096, 10_000] {
      let path = try write(Array(whole[..<length]), to: "cut\(length)")
      #expect(throws: ProjectError.self) { try ProjectFile.open(path).read { try $0.defects() } }
      let junk = try write(Array(whole[..<100]) + Array(repeating: 0xA5, count: length), to: "junk\(length)")
      #expect(throws: ProjectError.self) { try ProjectFile.open(junk).read { try $0.defects() } }
    }
  }

  @Test("Links are followed")
  func links() throws {
    let project = try TemporaryProject()
    let link = folder.file("lien.verbatim")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: project.file.path)
    #expect(try ProjectFile.open(link).isWritable)
  }

  @Test("The mark of a project is VRBT in SQLite's application id")
  func mark() throws {
    let project = try TemporaryProject()
    let head = try Data(contentsOf: URL(fileURLWithPath: project.file.path))
    #expect(Array(head[68..<72]) == Array("VRBT".utf8))
  }
}
