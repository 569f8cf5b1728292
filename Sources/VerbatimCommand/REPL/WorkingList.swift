import Workbench

/// The answers that one is going through, and where one is.
struct WorkingList {
  /// The query that the list was made by.
  let query: String
  /// Names of the answers, in order.
  let answers: [String]
  private(set) var position: Int?

  init(query: String, answers: [String]) {
    self.query = query
    self.answers = answers
  }

  /// The answer being read.
  var current: String? { position.map { answers[$0] } }

  /// Goes to the next answer, or the one before; nil at the ends.
  mutating func move(by step: Int) -> String? {
    let next = position.map { $0 + step } ?? 0
    guard answers.indices.contains(next) else { return nil }
    position = next
    return answers[next]
  }

  /// Goes to the answer with that number, from 1.
  mutating func go(to number: Int) -> String? {
    guard answers.indices.contains(number - 1) else { return nil }
    position = number - 1
    return answers[number - 1]
  }

  /// Goes to an answer by name, if it is in the list.
  mutating func go(toAnswer name: String) {
    if let index = answers.firstIndex(of: name) { position = index }
  }
}
