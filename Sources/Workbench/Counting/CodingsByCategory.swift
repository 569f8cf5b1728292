import CodingAnalysis
import CodingModel

/// Codings by their respondents' category where each counts for 1: they are counted as they stand, without a look at
/// those who gave none.
struct CodingsByCategory {
  let categories: RespondentCategories
  /// Who gave each coded answer; see ``CountingColumns/owners(of:_:)``.
  let owners: [UInt32]
  /// Which value each of them has; see ``CountingColumns/ownerValues(of:_:)``.
  let values: [UInt32]

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
    let columns = categories.categoryOfValue.map { $0 ?? categoryCount }
    let (all, items) = (codings.codings, codings.codings.items)
    for (place, owner) in owners.enumerated() where owner != CountingColumns.none {
      let value = values[Int(owner)]
      let column = value == CountingColumns.none ? categoryCount : columns[Int(value)]
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
}
