import CodingAnalysis
import CodingModel
import Testing

@testable import Workbench

struct GroupTallyTests {
  private func owners(_ answers: [(answer: Int64, respondent: Int)]) -> AnswerOwners {
    AnswerOwners(
      answers: answers.map(\.answer), respondents: answers.map { Int64($0.respondent) },
      questionNumbers: answers.map { _ in 0 }, [])
  }

  @Test(
    "Hits, answers and respondents of each group as sets count them, whosever answers follow each other",
    arguments: 1...20)
  func agreement(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let isByRespondent = seed % 2 == 0
    var respondent = 0
    let answers = (1...60).map { answer in
      respondent = isByRespondent ? respondent + random.next(below: 2) : random.next(below: 9)
      return (answer: Int64(answer * 2), respondent: respondent)
    }
    let owners = owners(answers)
    #expect(owners.areByRespondent || !isByRespondent)
    var tally = GroupTally(groupCount: 1, owners)
    var hits = [Int](repeating: 0, count: 6)
    var found = [Set<Int64>](repeating: [], count: 6)
    for (answer, _) in answers {
      for _ in 0..<random.next(below: 4) {
        let group = random.next(below: 6)
        if random.next(below: 3) == 0 {
          tally.addAnswer(group, RowID(answer))
        } else {
          tally.addHit(group, RowID(answer))
          hits[group] += 1
        }
        found[group].insert(answer)
      }
    }
    tally.addHits(5, 7)
    hits[5] += 7
    let ofAnswer = Dictionary(uniqueKeysWithValues: answers.map { ($0.answer, $0.respondent) })
    let groups = tally.groups()
    for group in groups.indices {
      #expect(groups[group].hits == hits[group])
      #expect(groups[group].answers == found[group].count)
      #expect(groups[group].respondents == Set(found[group].map { ofAnswer[$0] }).count)
    }
    #expect(hits[groups.count...].allSatisfy { $0 == 0 })
  }

  @Test("An answer of nobody known counts for no respondent")
  func unknown() {
    var tally = GroupTally(owners([(1, 5)]))
    tally.addHit(0, RowID(9))
    #expect(tally.groups().map(\.answers) == [1] && tally.groups().map(\.respondents) == [0])
  }
}
