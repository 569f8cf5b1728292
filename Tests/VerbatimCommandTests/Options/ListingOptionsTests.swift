import ArgumentParser
import Testing

@testable import VerbatimCommand

@Suite struct ListingOptionsTests {
  private func format(_ arguments: String..., isInteractive: Bool) throws -> ListingOptions.Format {
    try ListingOptions.parse(arguments).format(
      on: Terminal(isInteractive: isInteractive, width: 100, hasColour: false))
  }

  @Test("A table on a terminal, tabs in a pipe")
  func standard() throws {
    #expect(try format(isInteractive: true) == .table)
    #expect(try format(isInteractive: false) == .tsv)
  }

  @Test("What is asked for, else what the file's ending says, goes first")
  func chosen() throws {
    #expect(try format("--format", "json", "-o", "x.csv", isInteractive: true) == .json)
    #expect(try format("-o", "x.csv", isInteractive: true) == .csv)
    #expect(try format("-o", "x.JSONL", isInteractive: true) == .jsonl)
    #expect(try format("--output", "x.txt", isInteractive: true) == .tsv)
    #expect(try format("-o", "sans-fin", isInteractive: true) == .tsv)
  }

  @Test(
    "A file of a kind that is not written is refused, unless the format is said", arguments: ["xlsx", "ODS"])
  func foreign(_ ending: String) throws {
    #expect(throws: (any Error).self) { try ListingOptions.parse(["-o", "k.\(ending)"]) }
    #expect(try format("-o", "k.\(ending)", "--format", "csv", isInteractive: false) == .csv)
    #expect(try format("-o", "k.txt", isInteractive: false) == .tsv)
  }
}
