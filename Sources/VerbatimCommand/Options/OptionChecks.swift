import ArgumentParser
import Workbench

/// Checks of options that the parser of arguments cannot make.
enum OptionChecks {
  /// - Throws: a usage error where a number is below `least`.
  static func atLeast(_ least: Int, _ value: Int?, _ option: String) throws {
    guard let value, value < least else { return }
    throw ValidationError(
      say("\(option) doit être au moins \(least)", "\(option) must be at least \(least)"))
  }

  /// A usage error: two options exclude each other.
  static func exclusive(_ one: String, _ other: String) -> ValidationError {
    ValidationError(say("\(one) et \(other) s'excluent", "\(one) and \(other) exclude each other"))
  }
}

/// Where the classes of a variable of numbers begin.
struct BreaksOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "Les débuts de classe d'une variable de nombres, comme 5,10,20.",
        "Where classes of a numeric variable begin, such as 5,10,20."), valueName: "n,…"))
  var breaks: String?

  /// The numbers, or nil where none are given.
  func numbers() throws -> [Double]? {
    guard let breaks else { return nil }
    let numbers = ColumnList.names(breaks).map { Numeral.parse($0) }
    let found = numbers.compactMap(\.self)
    guard !found.isEmpty, found.count == numbers.count, zip(found, found.dropFirst()).allSatisfy({ $0 < $1 })
    else {
      throw CommandError.badValue(
        option: "--breaks", value: breaks,
        expected: say(
          "une suite de nombres croissants, comme 5,10,20", "a list of ascending numbers, such as 5,10,20"))
    }
    return found
  }
}
