import CodingModel
import GRDB
import Testing

@testable import ProjectStore

@Suite("From a row for each respondent's value to a row for each value")
struct ValuePackingTests {
  /// A project as the first version wrote it: two imports, the second undone, and a coding.
  private func old(_ folder: TemporaryFolder) throws -> String {
    let path = folder.file("ancien.verbatim")
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA application_id = 0x56524254") }
    try ProjectSchema.migrator.migrate(queue, upTo: "1 survey, codebook, codings, history, index")
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO question VALUES (1, 'q1', '?');
          INSERT INTO variable VALUES (1, 'métier', 'categorical'), (2, 'âge', 'numeric');
          INSERT INTO respondent VALUES (1, 'R1', 1.5), (2, 'R2', NULL), (3, 'R3', NULL);
          INSERT INTO variableValue VALUES (1, 1, 2, '40'), (2, 1, 1, 'ASS'), (3, 2, 1, 'CESF'), (4, 3, 1, 'ASS');
          INSERT INTO answer VALUES (1, 1, 1, 'Oui'), (2, 2, 1, 'Non');
          INSERT INTO coder VALUES (1, 'anna');
          INSERT INTO code VALUES (1, 'a', NULL, 1, 'A', NULL, '', '', '', '[]', NULL, '');
          INSERT INTO coding VALUES (1, 1, 1, 1, 0, 3, 'hand', '');
          INSERT INTO act VALUES (1, '', '', 'import', '{}', 'done'), (2, '', '', 'code', '{}', 'done'),
            (3, '', '', 'import', '{}', 'undone'), (4, '', '', 'undo', '{}', 'done');
          INSERT INTO change VALUES (1, 1, 'question', 'insert', 1, 1), (1, 2, 'variable', 'insert', 1, 2),
            (1, 3, 'respondent', 'insert', 1, 3), (1, 4, 'variableValue', 'insert', 1, 4),
            (1, 5, 'answer', 'insert', 1, 2), (2, 1, 'coder', 'insert', 1, 1), (2, 2, 'code', 'insert', 1, 1),
            (2, 3, 'coding', 'insert', 1, 1), (3, 1, 'respondent', 'insert', 4, 4),
            (3, 2, 'variableValue', 'insert', 5, 5);
          INSERT INTO respondent_image VALUES (3, 1, 4, 'R4', NULL);
          INSERT INTO variableValue_image VALUES (3, 2, 5, 4, 1, 'ASS');
          """)
    }
    try queue.close()
    return path
  }

  @Test("Values stay as they were; acts before can no longer be undone, acts after can")
  func migrating() throws {
    let folder = try TemporaryFolder()
    let file = try ProjectFile.open(old(folder), now: { TemporaryProject.time })
    try file.read { (reader: ProjectReader) throws in
      #expect(try reader.values(of: RowID<Respondent>(1)) == [RowID(1): "ASS", RowID(2): "40"])
      let jobs = try reader.values(of: RowID<Variable>(1))
      #expect(jobs == [RowID(1): "ASS", RowID(2): "CESF", RowID(3): "ASS"])
      #expect(try reader.distinctValues(of: RowID(1)).map(\.respondents) == [2, 1])
      let column = try reader.valueColumn(of: RowID(1))
      #expect((1...4).map { column[RowID($0)].map { column.texts[$0] } } == ["ASS", "CESF", "ASS", nil])
      #expect(try reader.defects() == [])
      #expect(try reader.history().map(\.state) == [.done, .discarded, .done, .done])
    }
    // The coding's act came after the last that touched the old tables.
    #expect(try file.undo().id == RowID(2))
    #expect(throws: ActError.nothingToUndo) { try file.undo() }
    _ = try file.redo()
    #expect(throws: ActError.nothingToRedo) { try file.redo() }
    let before = try file.dump()
    try file.perform(.importSurvey) { act in
      let added = try act.respondent("R3", weight: nil, values: [(RowID(1), "ASS"), (RowID(2), "7")])
      #expect(added.newValues == 1)
      #expect(throws: ActError.valueDiffers(respondent: "R2", variable: "métier")) {
        try act.respondent("R2", weight: nil, values: [(RowID(1), "ASS")])
      }
    }
    let after = try file.dump()
    _ = try file.undo()
    #expect(try file.dump() == before)
    _ = try file.redo()
    #expect(try file.dump() == after)
    #expect(try file.read { try $0.defects() } == [])
  }

  @Test("A project without values keeps its whole history")
  func nothing() throws {
    let folder = try TemporaryFolder()
    let path = try old(folder)
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in
      try db.execute(
        sql: """
          DELETE FROM variableValue; DELETE FROM variable; DELETE FROM change WHERE actID IN (1, 3);
          DELETE FROM coding; DELETE FROM answer; DELETE FROM respondent; DELETE FROM respondent_image;
          DELETE FROM variableValue_image; DELETE FROM change WHERE tableName = 'coding';
          DELETE FROM act WHERE id IN (1, 3, 4)
          """)
    }
    try queue.close()
    let file = try ProjectFile.open(path)
    #expect(try file.undo().id == RowID(2))
    #expect(try file.read { try $0.defects() } == [])
  }
}
