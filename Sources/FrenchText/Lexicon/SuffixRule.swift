/// A rule of the dictionary's `.aff` file: which ending a stem of some flag loses, which it takes, and when.
struct SuffixRule: Sendable {
  let flag: UInt16
  /// What the stem loses at its end, in UTF-8: where it stands in the file.
  let strip: Range<UInt32>
  /// What it then takes, in UTF-8: where it stands in the file.
  let append: Range<UInt32>
  /// The number of its ``SuffixCondition``.
  let condition: UInt16
  /// What the form is, beside what the stem says.
  let morphology: Morphology
}

/// What the last letters of a stem must be: one set of letters each, as in `[^aeou]er`.
struct SuffixCondition: Sendable {
  private struct Letter: Sendable {
    let isNegated: Bool
    let scalars: [UInt32]
  }
  private var letters: [Letter] = []

  init(_ pattern: UnsafeBufferPointer<UInt8>) {
    var scalars = unsafe Array(String(decoding: pattern, as: UTF8.self).unicodeScalars)[...]
    while let first = scalars.popFirst() {
      switch first {
      case ".": letters.append(Letter(isNegated: true, scalars: []))
      case "[":
        var members: [UInt32] = []
        while let member = scalars.popFirst(), member != "]" { members.append(member.value) }
        let isNegated = members.first == 0x5E
        letters.append(
          Letter(isNegated: isNegated, scalars: isNegated ? Array(members.dropFirst()) : members))
      default: letters.append(Letter(isNegated: false, scalars: [first.value]))
      }
    }
    if letters.count == 1, letters[0].isNegated, letters[0].scalars.isEmpty { letters = [] }
  }

  /// Whether a stem, in UTF-8, ends as asked.
  func matches(_ stem: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = stem.count
    for place in letters.indices.reversed() {
      guard index > 0 else { return false }
      index -= 1
      var scalar = UInt32(unsafe stem[index])
      if scalar >= 0x80 {
        var shift: UInt32 = 6
        scalar &= 0x3F
        while index > 0, unsafe stem[index] & 0xC0 == 0x80 {
          index -= 1
          let byte = UInt32(unsafe stem[index])
          scalar |= (byte & (byte & 0xC0 == 0x80 ? 0x3F : byte >= 0xE0 ? 0x0F : 0x1F)) << shift
          shift += 6
        }
      }
      if letters[place].scalars.contains(scalar) == letters[place].isNegated { return false }
    }
    return true
  }
}
