/// The first few of many values in some order, found without sorting all of them.
struct FirstRows<Element> {
  /// How many values were looked at.
  private(set) var seen = 0
  private let limit: Int
  private let precedes: (Element, Element) -> Bool
  private var kept: [Element] = []
  private var last: Element?

  /// - Parameters:
  ///   - limit: how many values are wanted.
  ///   - precedes: a strict order in which no two values are equal.
  init(_ limit: Int, by precedes: @escaping (Element, Element) -> Bool) {
    self.limit = max(0, limit)
    self.precedes = precedes
  }

  /// Looks at a value.
  mutating func add(_ element: Element) {
    seen += 1
    if let last, !precedes(element, last) { return }
    guard limit > 0 else { return }
    kept.append(element)
    if kept.count >= limit.multipliedReportingOverflow(by: 2).partialValue, limit < 1 << 40 { cut() }
  }

  private mutating func cut() {
    kept.sort(by: precedes)
    if kept.count > limit { kept.removeLast(kept.count - limit) }
    last = kept.count == limit ? kept.last : nil
  }

  /// The first values, in order.
  mutating func rows() -> [Element] {
    cut()
    return kept
  }
}
