import ArgumentParser
import Testing
import Workbench

@testable import VerbatimCommand

@Suite struct PartOptionsTests {
  private func part(_ arguments: String...) throws -> HandCoding.Part {
    try PartOptions.parse(arguments).part()
  }

  @Test("The whole answer, a quote or a range")
  func parts() throws {
    #expect(try part() == .whole)
    #expect(try part("--quote", "le lien") == .quote("le lien", occurrence: nil))
    #expect(try part("--quote", "le lien", "--occurrence", "2") == .quote("le lien", occurrence: 2))
    #expect(try part("--range", "12-40") == .range(TextRange(12, 40)))
    #expect(try part("--range", "0-0") == .range(TextRange(0, 0)))
  }

  @Test("Not both")
  func both() {
    #expect(throws: CommandError.exclusive("--quote", "--range")) {
      try part("--quote", "x", "--range", "0-1")
    }
  }

  @Test(
    "A range is two numbers, the second not the smaller",
    arguments: [
      "12", "12-", "-12", "40-12", "a-b", "1-2-3", "1–2", "1 - 2", "99999999999999999999-1",
    ])
  func badRange(text: String) throws {
    let options = try PartOptions.parse(["--range=\(text)"])
    let error = #expect(throws: CommandError.self) { try options.part() }
    guard case .badValue(option: "--range", value: text, _)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}
