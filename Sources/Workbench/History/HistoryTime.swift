public import Foundation

/// A day or a moment as one writes it to choose acts: `2026-11-22`, `2026-11-22 10:30`, `2026-11-22T10:30:00`, in the time of
/// the place; with a `Z` at its end, in UTC.
public struct HistoryTime: Hashable, Sendable {
  /// The first and the last second that it holds, as acts are dated.
  private let first: String, last: String

  /// The time that `text` writes; nil where it is no such thing.
  ///
  /// - Parameter zone: the time of the place.
  public init?(_ text: String, in zone: TimeZone = .current) {
    var text = text.uppercased().replacing(" ", with: "T")
    let isUTC = text.hasSuffix("Z")
    if isUTC { text.removeLast() }
    let pattern = "0000-00-00T00:00:00"
    guard [10, 16, 19].contains(text.count) else { return nil }
    for (character, model) in zip(text, pattern) {
      guard model == "0" ? character.isASCII && character.isNumber : character == model else { return nil }
    }
    // A day that no month has would else be the next month's.
    let start = text + pattern.dropFirst(text.count)
    guard let moment = try? Date(start + "Z", strategy: .iso8601), moment.formatted(.iso8601) == start + "Z"
    else { return nil }
    let length = [10: 86_399, 16: 59][text.count] ?? 0
    func stored(_ moment: Date) -> String {
      guard !isUTC else { return moment.formatted(.iso8601) }
      let guess = moment.addingTimeInterval(-Double(zone.secondsFromGMT(for: moment)))
      return moment.addingTimeInterval(-Double(zone.secondsFromGMT(for: guess))).formatted(.iso8601)
    }
    first = stored(moment)
    last = stored(moment.addingTimeInterval(Double(length)))
  }

  /// Whether an act of that date is at this time, to the precision written, or before.
  public func reaches(_ date: String) -> Bool { date <= last }

  /// Whether an act of that date is at this time, to the precision written, or after.
  public func isReached(by date: String) -> Bool { date >= first }

  /// A date of an act as the clock of the place shows it, `2026-11-22 11:30:00`; what is no such date, as it is.
  public static func local(_ date: String, in zone: TimeZone = .current) -> String {
    guard let moment = try? Date(date, strategy: .iso8601) else { return date }
    let shown = moment.addingTimeInterval(Double(zone.secondsFromGMT(for: moment))).formatted(.iso8601)
    return String(shown.dropLast()).replacing("T", with: " ")
  }

  /// What the time of the place is called: `UTC`, `Europe/Paris`.
  public static func name(of zone: TimeZone = .current) -> String {
    ["GMT", "UTC", "Etc/UTC", "Etc/GMT", "Z", "Universal", "Etc/Universal", "Zulu", "Etc/Zulu"]
      .contains(zone.identifier) ? "UTC" : zone.identifier
  }
}
