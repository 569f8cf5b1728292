import CodingModel

/// How two contents that differ become one: the same whichever is met first, and the same again when one of them comes
/// once more.
enum MergeRule {
  /// The one of two different texts that is kept: the longer; of two as long, the one whose bytes come last.
  static func winner(_ one: String, _ other: String) -> String {
    let lengths = (one.unicodeScalars.count, other.unicodeScalars.count)
    if lengths.0 != lengths.1 { return lengths.0 > lengths.1 ? one : other }
    return precedes(one, other) ? other : one
  }

  /// Whether of two different contents this project's is the later, by what each project once held; nil where neither knew
  /// the other's, or each did and as many changes, or as late ones, led to both.
  static func isOursNewer<Change: Comparable>(
    knowsTheirs: Bool, knowsOurs: Bool, _ ours: Change, _ theirs: Change
  ) -> Bool? {
    switch (knowsTheirs, knowsOurs) {
    case (true, false): true
    case (false, true): false
    case (false, false): nil
    // One of them has gone back to what it was.
    case (true, true): ours == theirs ? nil : ours > theirs
    }
  }

  /// The earlier of two dates; one that is not empty where the other is.
  static func earlier(_ one: String, _ other: String) -> String {
    if one.isEmpty || other.isEmpty { return one.isEmpty ? other : one }
    return precedes(one, other) ? one : other
  }

  /// The order of bytes, which no locale changes.
  static func precedes(_ one: String, _ other: String) -> Bool {
    one.utf8.lexicographicallyPrecedes(other.utf8)
  }

  /// Whether two texts are the same bytes; Swift's `==` takes canonically equal ones for the same.
  static func same(_ one: String, _ other: String) -> Bool { one.utf8.elementsEqual(other.utf8) }

  /// What is written where a content was not kept: nothing is dropped.
  static func note(_ field: String, _ other: String) -> String { "[fusion] \(field) : \(other)" }

  /// Two notes with what is to be added to them, as one: paragraphs that both have stand once.
  ///
  /// A note that has all paragraphs already stays as it is.
  static func notes(_ one: String, _ other: String, adding more: [String] = []) -> String {
    let (first, second) = precedes(one, other) ? (one, other) : (other, one)
    let all = Set(paragraphs(first) + paragraphs(second) + more)
    for text in [first, second] where Set(paragraphs(text)) == all { return text }
    var result = first.isEmpty ? [] : [first]
    var known = Set(paragraphs(first))
    for paragraph in paragraphs(second) + more.sorted(by: precedes) where known.insert(paragraph).inserted {
      result.append(paragraph)
    }
    return result.joined(separator: "\n\n")
  }

  /// A note's paragraphs.
  static func paragraphs(_ text: String) -> [String] {
    var paragraphs: [String] = []
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        if !lines.isEmpty { paragraphs.append(lines.joined(separator: "\n")) }
        lines = []
      } else {
        lines.append(line)
      }
    }
    if !lines.isEmpty { paragraphs.append(lines.joined(separator: "\n")) }
    return paragraphs
  }
}
