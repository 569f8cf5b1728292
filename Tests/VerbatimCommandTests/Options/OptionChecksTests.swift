import ArgumentParser
import Testing

@testable import VerbatimCommand

@Suite struct OptionChecksTests {
  @Test(
    "Where classes begin",
    arguments: [
      ("5,10,20", [5, 10, 20]), (" -3 , 0 , 2.5", [-3, 0, 2.5]), ("7", [7]), ("10,5", nil), ("5,5", nil),
      (",", nil), ("a", nil), ("5,,b", nil),
    ] as [(String, [Double]?)])
  func breaks(text: String, numbers: [Double]?) throws {
    let option = try BreaksOption.parse(["--breaks=" + text])
    if let numbers {
      #expect(try option.numbers() == numbers)
    } else {
      #expect(throws: CommandError.self) { try option.numbers() }
    }
    #expect(try BreaksOption.parse([]).numbers() == nil)
  }

  @Test("A number must be at least so much")
  func atLeast() throws {
    try OptionChecks.atLeast(1, 1, "--n")
    try OptionChecks.atLeast(1, nil, "--n")
    #expect(throws: ValidationError.self) { try OptionChecks.atLeast(1, 0, "--n") }
  }
}
