import ArgumentParser
import Foundation
import Testing
import Workbench

@testable import VerbatimCommand

@Suite struct ListingTests {
  private struct Stopped: Error {}

  private func options(_ arguments: String...) throws -> ListingOptions {
    try ListingOptions.parse(arguments)
  }

  private var session: Session { Session(terminal: .test()) }

  @Test("Rows written as they are made are the table's", arguments: TableFormat.allCases)
  func rows(format: TableFormat) throws {
    let folder = try TemporaryFolder()
    let table = DataTable(
      columns: ["a", "b"], rows: (0..<9000).map { [.integer($0), .text("x, \"\($0)\"\n")] })
    try session.list(
      options("--format", format.rawValue, "-o", folder("f")), columns: table.columns, screen: { [] }
    ) { add in for row in table.rows { try add(row) } }
    #expect(try folder.read("f") == table.text(as: format))
    try session.list(options("--format", format.rawValue, "-o", folder("g")), table) { [] }
    #expect(try folder.read("g") == table.text(as: format))
  }

  @Test("An error among the rows leaves what was there before, and nothing beside it")
  func stopped() throws {
    let folder = try TemporaryFolder()
    try folder.write("ancien", to: "f.csv")
    #expect(throws: Stopped.self) {
      try session.list(options("-o", folder("f.csv")), columns: ["a"], screen: { [] }) { add in
        for number in 0..<100_000 { try add([.integer(number)]) }
        throw Stopped()
      }
    }
    #expect(try folder.read("f.csv") == "ancien")
    #expect(try folder.names == ["f.csv"])
  }

  @Test("On a screen no row is asked for")
  func screen() throws {
    let folder = try TemporaryFolder()
    try session.list(
      options("--format", "table", "-o", folder("f")), columns: ["a"], screen: { ["un", "deux"] }
    ) { _ in throw Stopped() }
    #expect(try folder.read("f") == "un\ndeux\n")
  }
}
