/// Finding the name that somebody probably meant.
public enum NearName {
  /// The name among `names` that is nearest to `text`, or nil where none is near.
  ///
  /// Case and accents are ignored. Near is: at most a third of the letters to add, drop, replace or swap
  /// with their neighbour (at least one, at most four), or `text` is the beginning of the name and has at
  /// least three letters. The first of equally near names is taken. Cost: the length of `text` times that
  /// of all names together; texts beyond 200 code points are cut.
  public static func closest(to text: String, among names: some Sequence<String>) -> String? {
    let wanted = letters(of: text)
    guard !wanted.isEmpty else { return nil }
    let limit = min(4, max(1, wanted.count / 3))
    var best: (name: String, distance: Int)?
    var firstContinued: String?
    for name in names {
      let candidate = letters(of: name)
      guard !candidate.isEmpty else { continue }
      let bound = min(limit, best.map { $0.distance - 1 } ?? limit)
      guard bound >= 0 else { break }
      if let distance = distance(wanted, candidate, atMost: bound) {
        best = (name, distance)
      } else if firstContinued == nil, wanted.count >= 3, candidate.starts(with: wanted) {
        firstContinued = name
      }
    }
    return best?.name ?? firstContinued
  }

  /// How many letters must be added, dropped, replaced or swapped with their neighbour to turn one into the
  /// other, or nil where that is more than `limit`.
  static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for i in 0..<left.count {
      var row = [Int](repeating: i + 1, count: right.count + 1)
      var least = i + 1
      for j in 0..<right.count {
        var cost = min(last[j + 1], row[j]) + 1
        cost = min(cost, last[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row[j + 1] = cost
        least = min(least, cost)
      }
      guard least <= limit else { return nil }
      (beforeLast, last) = (last, row)
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }

  /// The text's code points, in lower case and without accents; spaces of any kind are one kind.
  private static func letters(of text: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for scalar in text.lowercased().unicodeScalars.prefix(200) {
      switch scalar {
      case "à", "â", "ä", "á": result.append("a")
      case "ç": result.append("c")
      case "é", "è", "ê", "ë": result.append("e")
      case "î", "ï", "í": result.append("i")
      case "ô", "ö", "ó": result.append("o")
      case "ù", "û", "ü", "ú": result.append("u")
      case "ÿ": result.append("y")
      case "œ": result += ["o", "e"]
      case "æ": result += ["a", "e"]
      case "’", "ʼ": result.append("'")
      case "\u{300}"..."\u{36F}": break
      default: result.append(scalar.properties.isWhitespace ? " " : scalar)
      }
    }
    return result
  }
}
