import CodingModel
import Testing

@testable import Workbench

@Suite("One coding to publish")
struct FinalCodingTests {
  @Test(
    "What was settled, else what all agree on, else the only one's; what is disputed is left out and counted")
  func bases() throws {
    let study = try TestStudy.coded()
    try study.importCodings(
      """
      respondent,question,code,start,end,coder,memo
      R1,q1,Perte de lien,0,15,anna,net
      R1,q1,Perte de lien,3,16,bruno,
      R1,q1,Surcharge,17,31,anna,
      R1,q1,Moyens,17,24,bruno,
      R3,q1,Perte de lien,0,8,bruno,
      R4,q1,Surcharge,0,17,anna,
      R4,q1,Surcharge,0,17,bruno,
      R4,q1,Moyens,0,17,autocode,

      """)
    _ = try SeenList(study.study).mark(answers: ["R3/q1", "R2/q1"], query: nil, coder: "anna")
    _ = try Settling(study.study).settle("Surcharge", "R1/q1", as: .asCoder("anna"), memo: "Oui.")
    try study.code("Moyens", "R5/q2", .range(TextRange(0, 4)), coder: "anna")
    func written(_ outcome: FinalCoding.Outcome) -> [String] {
      outcome.lines.map {
        "\($0.answer) \($0.code) \($0.range.start)-\($0.range.end) \($0.basis) \($0.coders.joined(separator: "+")) \($0.memo)"
      }
    }
    let outcome = try FinalCoding(study.study).run()
    #expect(
      written(outcome) == [
        "R1/q1 Perte de lien 3-15 agreed anna+bruno ", "R1/q1 Surcharge 17-31 consensus consensus Oui.",
        "R4/q1 Surcharge 0-17 agreed anna+bruno ", "R5/q2 Moyens 0-4 single anna ",
      ])
    // Moyens in R1/q1, and the code that anna left out in R3/q1.
    #expect(outcome.disputed == 2 && outcome.answers == 8 && outcome.unread == 3)
    #expect(outcome.coders == ["anna", "bruno"])
    let united = try FinalCoding(study.study).run(query: "question:q1", extent: .united)
    #expect(written(united)[0] == "R1/q1 Perte de lien 0-16 agreed anna+bruno ")
    #expect(united.answers == 4 && united.unread == 0)
    let one = try FinalCoding(study.study).run(coders: ["bruno"])
    #expect(
      written(one) == [
        "R1/q1 Perte de lien 3-16 single bruno ", "R1/q1 Surcharge 17-31 consensus consensus Oui.",
        "R1/q1 Moyens 17-24 single bruno ", "R3/q1 Perte de lien 0-8 single bruno ",
        "R4/q1 Surcharge 0-17 single bruno ",
      ])
    #expect(throws: StudyError.self) { try FinalCoding(study.study).run(coders: ["zoé"]) }
    // Settled not to be given: neither there nor disputed.
    _ = try Settling(study.study).settle("Perte de lien", "R3/q1", as: .notGiven)
    let later = try FinalCoding(study.study).run()
    #expect(later.disputed == 1 && written(later) == written(outcome))
  }

  @Test(
    "What lost its place in a merge is no other reader, and decisions that contradict each other decide nothing"
  )
  func merged() throws {
    let study = try TestStudy.coded()
    try study.importCodings(
      """
      respondent,question,code,start,end,coder
      R1,q1,Perte de lien,0,15,anna
      R1,q1,Surcharge,17,31,anna
      R1,q1,Surcharge,17,31,bruno
      R1,q1,Moyens,0,5,bruno

      """)
    _ = try SeenList(study.study).mark(answers: ["R1/q1"], query: nil, coder: "bruno")
    _ = try Settling(study.study).settle("Perte de lien", "R1/q1", as: .asCoder("anna"))
    let before = try FinalCoding(study.study).run()
    #expect(before.lines.map(\.code) == ["Perte de lien", "Surcharge"] && before.disputed == 1)
    try study.importCodings(
      """
      respondent,question,code,start,end,coder
      R1,q1,Perte de lien,3,20,consensus (2)
      R1,q1,Moyens,2,9,bruno (2)

      """)
    let after = try FinalCoding(study.study).run()
    #expect(after.lines.map { "\($0.code) \($0.coders.joined(separator: "+"))" } == ["Surcharge anna+bruno"])
    #expect(after.disputed == 2)
    _ = try Settling(study.study).settle("Perte de lien", "R1/q1", as: .asCoder("anna"), memo: "Encore.")
    let again = try FinalCoding(study.study).run()
    #expect(again.lines.map(\.memo) == ["Encore.", ""] && again.disputed == 1)
  }

  @Test(
    "What one person coded differently in two copies is disputed until it is settled, and agrees with nobody")
  func oneself() throws {
    let study = try TestStudy.coded()
    try study.importCodings(
      """
      respondent,question,code,start,end,coder
      R1,q1,Perte de lien,0,10,claire
      R1,q1,Perte de lien,3,16,claire (2)
      R3,q1,Perte de lien,0,20,anna
      R3,q1,Perte de lien,0,12,claire
      R3,q1,Perte de lien,5,20,claire (2)
      R4,q1,Moyens,0,4,claire
      R4,q1,Moyens,0,4,claire (2)

      """)
    func lines() throws -> [String] {
      try FinalCoding(study.study).run().lines.map {
        "\($0.answer) \($0.range.start)-\($0.range.end) \($0.basis) \($0.coders.joined(separator: "+"))"
      }
    }
    #expect(try lines() == ["R4/q1 0-4 single claire"])
    #expect(try FinalCoding(study.study).run().disputed == 2)
    let request = AgreementRequest(coders: ["anna", "claire", "claire (2)"])
    let found = try Disagreements(study.study).find(request)
    #expect(found.lines.map { "\($0.answer) \($0.kind)" } == ["R1/q1 extent", "R3/q1 extent"])
    let agreed = try Settling(study.study).settleAgreed(request)
    #expect(agreed.left == 2 && agreed.added == 1)
    _ = try Settling(study.study).settle("Perte de lien", "R1/q1", as: .asCoder("claire (2)"))
    #expect(try lines() == ["R1/q1 3-16 consensus consensus", "R4/q1 0-4 consensus consensus"])
  }
}
