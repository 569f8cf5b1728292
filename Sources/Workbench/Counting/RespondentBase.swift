import CodingAnalysis
import CodingModel
import CorpusIndex
import ProjectStore

/// The respondents that a share is a share of, with their weights and categories.
struct RespondentBase {
  let owners: AnswerOwners
  /// The respondents, in the order of import.
  let respondents: [Respondent]
  /// The same as units of a table.
  private(set) var units: [TabulatedUnit]
  /// For each respondent with an answer, by number, the place in ``units``; nil for one who is not counted.
  private let places: [Int?]

  /// - Parameters:
  ///   - base: everybody, or those with an answer in the scope.
  ///   - scope: the answers that count; nil for all.
  ///   - isWeighted: whether respondents count by their weight; without one, by 1.
  init(
    _ study: Study, _ base: CrossTabulating.Base, _ scope: AnswerSet?, isWeighted: Bool
  ) throws {
    let owners = try study.answerOwners()
    var isCounted = [Bool](repeating: base == .all, count: owners.respondents.count)
    if base == .answered {
      owners.forEach { answer, respondent, _ in
        if scope?.contains(answer) ?? true { isCounted[respondent] = true }
      }
    }
    let numbers = Dictionary(uniqueKeysWithValues: owners.respondents.enumerated().map { ($1, $0) })
    let all = try study.project.read { try $0.respondents() }
    respondents = all.filter { numbers[$0.id].map { isCounted[$0] } ?? (base == .all) }
    units = respondents.map { TabulatedUnit(category: nil, weight: isWeighted ? $0.weight ?? 1 : 1) }
    var places = [Int?](repeating: nil, count: owners.respondents.count)
    for (place, respondent) in respondents.enumerated() {
      if let number = numbers[respondent.id] { places[number] = place }
    }
    self.places = places
    self.owners = owners
  }

  /// Gives each respondent a category.
  mutating func categorize(_ category: (RowID<Respondent>) -> Int?) {
    units = zip(respondents, units).map { TabulatedUnit(category: category($0.id), weight: $1.weight) }
  }

  /// The place among the units of who gave an answer.
  func place(of answer: RowID<Answer>) -> Int? { owners.respondent(of: answer).flatMap { places[$0] } }

  /// The places of those who gave these answers, ascending, each once.
  func places(of answers: AnswerSet) -> [Int] {
    var isFound = [Bool](repeating: false, count: units.count)
    for answer in answers { if let place = place(of: answer) { isFound[place] = true } }
    return isFound.indices.filter { isFound[$0] }
  }

  /// The units in these places as a share of all, with its interval.
  func share(_ places: [Int]) -> CrossTabulation.Cell? {
    let units = units.map { TabulatedUnit(category: 0, weight: $0.weight) }
    return CrossTabulation(units: units, categoryCount: 1, coded: [places], weighted: true).rows[0].total
  }

  /// How many count for 1 since they have no weight.
  var withoutWeight: Int { respondents.count { $0.weight == nil } }
}
