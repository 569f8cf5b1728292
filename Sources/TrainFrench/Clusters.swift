import Foundation
import FrenchText

/// Classes of words that stand among the same neighbours, learnt from raw text by the exchange algorithm
/// (S. Martin, J. Liermann and H. Ney, "Algorithms for bigram and trigram word clustering", 1998): each word in
/// turn moves to the class that makes the text's pairs of classes likeliest.
struct Clusters {
  /// The class of a form, from 1.
  private(set) var classes: [String: UInt8] = [:]

  private static let classCount = 160
  private static let minimum = 12

  /// Puts the commoner words of runs into classes.
  ///
  /// - Parameters:
  ///   - runs: words by number, a text each.
  ///   - counts: how often each form occurs in them.
  ///   - form: the form of a number.
  init(_ runs: [[UInt32]], counts: [String: Int], rounds: Int = 8, form: (UInt32) -> String) {
    let vocabulary = counts.filter { $0.value >= Self.minimum }.sorted {
      ($1.value, $0.key) < ($0.value, $1.key)
    }
    // Number 0 is any other word and the edges.
    var numbers: [String: Int] = [:]
    for (index, entry) in vocabulary.enumerated() { numbers[entry.key] = index + 1 }
    var after = [[Int: Int]](repeating: [:], count: vocabulary.count + 1)
    var before = after
    var byWord: [UInt32: Int] = [:]
    func number(_ word: UInt32) -> Int {
      if let known = byWord[word] { return known }
      let number = numbers[form(word)] ?? 0
      byWord[word] = number
      return number
    }
    for run in runs {
      var last = 0
      for word in run.map(number) + [0] {
        if last != 0 || word != 0 {
          after[last][word, default: 0] += 1
          before[word][last, default: 0] += 1
        }
        last = word
      }
    }
    let classes = Self.exchange(after, before, rounds: rounds)
    for (form, number) in numbers { self.classes[form] = UInt8(classes[number]) }
  }

  private static func exchange(_ after: [[Int: Int]], _ before: [[Int: Int]], rounds: Int) -> [Int] {
    let width = classCount + 1
    let right = after.map { $0.sorted { $0.key < $1.key } }
    let left = before.map { $0.sorted { $0.key < $1.key } }
    // Class 0 holds word 0 alone.
    var of = right.indices.map { $0 == 0 ? 0 : 1 + ($0 - 1) % classCount }
    var pairs = [Double](repeating: 0, count: width * width)
    var firsts = [Double](repeating: 0, count: width)
    var seconds = firsts
    for (word, neighbours) in right.enumerated() {
      for (other, count) in neighbours {
        pairs[of[word] * width + of[other]] += Double(count)
        firsts[of[word]] += Double(count)
        seconds[of[other]] += Double(count)
      }
    }
    func gain(_ count: Double) -> Double { count > 0.5 ? count * log(count) : 0 }
    var (rights, lefts) = ([Double](repeating: 0, count: width), [Double](repeating: 0, count: width))
    for _ in 0..<rounds {
      var moved = 0
      for word in 1..<right.count {
        for index in rights.indices { (rights[index], lefts[index]) = (0, 0) }
        var own = 0.0
        for (other, count) in right[word] {
          if other == word { own = Double(count) } else { rights[of[other]] += Double(count) }
        }
        for (other, count) in left[word] where other != word { lefts[of[other]] += Double(count) }
        let (first, second) = (rights.reduce(own, +), lefts.reduce(own, +))
        let home = of[word]
        func add(_ place: Int, _ sign: Double) {
          for index in rights.indices {
            pairs[place * width + index] += sign * rights[index]
            pairs[index * width + place] += sign * lefts[index]
          }
          pairs[place * width + place] += sign * own
          firsts[place] += sign * first
          seconds[place] += sign * second
        }
        add(home, -1)
        let (activeRights, activeLefts) = (
          rights.indices.filter { rights[$0] > 0 }, lefts.indices.filter { lefts[$0] > 0 }
        )
        var best = (home, -Double.infinity)
        for place in 1..<width {
          var score = 0.0
          for index in activeRights where index != place {
            let known = pairs[place * width + index]
            score += gain(known + rights[index]) - gain(known)
          }
          for index in activeLefts where index != place {
            let known = pairs[index * width + place]
            score += gain(known + lefts[index]) - gain(known)
          }
          let middle = pairs[place * width + place]
          score += gain(middle + rights[place] + lefts[place] + own) - gain(middle)
          score -= gain(firsts[place] + first) - gain(firsts[place])
          score -= gain(seconds[place] + second) - gain(seconds[place])
          if score > best.1 + 1e-9 { best = (place, score) }
        }
        add(best.0, 1)
        of[word] = best.0
        if best.0 != home { moved += 1 }
      }
      if moved * 100 < right.count { break }
    }
    return of
  }
}
