import CodingModel
import GRDB
import Testing

@testable import ProjectStore

@Suite("Versions of the project file")
struct ProjectSchemaTests {
  @Test("A project of a newer version is refused and left alone")
  func newer() throws {
    let project = try TemporaryProject()
    try project.damage("INSERT INTO grdb_migrations VALUES ('99 from the future')")
    #expect(throws: ProjectError.newerVersion(path: project.file.path)) { try project.reopened() }
    #expect(try project.count("grdb_migrations") == 7)
  }

  @Test("Steps keep their names, by which files know them")
  func steps() {
    #expect(
      ProjectSchema.migrator.migrations == [
        "1 survey, codebook, codings, history, index", "2 annotations from elsewhere",
        "3 each value of a variable once", "4 work of teams",
        "5 checksums of answers", "6 identities of acts",
      ])
  }

  @Test("Tables take no value of another type than their column's")
  func strict() throws {
    let project = try TemporaryProject()
    #expect(throws: DatabaseError.self) {
      try project.damage("INSERT INTO coder (id, name) VALUES (1, x'00ff')")
    }
    let loose = try project.file.queue.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT name FROM pragma_table_list WHERE strict = 0 AND schema = 'main' AND type = 'table'
          AND name NOT LIKE 'sqlite%' AND name NOT LIKE '%_image' AND name NOT LIKE 'grdb%'
          """)
    }
    #expect(loose == [])
  }
}
