/// How well what was found is what was to be found: precision, recall and their harmonic mean.
///
/// Source: van Rijsbergen 1979, Information Retrieval, chapter 7.
public struct RetrievalScore: Hashable, Sendable {
  /// Found and to be found; found only; to be found only.
  public let both: Int, foundOnly: Int, missed: Int

  /// A score of these counts, none of them negative.
  public init(both: Int, foundOnly: Int, missed: Int) {
    self.both = both
    self.foundOnly = foundOnly
    self.missed = missed
  }

  /// What was found, and what was to be found.
  public var found: Int { both + foundOnly }
  /// What was to be found.
  public var wanted: Int { both + missed }

  /// The share of what was found that was to be found; nil where nothing was found.
  public var precision: Double? { found > 0 ? Double(both) / Double(found) : nil }

  /// The share of what was to be found that was found; nil where nothing was to be.
  public var recall: Double? { wanted > 0 ? Double(both) / Double(wanted) : nil }

  /// F1, the harmonic mean of precision and recall, 2·both / (found + wanted); nil where nothing was found nor to be.
  public var f1: Double? {
    found + wanted > 0 ? Double(2 * both) / Double(found + wanted) : nil
  }

  /// Wilson's intervals of precision and recall, for independent units; nil where the share is none.
  public var precisionInterval: ConfidenceInterval? {
    precision.flatMap { ConfidenceInterval.wilson(share: $0, n: Double(found)) }
  }

  /// Wilson's interval of recall; nil where the share is none.
  public var recallInterval: ConfidenceInterval? {
    recall.flatMap { ConfidenceInterval.wilson(share: $0, n: Double(wanted)) }
  }
}
