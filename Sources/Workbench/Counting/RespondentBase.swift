import CodingAnalysis
import CodingModel
import CorpusIndex
import ProjectStore

/// The respondents that a share is a share of, with their weights and categories.
struct RespondentBase {
  let owners: AnswerOwners
  /// The respondents, in the order of import.
  let respondents: [RowID<Respondent>]
  /// The same as units of a table.
  private(set) var units: [TabulatedUnit]
  /// How many of them count for 1 since they have no weight.
  let withoutWeight: Int
  /// For each respondent with an answer, by number, the place in ``units``; below 0 for one who is not counted.
  private let places: [Int32]

  /// - Parameters:
  ///   - base: everybody, or those with an answer in the scope.
  ///   - scope: the answers that count; nil for all.
  ///   - isWeighted: whether respondents count by their weight; without one, by 1.
  init(
    _ study: Study, _ base: CrossTabulating.Base, _ scope: AnswerSet?, isWeighted: Bool
  ) throws {
    let (owners, weights) = try study.project.read { reader in
      let columns = try study.columns(reader)
      return (try columns.owners(reader), try columns.weights(reader))
    }
    if isWeighted { try weights.require() }
    let all = weights.respondents
    // Numbers of four bytes: there may be a million.
    let owning = owners.respondents.map { all.place(of: $0).map { Int32($0) } ?? -1 }
    var isCounted = [Bool](repeating: base == .all, count: all.count)
    if base == .answered {
      owners.forEach { answer, respondent, _ in
        let place = Int(owning[respondent])
        if place >= 0, scope?.contains(answer) ?? true { isCounted[place] = true }
      }
    }
    var (respondents, units): ([RowID<Respondent>], [TabulatedUnit]) = ([], [])
    var unitPlaces = [Int32](repeating: -1, count: all.count)
    let count = isCounted.count(where: \.self)
    respondents.reserveCapacity(count)
    units.reserveCapacity(count)
    for place in isCounted.indices where isCounted[place] {
      unitPlaces[place] = Int32(units.count)
      respondents.append(RowID(all.values[place]))
      units.append(TabulatedUnit(category: nil, weight: isWeighted ? weights.weights[place] : 1))
    }
    withoutWeight = weights.withoutWeight.count { isCounted[Int($0)] }
    places = owning.map { $0 < 0 ? -1 : unitPlaces[Int($0)] }
    (self.respondents, self.units) = (respondents, units)
    self.owners = owners
  }

  /// Gives each respondent a category.
  mutating func categorize(_ category: (RowID<Respondent>) -> Int?) {
    units = zip(respondents, units).map { TabulatedUnit(category: category($0), weight: $1.weight) }
  }

  /// The place among the units of who gave an answer.
  func place(of answer: RowID<Answer>) -> Int? {
    guard let respondent = owners.respondent(of: answer), places[respondent] >= 0 else { return nil }
    return Int(places[respondent])
  }

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
}
