import ArgumentParser
import Testing

@testable import VerbatimCommand

@Suite struct PageOptionsTests {
  private func range(_ arguments: String..., format: ListingOptions.Format = .table) throws -> [Int] {
    let (from, limit) = try PageOptions.parse(arguments).range(format, default: 40)
    return [from, limit]
  }

  @Test("Lines to leave out and to show; a file has all unless asked for fewer")
  func range() throws {
    #expect(try range() == [0, 40])
    #expect(try range(format: .csv) == [0, .max])
    #expect(try range("--limit", "5", "--from", "3") == [3, 5])
    #expect(try range("--limit", "0") == [0, .max])
  }

  @Test("Pages are of as many lines as a screen shows, in files too; one beyond the end is empty")
  func pages() throws {
    #expect(try range("--page", "1") == [0, 40])
    #expect(try range("--page", "3", "--limit", "5") == [10, 5])
    #expect(try range("--page", "2", format: .json) == [40, 40])
    #expect(try range("--page", "2", "--limit", "0") == [.max, .max])
    #expect(try range("--page", "1", "--limit", "0") == [0, .max])
    #expect(try range("--page", "9223372036854775807", "--limit", "9") == [.max, 9])
  }

  @Test("Variables by either name")
  func variables() throws {
    #expect(try PageOptions.parse(["--variables", "a,\"b, c\""]).columns == ["a", "b, c"])
    #expect(try PageOptions.parse(["--with", "a"]).columns == ["a"])
  }

  @Test(
    "What cannot be is refused",
    arguments: [["--limit=-1"], ["--from=-1"], ["--page", "0"], ["--page", "1", "--from", "1"]])
  func refused(arguments: [String]) {
    #expect(throws: (any Error).self) { try PageOptions.parse(arguments) }
  }
}
