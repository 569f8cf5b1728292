/// The dates that files of codings give.
enum RecordedDate {
  /// A date as it is kept. One of ISO 8601, to the year, the month, the day, the minute or the second, with or without a
  /// zone, stays as it is written; the day first, `22/11/2026 10:30`, as French sheets have it, is turned about.
  ///
  /// - Returns: nil where the text is no date.
  static func read(_ text: String) -> String? {
    let text = Blank.trimmed(text)
    let cut = text.firstIndex { $0 == "T" || $0 == "t" || $0 == " " }
    let time = cut.map { text[text.index(after: $0)...] }
    if let time, !isTime(time) { return nil }
    let day = text[..<(cut ?? text.endIndex)]
    if day.contains("/") {
      let parts = day.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 3 else { return nil }
      let isYearFirst = parts[0].count == 4
      let (year, month, date) = (parts[isYearFirst ? 0 : 2], parts[1], parts[isYearFirst ? 2 : 0])
      guard isDay(year, padded(month), padded(date)) else { return nil }
      return "\(year)-\(padded(month))-\(padded(date))" + (time.map { "T\($0)" } ?? "")
    }
    let parts = day.split(separator: "-", omittingEmptySubsequences: false)
    switch parts.count {
    case 1: return time == nil && isDay(parts[0], "01", "01") ? text : nil
    case 2: return time == nil && isDay(parts[0], parts[1], "01") ? text : nil
    case 3: return isDay(parts[0], parts[1], parts[2]) ? text : nil
    default: return nil
    }
  }

  private static func padded(_ number: Substring) -> Substring { number.count == 1 ? "0" + number : number }

  /// A number of so many digits, no more and no less.
  private static func number(_ text: Substring, digits: Int) -> Int? {
    text.utf8.count == digits && text.utf8.allSatisfy({ (48...57).contains($0) }) ? Int(text) : nil
  }

  private static func isDay(_ year: Substring, _ month: Substring, _ day: Substring) -> Bool {
    guard let year = number(year, digits: 4), let month = number(month, digits: 2),
      let day = number(day, digits: 2), (1...12).contains(month)
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
  }

  /// `10:30`, `10:30:00`, `10:30:00.250`, each with `Z`, `+01:00` or nothing after it.
  private static func isTime(_ text: Substring) -> Bool {
    var text = text
    if text.last == "Z" || text.last == "z" {
      text.removeLast()
    } else if let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      let zone = text[text.index(after: sign)...].split(separator: ":", omittingEmptySubsequences: false)
      let isZone =
        zone.count == 2
        ? isClock(zone[0], zone[1]) : zone.count == 1 && isClock(zone[0].prefix(2), zone[0].dropFirst(2))
      guard isZone else { return false }
      text = text[..<sign]
    }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), isClock(parts[0], parts[1]) else { return false }
    guard parts.count == 3 else { return true }
    let second = parts[2].split(separator: ".", omittingEmptySubsequences: false)
    guard second.count <= 2, let whole = number(second[0], digits: 2), whole <= 60 else { return false }
    return second.count == 1 || !second[1].isEmpty && second[1].utf8.allSatisfy { (48...57).contains($0) }
  }

  private static func isClock(_ hour: Substring, _ minute: Substring) -> Bool {
    guard let hour = number(hour, digits: 2), let minute = number(minute, digits: 2) else { return false }
    return hour < 24 && minute < 60
  }
}
