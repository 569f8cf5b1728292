import CodingModel

/// Folded column names, in which case, accents and punctuation do not count.
enum CodeKeyName {
  /// `Code répondant`, `code_repondant` and `CODE-RÉPONDANT` all give `code-repondant`.
  static func key(_ name: String) -> String { CodeKey.make(from: name) }
}

/// What the sampled cells of a column are like.
struct ColumnProfile {
  /// How many rows were looked at.
  let rows: Int
  /// How many cells are not blank; the figures below are about these.
  let filled: Int
  /// How many different values they hold.
  let distinct: Int
  /// How many are numbers that may be compared: no leading zeros, as postcodes have.
  let numbers: Int
  /// How many are written in digits and the marks of dates.
  let dates: Int
  /// How many hold a space.
  let spaced: Int
  /// Their mean length in code points, and their mean number of words.
  let meanLength: Double, meanWords: Double
  /// Whether every number is more than 0, and whether one has decimals.
  let allPositive: Bool, hasDecimals: Bool
  /// The mean of the numbers.
  let meanNumber: Double
  /// Whether the numbers are consecutive, as row numbers are.
  let isConsecutive: Bool

  /// Looks at a column's cells.
  init(_ cells: [String]) {
    var (filled, numbers, dates, spaced, length, words) = (0, 0, 0, 0, 0, 0)
    var (positive, decimals, sum) = (true, false, 0.0)
    var (least, most) = (Double.infinity, -Double.infinity)
    var values: Set<String> = []
    for cell in cells {
      let value = Blank.trimmed(cell)
      guard !value.isEmpty else { continue }
      filled += 1
      values.insert(value)
      let (scalars, parts) = Self.measure(value)
      length += scalars
      words += parts
      if parts > 1 { spaced += 1 }
      if Self.isDate(value) { dates += 1 }
      guard !Self.hasLeadingZero(value), let number = Numeral.parse(value) else { continue }
      numbers += 1
      sum += number
      positive = positive && number > 0
      decimals = decimals || number != number.rounded()
      (least, most) = (min(least, number), max(most, number))
    }
    (rows, self.filled, distinct) = (cells.count, filled, values.count)
    (self.numbers, self.dates, self.spaced) = (numbers, dates, spaced)
    meanLength = filled == 0 ? 0 : Double(length) / Double(filled)
    meanWords = filled == 0 ? 0 : Double(words) / Double(filled)
    (allPositive, hasDecimals) = (positive && numbers > 0, decimals)
    meanNumber = numbers == 0 ? 0 : sum / Double(numbers)
    isConsecutive = numbers == cells.count && !decimals && most - least == Double(numbers - 1)
  }

  /// Whether every cell that is not blank is a number.
  var isNumeric: Bool { filled > 0 && numbers == filled }
  /// Whether nearly every cell that is not blank is a date.
  var isDates: Bool { filled > 0 && dates * 20 >= filled * 19 }
  /// Whether every row has a value and no two have the same.
  var isUnique: Bool { filled == rows && distinct == rows }
  /// The share of different values.
  var variety: Double { filled == 0 ? 0 : Double(distinct) / Double(filled) }

  /// How many code points and how many words.
  private static func measure(_ value: String) -> (scalars: Int, words: Int) {
    var (scalars, words, inWord) = (0, 0, false)
    for scalar in value.unicodeScalars {
      scalars += 1
      let isSpace = scalar.value <= 32 || scalar.value > 0x9F && scalar.properties.isWhitespace
      if !isSpace, !inWord { words += 1 }
      inWord = !isSpace
    }
    return (scalars, words)
  }

  private static func hasLeadingZero(_ value: String) -> Bool {
    let digits = value.utf8.prefix(2)
    return digits.count == 2 && digits.first == 48 && (48...57).contains(digits.last!)
  }

  private static func isDate(_ value: String) -> Bool {
    var (digits, marks) = (0, 0)
    for byte in value.utf8 {
      switch byte {
      case 48...57: digits += 1
      case 45, 47, 58: marks += 1
      case 32, 43, 46, 84, 90: break
      default: return false
      }
    }
    return digits >= 6 && marks >= 2
  }
}

extension ColumnProfile {
  /// Whether these are answers in free text rather than the values of a closed variable.
  ///
  /// Answers vary and have several words. How much they vary says little where few rows were seen: there a
  /// header that asks (`isAsking`) or long values must say it.
  func isOpen(isAsking: Bool) -> Bool {
    guard filled > 0, numbers * 10 < filled * 9, !isDates else { return false }
    if filled < 30 {
      return meanLength >= 40 && variety > 0.5 || isAsking && meanWords >= 1.5 && variety >= 0.5
        || variety == 1 && meanWords >= 5
    }
    return variety >= 0.5 && meanLength >= 15 && meanWords >= 2.5 || variety >= 0.3 && meanLength >= 40
      || variety >= 0.1 && meanLength >= 80 || isAsking && variety >= 0.3 && meanWords >= 1.8
  }
}
