/// A rule of the dictionary's `.aff` file: which ending a stem of some flag loses, which it takes, and when.
struct SuffixRule: Sendable {
  let flag: UInt16
  /// What the stem loses at its end, in UTF-8.
  let strip: ArraySlice<UInt8>
  /// What it then takes, in UTF-8.
  let append: ArraySlice<UInt8>
  private let pattern: ArraySlice<UInt8>
  private let fields: ArraySlice<UInt8>

  /// Reads the fields of a line `SFX flag strip append[/flags] condition morphology…`; nil where it is none.
  init?(line: ArraySlice<UInt8>) {
    let fields = line.split(maxSplits: 5, whereSeparator: { $0 == 0x20 || $0 == 0x09 })
    guard fields.count >= 5, fields[1].count == 2, let high = fields[1].first, let low = fields[1].last
    else { return nil }
    flag = UInt16(high) << 8 | UInt16(low)
    strip = Self.text(fields[2])
    append = Self.text(fields[3].prefix { $0 != 0x2F })
    pattern = fields[4]
    self.fields = fields.count > 5 ? fields[5] : []
  }

  // Read when asked for: of thousands of rules, a text needs a few hundred.

  /// What the stem's last letters must be.
  var condition: SuffixCondition { SuffixCondition(pattern) }

  /// What the form is, beside what the stem says.
  var morphology: Morphology { Morphology(fields: fields) }

  private static func text(_ field: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    field.count == 1 && field.first == 0x30 ? [] : field
  }
}

/// What the last letters of a stem must be: one set of letters each, as in `[^aeou]er`.
struct SuffixCondition: Sendable {
  private struct Letter: Sendable {
    let isNegated: Bool
    let scalars: [Unicode.Scalar]
  }
  private var letters: [Letter] = []

  init(_ pattern: ArraySlice<UInt8>) {
    var scalars = Array(String(decoding: pattern, as: UTF8.self).unicodeScalars)[...]
    while let first = scalars.popFirst() {
      switch first {
      case ".": letters.append(Letter(isNegated: true, scalars: []))
      case "[":
        var members: [Unicode.Scalar] = []
        while let member = scalars.popFirst(), member != "]" { members.append(member) }
        let isNegated = members.first == "^"
        letters.append(
          Letter(isNegated: isNegated, scalars: isNegated ? Array(members.dropFirst()) : members))
      default: letters.append(Letter(isNegated: false, scalars: [first]))
      }
    }
    if letters.count == 1, letters[0].isNegated, letters[0].scalars.isEmpty { letters = [] }
  }

  /// Whether a stem ends as asked.
  func matches(_ stem: String.UnicodeScalarView) -> Bool {
    var index = stem.endIndex
    for letter in letters.reversed() {
      guard index > stem.startIndex else { return false }
      index = stem.index(before: index)
      if letter.scalars.contains(stem[index]) == letter.isNegated { return false }
    }
    return true
  }
}
