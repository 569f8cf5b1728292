import CodingAnalysis
import CodingModel

/// Codings by their respondents' category where each counts for 1: they are counted as they stand, without a look at
/// those who gave none.
struct CodingsByCategory {
  let categories: RespondentCategories
  let owners: AnswerOwners

  /// The table of groups of codes by category.
  ///
  /// - Parameters:
  ///   - codings: those that count, by answer.
  ///   - groups: the codes of each row.
  ///   - missing: what becomes of those without a category.
  func tabulation(
    of codings: CodingColumns, _ groups: [[RowID<Code>]], missing: CrossTabulation.MissingCategory
  ) -> CrossTabulation {
    let categoryCount = categories.classes.labels.count
    let width = categoryCount + 1
    var counts = [Int](repeating: 0, count: codings.codes.count * width)
    let columns = categoryOfOwner(width)
    let (all, items) = (codings.codings, codings.codings.items)
    for (place, answer) in all.answers.enumerated() {
      // An answer may be gone.
      guard let owner = owners.respondent(of: answer) else { continue }
      let column = columns[owner]
      for at in all.codings(of: place) { counts[Int(items[at].code) * width + column] += 1 }
    }
    var tally = CrossTabulationTally(categoryCount: categoryCount, codeCount: groups.count)
    let rows = RowsOfCodes(groups, codings.codes)
    for (place, count) in counts.enumerated() where count > 0 {
      let (code, column) = (place / width, place % width)
      tally.add(
        count, category: column < categoryCount ? column : nil,
        codes: rows.of(UInt32(code)))
    }
    return tally.table(missing: missing)
  }

  /// The column of each respondent with an answer, by the number that ``owners`` gives.
  private func categoryOfOwner(_ width: Int) -> [Int] {
    owners.respondents.map { categories[$0] ?? width - 1 }
  }
}
