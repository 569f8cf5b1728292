import CodingModel
import FrenchText
import ProjectStore

/// The categories that a variable's values fall into when something is counted by it.
///
/// Words are categories of their own, in French order. Numbers are, too, by size, where there are at most
/// ``ValueClasses/fewValues`` different ones; more of them are put into classes: those of the breaks given,
/// else four of about as many respondents each.
struct ValueClasses {
  /// Up to how many different numbers are not put into classes.
  static let fewValues = 12

  /// What the categories are called, in their order: a value as written, or a class, such as `<5`, `5–9`,
  /// `≥20`.
  let labels: [String]
  private let categories: [String: Int]

  /// The categories of these values of a variable, one a respondent.
  ///
  /// - Parameter breaks: where classes begin, ascending; nil to find them where there are many values.
  /// - Throws: ``StudyError/notNumeric(variable:)`` where there are breaks and values that are no numbers only.
  init(of variable: Variable, _ values: some Collection<String>, breaks: [Double]? = nil) throws {
    try self.init(of: variable, counted: values.map { ($0, 1) }, breaks: breaks)
  }

  /// The same of values with how many respondents have each.
  init(of variable: Variable, counted values: [(text: String, count: Int)], breaks: [Double]?) throws {
    let different = Self.ordered(Set(values.map(\.text)), variable.kind)
    let numbers = different.compactMap { text in Numeral.parse(text).map { (text: text, number: $0) } }
    if breaks != nil, numbers.isEmpty { throw StudyError.notNumeric(variable: variable.name) }
    guard
      breaks != nil || variable.kind == .numeric && numbers.count > Self.fewValues
    else {
      labels = different
      categories = Dictionary(uniqueKeysWithValues: different.enumerated().map { ($1, $0) })
      return
    }
    let starts =
      breaks
      ?? Self.quartiles(values.compactMap { value in Numeral.parse(value.text).map { ($0, value.count) } })
    let isWhole = (numbers.map(\.number) + starts).allSatisfy { $0 == $0.rounded() }
    var labels: [String] = []
    var categories: [String: Int] = [:]
    for place in 0...starts.count {
      let lower = place == 0 ? -Double.infinity : starts[place - 1]
      let upper = place == starts.count ? Double.infinity : starts[place]
      let members = numbers.filter { $0.number >= lower && $0.number < upper }
      // A class that was asked for is shown though it is empty.
      guard let first = members.first, let last = members.last else {
        if breaks != nil { labels.append(Self.label(lower, upper, isWhole)) }
        continue
      }
      for member in members { categories[member.text] = labels.count }
      labels.append(
        breaks != nil
          ? Self.label(lower, upper, isWhole)
          : first.number == last.number ? first.text : "\(first.text)–\(last.text)")
    }
    // What is no number stays what it is.
    for text in different where categories[text] == nil {
      categories[text] = labels.count
      labels.append(text)
    }
    self.labels = labels
    self.categories = categories
  }

  /// The category of a value.
  func category(of value: String) -> Int? { categories[value] }

  /// Where the second, third and fourth quarter of these numbers begin; each once.
  private static func quartiles(_ numbers: [(number: Double, count: Int)]) -> [Double] {
    let sorted = numbers.sorted { $0.number < $1.number }
    let all = sorted.reduce(0) { $0 + $1.count }
    var starts: [Double] = []
    for quarter in 1...3 {
      var before = 0
      let start = sorted.first { value in
        before += value.count
        return before > all * quarter / 4
      }
      guard let start, start.number > starts.last ?? sorted[0].number else { continue }
      starts.append(start.number)
    }
    return starts
  }

  private static func label(_ lower: Double, _ upper: Double, _ isWhole: Bool) -> String {
    if lower == -.infinity { return "<\(written(upper))" }
    if upper == .infinity { return "≥\(written(lower))" }
    guard isWhole else { return "\(written(lower))–<\(written(upper))" }
    return upper - lower == 1 ? written(lower) : "\(written(lower))–\(written(upper - 1))"
  }

  private static func written(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }

  /// Values in their order: numbers by size, words in French order.
  static func ordered(_ values: Set<String>, _ kind: Variable.Kind) -> [String] {
    let collator = FrenchCollator()
    let words = values.sorted { collator.precedes($0, $1) }
    guard kind == .numeric else { return words }
    return words.enumerated().map { (offset: $0, text: $1, number: Numeral.parse($1) ?? .infinity) }
      .sorted { ($0.number, $0.offset) < ($1.number, $1.offset) }.map(\.text)
  }
}
