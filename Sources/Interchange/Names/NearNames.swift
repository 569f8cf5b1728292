import CodingModel

/// Names similar to one that was misspelt.
enum NearNames {
  /// At most three of `names` that resemble `name`, the most similar first; ties keep the order given. Case,
  /// accents and punctuation count for nothing. Cost: the product of the lengths, for each name.
  static func find(_ name: String, among names: [String]) -> [String] {
    let wanted = Array(CodeKey.make(from: String(name.prefix(100))).utf8)
    var seen: Set<String> = []
    var found: [(distance: Int, name: String)] = []
    for candidate in names where seen.insert(candidate).inserted {
      let letters = Array(CodeKey.make(from: String(candidate.prefix(100))).utf8)
      let distance = distance(wanted, letters)
      let isPart = wanted.count >= 3 && letters.starts(with: wanted)
      if isPart || distance <= max(1, min(wanted.count, letters.count) / 3) {
        found.append((isPart ? min(distance, 1) : distance, candidate))
      }
    }
    let order = found.enumerated().sorted {
      ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset)
    }
    return order.prefix(3).map(\.element.name)
  }

  /// How many letters must be added, dropped, changed or swapped with the next to make one of the other.
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var (before, last) = ([Int](), Array(0...right.count))
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        var best = min(row[j] + 1, last[j + 1] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          best = min(best, before[j - 1] + 1)
        }
        row.append(best)
      }
      (before, last) = (last, row)
    }
    return last[right.count]
  }
}
