import CodingModel
import CorpusIndex

/// Hits, answers and respondents by group.
struct GroupTally {
  /// What was counted of one group.
  struct Count {
    var hits = 0
    var answers = 0
    fileprivate(set) var respondents = 0
    fileprivate var lastAnswer = Int64.min
    fileprivate var lastRespondent = -1
  }

  private var counts: [Count]
  private let owners: AnswerOwners
  /// Where a respondent's answers do not follow each other, each group with each respondent met, some of them twice.
  private var pairs: [UInt64] = []

  /// - Parameter groupCount: how many groups there are at least; there are more where more are counted.
  init(groupCount: Int = 0, _ owners: AnswerOwners) {
    counts = Array(repeating: Count(), count: groupCount)
    self.owners = owners
  }

  /// Counts an answer of a group; those of a group ascend, and one that is given again counts once.
  mutating func addAnswer(_ group: Int, _ answer: RowID<Answer>) {
    require(group)
    guard counts[group].lastAnswer != answer.value else { return }
    counts[group].lastAnswer = answer.value
    counts[group].answers += 1
    guard let respondent = owners.respondent(of: answer) else { return }
    guard owners.areByRespondent else { return pairs.append(UInt64(group) << 32 | UInt64(respondent)) }
    guard counts[group].lastRespondent != respondent else { return }
    counts[group].lastRespondent = respondent
    counts[group].respondents += 1
  }

  /// Counts hits, whose answer is counted otherwise.
  mutating func addHits(_ group: Int, _ count: Int) {
    require(group)
    counts[group].hits += count
  }

  /// Counts a hit with its answer.
  mutating func addHit(_ group: Int, _ answer: RowID<Answer>) {
    addAnswer(group, answer)
    counts[group].hits += 1
  }

  /// Counts what was found in the groups that `groups` makes of the coders with a segment that holds it: hits, or answers
  /// where the query has no places.
  mutating func add(
    _ result: SearchResult, _ codings: HitCodes, groups: (Set<RowID<Coder>>) -> [Int]
  ) throws {
    guard result.hasHits else {
      for answer in try result.answers() {
        for group in groups(codings.coders(on: answer)) { addAnswer(group, answer) }
      }
      return
    }
    try result.forEachHit { hit in
      for group in groups(codings.coders(of: hit)) { addHit(group, hit.answer) }
    }
  }

  private mutating func require(_ group: Int) {
    if group >= counts.count {
      counts.append(contentsOf: repeatElement(Count(), count: group + 1 - counts.count))
    }
  }

  /// What was counted, by group.
  func groups() -> [Count] {
    var groups = counts
    var last: UInt64?
    for pair in pairs.sorted() where pair != last {
      groups[Int(pair >> 32)].respondents += 1
      last = pair
    }
    return groups
  }
}
