import CodingAnalysis
import CodingModel
import CorpusIndex
import ProjectStore

/// The respondents, answers or codings that a cross-tabulation counts.
struct TabulatedUnits {
  /// How many respondents have no weight.
  let withoutWeight: Int

  private let request: CrossTabulating.Request
  private let scope: AnswerSet?
  private let categoryCount: Int
  private let owners: AnswerOwners
  /// Each respondent as a unit, by ascending identity.
  private let units: [TabulatedUnit]
  /// The place among ``units`` of each respondent with an answer, by the number that ``owners`` gives.
  private let places: [Int]

  init(
    _ request: CrossTabulating.Request, _ scope: AnswerSet?, _ categories: RespondentCategories,
    _ columns: CountingColumns, _ reader: ProjectReader
  ) throws {
    let weights = try columns.weights(reader)
    if request.isWeighted { try weights.require() }
    owners = try columns.owners(reader)
    units = zip(weights.respondents.values, weights.weights).map {
      TabulatedUnit(category: categories[RowID($0)], weight: request.isWeighted ? $1 : 1)
    }
    places = owners.respondents.map { weights.respondents.place(of: $0) ?? 0 }
    categoryCount = categories.classes.labels.count
    withoutWeight = weights.withoutWeight.count
    self.request = request
    self.scope = scope
  }

  /// The table of groups of codes by category.
  ///
  /// - Parameters:
  ///   - codings: those that count, by answer.
  ///   - groups: the codes of each row.
  func tabulation(of codings: CodingColumns, _ groups: [[RowID<Code>]]) -> CrossTabulation {
    var tally = CrossTabulationTally(
      categoryCount: categoryCount, codeCount: groups.count, weighted: request.isWeighted)
    let rows = RowsOfCodes(groups, codings.codes)
    switch request.unit {
    case .codings:
      let (all, items) = (codings.codings, codings.codings.items)
      for (number, answer) in all.answers.enumerated() {
        guard let place = place(of: answer) else { continue }
        for at in all.codings(of: number) {
          tally.add(units[place])
          for row in rows.of(items[at].code) { tally.add(code: Int(row), to: units[place]) }
        }
      }
    case .answers:
      forEachUnit { tally.add($0) }
      let answers = codings.codings.answers
      addCodes(to: &tally, codings.codings, rows, answers.indices) { answers[$0].value }
    case .respondents:
      forEachUnit { tally.add($0) }
      let owner = codings.codings.answers.map { place(of: $0) ?? 0 }
      // A respondent's answers follow each other, mostly.
      let isGrouped = !zip(owner, owner.dropFirst()).contains { $0 > $1 }
      let order = isGrouped ? nil : owner.indices.sorted { (owner[$0], $0) < (owner[$1], $1) }
      if let order {
        addCodes(to: &tally, codings.codings, rows, order) { Int64(owner[$0]) }
      } else {
        addCodes(to: &tally, codings.codings, rows, owner.indices) { Int64(owner[$0]) }
      }
    }
    return tally.table(missing: request.leavesOutMissing ? .leftOut : .shown)
  }

  /// Counts each row once for each run of answers of one unit, which are given by their numbers among the codings'.
  private func addCodes(
    to tally: inout CrossTabulationTally, _ codings: CodingsByAnswer, _ rows: RowsOfCodes,
    _ order: some Sequence<Int>, unit: (Int) -> Int64
  ) {
    var counted = [Int64](repeating: .min, count: rows.count)
    for number in order {
      guard let place = place(of: codings.answers[number]) else { continue }
      let unit = unit(number)
      for at in codings.codings(of: number) {
        for row in rows.of(codings.items[at].code) where counted[Int(row)] != unit {
          counted[Int(row)] = unit
          tally.add(code: Int(row), to: units[place])
        }
      }
    }
  }

  /// Calls `body` with every respondent or answer that shares are shares of.
  private func forEachUnit(_ body: (TabulatedUnit) -> Void) {
    if request.unit == .respondents, request.base == .all {
      for unit in units { body(unit) }
      return
    }
    var isCounted = [Bool](repeating: false, count: units.count)
    owners.forEach { answer, respondent, _ in
      guard scope?.contains(answer) ?? true else { return }
      let place = places[respondent]
      if request.unit == .respondents {
        guard !isCounted[place] else { return }
        isCounted[place] = true
      }
      body(units[place])
    }
  }

  private func place(of answer: RowID<Answer>) -> Int? { owners.respondent(of: answer).map { places[$0] } }
}
