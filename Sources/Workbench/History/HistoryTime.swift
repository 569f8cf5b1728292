/// A day or a moment as one writes it to choose acts: `2026-11-22`, `2026-11-22 10:30`, `2026-11-22T10:30:00Z`, in UTC.
public struct HistoryTime: Hashable, Sendable {
  private let text: String

  /// The time that `text` writes; nil where it is no such thing.
  public init?(_ text: String) {
    var text = text.uppercased().replacing(" ", with: "T")
    if text.hasSuffix("Z") { text.removeLast() }
    let pattern = Array("0000-00-00T00:00:00")
    let characters = Array(text)
    guard [10, 16, 19].contains(characters.count) else { return nil }
    for (character, model) in zip(characters, pattern) {
      guard model == "0" ? character.isASCII && character.isNumber : character == model else { return nil }
    }
    func number(_ from: Int) -> Int { Int(String(characters[from..<from + 2])) ?? 0 }
    guard (1...12).contains(number(5)), (1...31).contains(number(8)) else { return nil }
    if characters.count > 10 { guard number(11) < 24, number(14) < 60 else { return nil } }
    self.text = text
  }

  /// Whether an act of that date is at this time, to the precision written, or before.
  public func reaches(_ date: String) -> Bool { String(date.prefix(text.count)) <= text }

  /// Whether an act of that date is at this time, to the precision written, or after.
  public func isReached(by date: String) -> Bool { String(date.prefix(text.count)) >= text }
}
