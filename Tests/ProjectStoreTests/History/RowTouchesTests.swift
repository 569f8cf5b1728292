import CodingModel
import Foundation
import GRDB
import Testing

@testable import ProjectStore

@Suite("When rows were touched")
struct RowTouchesTests {
  @Test("The last of the acts on a row counts, and the last undoing or redoing of any of them")
  func last() throws {
    let study = try SmallStudy()
    try study.addCoding()
    let row = try #require(try study.file.read { try $0.codings() }.first?.id.value)
    func date(_ countingMerges: Bool = true) throws -> String {
      try study.file.queue.read { db in
        try RowTouches(db, .coding, ActDates(db)).date(of: row, countingMerges: countingMerges)
      }
    }
    func setDates() throws {
      try study.file.queue.write { db in
        try db.execute(sql: "UPDATE act SET date = printf('2026-01-%02dT00:00:00Z', id)")
      }
    }
    let first = try study.file.read { try $0.history(limit: 1) }[0].id.value
    try setDates()
    #expect(try date() == String(format: "2026-01-%02dT00:00:00Z", first))
    try study.file.perform(.merge) { act in
      try act.setCoding(RowID(row), by: RowID(1), origin: .imported, date: "", ruleVersion: nil)
    }
    try setDates()
    #expect(try date() == String(format: "2026-01-%02dT00:00:00Z", first + 1))
    #expect(try date(false) == String(format: "2026-01-%02dT00:00:00Z", first))
    _ = try study.file.undo()
    _ = try study.file.redo()
    try setDates()
    #expect(try date() == String(format: "2026-01-%02dT00:00:00Z", first + 3))
  }
}
