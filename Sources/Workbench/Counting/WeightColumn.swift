import CodingModel
import ProjectStore

/// Every respondent's weight, by ascending identity.
struct WeightColumn: Sendable {
  /// The respondents.
  let respondents: AscendingIdentities<Respondent>
  /// Their weights; 1 where there is none.
  let weights: [Double]
  /// How many have none.
  let missing: Int

  /// Reads every respondent's weight.
  init(_ reader: ProjectReader) throws {
    var (identities, weights, missing): ([Int64], [Double], Int) = ([], [], 0)
    try reader.forEachWeight { respondent, weight in
      identities.append(respondent.value)
      weights.append(weight ?? 1)
      if weight == nil { missing += 1 }
    }
    respondents = AscendingIdentities(identities)
    self.weights = weights
    self.missing = missing
  }
}
