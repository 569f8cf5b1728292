/// Correction for having tested many times.
public enum Holm {
  /// The p-values adjusted so that the chance of any false alarm in the whole table stays below the level
  /// they are compared with: the k-th smallest of m becomes the largest so far of `(m - k + 1) p`, at most 1.
  ///
  /// Tests that gave no p-value (nil) keep none and do not count. Source: Holm 1979, Scandinavian Journal of
  /// Statistics 6(2).
  public static func adjusted(_ pValues: [Double?]) -> [Double?] {
    let tested = pValues.enumerated().compactMap { index, p in p.map { (index: index, p: $0) } }
      .sorted { ($0.p, $0.index) < ($1.p, $1.index) }
    var result = [Double?](repeating: nil, count: pValues.count)
    var largest = 0.0
    for (rank, test) in tested.enumerated() {
      largest = max(largest, min(1, Double(tested.count - rank) * test.p))
      result[test.index] = largest
    }
    return result
  }
}
