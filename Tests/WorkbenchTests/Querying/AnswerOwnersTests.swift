import CorpusIndex
import Testing

@testable import Workbench

@Suite("Whose answers are whose")
struct AnswerOwnersTests {
  private func agrees(_ study: Study) throws -> Bool {
    let owners = try study.answerOwners()
    let questions = try study.project.read { try $0.questions().map(\.id) }
    var same = true
    var count = 0
    try study.project.read { reader in
      try reader.forEachAnswer { answer in
        count += 1
        same = same && owners.respondent(of: answer.id).map { owners.respondents[$0] } == answer.respondent
        same = same && owners.question(of: answer.id).map { questions[$0] } == answer.question
      }
    }
    var seen: [RowID<Answer>] = []
    owners.forEach { answer, respondent, question in
      seen.append(answer)
      same = same && owners.respondent(of: answer) == respondent && owners.question(of: answer) == question
    }
    return same && owners.answerCount == count && seen.count == count && seen == seen.sorted()
  }

  @Test("As the project says, answers of one respondent together or apart")
  func agreement() throws {
    let test = try TestStudy()
    #expect(try agrees(test.study))
    // A second survey adds answers of the same people to another question, in another order.
    try test.add("id;q3\nR5;Rien.\nR2;Tout.\nR9;Un peu.\nR1;Beaucoup.\n")
    #expect(try agrees(test.study))
    #expect(try test.study.answerOwners().respondents.count == 6)
    #expect(try test.study.answerOwners().respondent(of: RowID(999)) == nil)
  }

  @Test("The respondents of any answers are counted once each")
  func respondents() throws {
    let owners = try TestStudy().study.answerOwners()
    var all = AnswerSet()
    var expected: Set<Int> = []
    owners.forEach { answer, respondent, _ in
      #expect(owners.respondentCount(of: [answer]) == 1)
      all.insert(answer)
      expected.insert(respondent)
      #expect(owners.respondentCount(of: all) == expected.count)
    }
    #expect(owners.respondentCount(of: [RowID(999)]) == 0 && owners.respondentCount(of: []) == 0)
  }

  @Test("A study without answers has none")
  func none() throws {
    let owners = try TestStudy(nil).study.answerOwners()
    #expect(owners.answerCount == 0 && owners.respondents.isEmpty && owners.respondent(of: RowID(1)) == nil)
  }

  @Test("An answer undone is forgotten")
  func undone() throws {
    let test = try TestStudy()
    #expect(try test.study.answerOwners().answerCount == 8)
    try test.add("id;q3\nR5;Rien.\n")
    #expect(try test.study.answerOwners().answerCount == 9)
    _ = try HistoryKeeping(test.study).undo()
    #expect(try test.study.answerOwners().answerCount == 8)
  }
}
