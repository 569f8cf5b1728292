public import CodingModel

/// Every respondent's value of one variable, kept as numbers: a million respondents have few different values.
public struct ValueColumn: Sendable {
  /// The different values that respondents have, in the order in which they came.
  public let texts: [String]
  /// How many respondents have each.
  public let counts: [Int]

  /// The respondents that have a value, with the place of theirs in ``texts``.
  private let respondents: AscendingIdentities<Respondent>
  private let places: [UInt32]

  init(
    texts: [String], counts: [Int], respondents: AscendingIdentities<Respondent>, places: [UInt32]
  ) {
    self.texts = texts
    self.counts = counts
    self.respondents = respondents
    self.places = places
  }

  /// The place in ``texts`` of a respondent's value; nil where there is none.
  public subscript(respondent: RowID<Respondent>) -> Int? {
    respondents.place(of: respondent).map { Int(places[$0]) }
  }
}

extension ProjectReader {
  /// Every respondent's value of a variable. Cost: one pass over the respondents.
  public func valueColumn(of variable: RowID<Variable>) throws -> ValueColumn {
    let all: [(id: Int64, text: String)] = try valueTexts(of: variable)
    let numbers = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.id, $0) })
    var counts = [Int](repeating: 0, count: all.count)
    var respondents: [Int64] = []
    var found: [UInt32] = []
    try forEachPackedValue { respondent, value in
      guard let number = numbers[value] else { return }
      counts[number] += 1
      respondents.append(respondent)
      found.append(UInt32(number))
    }
    // Values that nobody has any more are no categories.
    var places = [UInt32](repeating: 0, count: all.count)
    var used: [Int] = []
    for number in all.indices where counts[number] > 0 {
      places[number] = UInt32(used.count)
      used.append(number)
    }
    return ValueColumn(
      texts: used.map { all[$0].text }, counts: used.map { counts[$0] },
      respondents: AscendingIdentities(respondents),
      places: found.map { places[Int($0)] })
  }
}
