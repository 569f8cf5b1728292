import GRDB
import Testing

@testable import ProjectStore

@Suite("Mapping the file while the index is read")
struct ReadMappingTests {
  private func mapped(_ reader: ProjectReader) throws -> Bool {
    try Int.fetchOne(reader.db, sql: "PRAGMA mmap_size") ?? 0 > 0
  }

  @Test("Mapped from the first part of the index that is read; not while answers are")
  func reading() throws {
    let project = try TemporaryProject().file
    #expect(try !project.read(mapped))
    #expect(try project.readIndex(byteCount: 1, mapped))
    // Kept for the next part of the index, let go for anything else.
    #expect(try project.readIndex(byteCount: 1, mapped))
    #expect(try !project.read(mapped))
  }

  @Test("A reading around parts of the index lets go at its end; one of answers goes without")
  func nested() throws {
    let project = try TemporaryProject().file
    let states = try project.read { reader in
      [
        try mapped(reader), try project.readIndex(byteCount: 1, mapped), try project.read(mapped),
        try mapped(reader),
      ]
    }
    #expect(states == [false, true, true, true])
    #expect(try !project.read(mapped))
    let answers = try project.readAnswers { reader in
      [try mapped(reader), try project.readIndex(byteCount: 1, mapped), try mapped(reader)]
    }
    #expect(answers == [false, false, false])
    #expect(try project.readIndex(byteCount: 1, mapped))
  }

  @Test("Let go when much was read")
  func much() throws {
    let mapping = ReadMapping()
    let project = try TemporaryProject().file
    try project.queue.read { db in
      try mapping.begin(db, byteCount: 1 << 20)
      mapping.rest(db)
      #expect(try Int.fetchOne(db, sql: "PRAGMA mmap_size") ?? 0 > 0)
      try mapping.begin(db, byteCount: 1 << 24)
      mapping.rest(db)
      #expect(try Int.fetchOne(db, sql: "PRAGMA mmap_size") == 0)
    }
  }

  @Test("Not where the project is written to")
  func writing() throws {
    let project = try TemporaryProject().file
    let isMapped = try project.writing { _ in try project.readIndex(byteCount: 1, mapped) }
    #expect(!isMapped)
  }
}
