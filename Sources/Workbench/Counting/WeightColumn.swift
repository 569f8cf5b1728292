import CodingModel
import ProjectStore

/// Every respondent's weight, by ascending identity.
struct WeightColumn: Sendable {
  /// The respondents.
  let respondents: AscendingIdentities<Respondent>
  /// Their weights; 1 where there is none.
  let weights: [Double]
  /// The places of those who have none, ascending.
  let withoutWeight: [Int32]

  /// Reads every respondent's weight.
  init(_ reader: ProjectReader) throws {
    var (identities, weights, withoutWeight): ([Int64], [Double], [Int32]) = ([], [], [])
    try reader.forEachWeight { respondent, weight in
      if weight == nil { withoutWeight.append(Int32(weights.count)) }
      identities.append(respondent.value)
      weights.append(weight ?? 1)
    }
    respondents = AscendingIdentities(identities)
    self.weights = weights
    self.withoutWeight = withoutWeight
  }

  /// Refuses to weight where nobody has a weight.
  ///
  /// - Throws: ``StudyError/nothingToDo(_:)``.
  func require() throws {
    guard withoutWeight.count < weights.count || weights.isEmpty else {
      throw StudyError.nothingToDo(.weights)
    }
  }
}
