import CodingModel
import Testing

@testable import Workbench

@Suite("Lists of answers to code")
struct CodingListsTests {
  private func list(_ request: CodingListRequest, _ test: TestStudy, coder: String = "anna") throws -> [Int64]
  {
    try CodingLists.answers(for: request, coder: coder, test.study).map(\.value)
  }

  @Test("By a query, by a code's segments, by what was seen and assigned; each narrows")
  func kinds() throws {
    let test = try TestStudy.coded()
    #expect(try list(CodingListRequest(), test) == [1, 2, 3, 4, 5, 6, 7, 8])
    #expect(try list(.init(query: "lien"), test) == [1, 4, 5, 6])
    try test.code("Perte de lien", "R3/q1", coder: "bruno")
    try test.code("Perte de lien", "R1/q2", coder: "anna")
    #expect(try list(.init(review: "Perte de lien"), test) == [2, 4])
    #expect(try list(.init(query: "lien", review: "Perte de lien"), test) == [4])
    #expect(try list(.init(query: "uncoded"), test) == [1, 3, 5, 6, 7, 8])
    #expect(try list(.init(isUnseen: true), test, coder: "carla") == [1, 2, 3, 4, 5, 6, 7, 8])
    #expect(try list(.init(isAssigned: true), test) == [])
    try test.study.project.perform(.assign) { (act: ActWriter) throws in
      let anna = try act.coder("anna")
      for answer in [2, 4, 6] as [Int64] { try act.assign(RowID(answer), to: anna) }
      try act.markSeen(RowID(4), by: anna)
    }
    // What one has coded one has seen.
    #expect(try list(.init(isAssigned: true), test) == [6])
    #expect(try list(.init(isUnseen: true), test) == [1, 3, 5, 6, 7, 8])
    #expect(try list(.init(query: "lien", isAssigned: true), test) == [6])
    #expect(throws: StudyError.self) { try list(.init(review: "zzz"), test) }
    #expect(throws: QueryError.self) { try list(.init(query: "lien ET ("), test) }
  }

  @Test("A review of what one coder gave holds that coder's segments of the code, not their other answers")
  func reviewOfCoder() throws {
    let test = try TestStudy.coded()
    try test.code("Perte de lien", "R1/q1", coder: "bruno")
    try test.code("Perte de lien", "R3/q1", coder: "anna")
    try test.code("Perte de lien", "R1/q2", coder: "anna")
    // Bruno gave these another code.
    try test.code("Moyens", "R3/q1", coder: "bruno")
    try test.code("Moyens", "R4/q1", coder: "bruno")
    #expect(try list(.init(review: "Perte de lien"), test) == [1, 2, 4])
    #expect(try list(.init(query: "coder:bruno", review: "Perte de lien"), test) == [1])
    #expect(try list(.init(query: "NON coder:bruno", review: "Perte de lien"), test) == [2, 4])
    #expect(try list(.init(query: "coder:anna OU coder:bruno", review: "perte de lien"), test) == [1, 2, 4])
    #expect(try list(.init(query: "coder:bruno"), test) == [1, 4, 6])
    func segments(_ query: String) throws -> Int? {
      try CodingSession.begin(
        .init(query: query, review: "Perte de lien"), coder: "carla", test.study
      ).reviewed()?.segments
    }
    try test.code("Perte de lien", "R1/q1", .range(TextRange(0, 2)), coder: "anna")
    #expect(try segments("coder:bruno") == 1)
    #expect(try segments("question:q1") == 3)
  }

  @Test("A sample is drawn by its seed, in the order of the draw; a larger one begins as a smaller one does")
  func samples() throws {
    let test = try TestStudy.coded()
    let three = try list(.init(sample: 3, seed: 7), test)
    #expect(three.count == 3 && Set(three).count == 3)
    #expect(try list(.init(sample: 3, seed: 7), test) == three)
    #expect(Array(try list(.init(sample: 5, seed: 7), test).prefix(3)) == three)
    let all = try list(.init(sample: 100, seed: 7), test)
    #expect(all.sorted() == [1, 2, 3, 4, 5, 6, 7, 8])
    #expect(Set(try (1...20).map { try list(.init(sample: 3, seed: $0), test) }).count > 10)
    #expect(Set(try list(.init(query: "lien", sample: 2), test)).isSubset(of: [1, 4, 5, 6]))
  }

  @Test("What is assigned comes before what nobody has coded")
  func standard() throws {
    let test = try TestStudy.coded()
    #expect(try CodingLists.standard(coder: "anna", test.study) == .init(query: "uncoded"))
    try test.study.project.perform(.assign) { try $0.assign(RowID(2), to: $0.coder("anna")) }
    #expect(try CodingLists.standard(coder: "anna", test.study) == .init(isAssigned: true))
    #expect(try CodingLists.standard(coder: "bruno", test.study) == .init(query: "uncoded"))
  }

  @Test("A list reads as it was asked for")
  func titles() {
    #expect(
      CodingListRequest(
        query: "question:q1", review: "perte de lien", isAssigned: true, isUnseen: true, sample: 20, seed: 4,
        isBlind: true
      ).title == "question:q1 --review \"perte de lien\" --assigned --unseen --sample 20 --seed 4 --blind")
    #expect(CodingListRequest(isBlind: true).isOpen && !CodingListRequest(sample: 1).isOpen)
  }

  @Test("Runs of identities are written short and read back; a damaged text gives no more than it may")
  func runs() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<200 {
      let ids = (0..<Int.random(in: 0..<30, using: &random)).map { _ in
        RowID<Answer>(Int64.random(in: 1...40, using: &random))
      }
      let text = AnswerRuns.text(ids)
      #expect(AnswerRuns.answers(text, atMost: 1000) == ids)
      #expect(AnswerRuns.count(text) == ids.count)
    }
    #expect(AnswerRuns.text((1...5).map { RowID($0) } + [RowID(9), RowID(7)]) == "1-5,9,7")
    #expect(AnswerRuns.answers("1-99999999999,x,,7-3,--,5", atMost: 4).map(\.value) == [1, 2, 3, 4])
    #expect(AnswerRuns.answers("x,,7-3,--,5,1-2-3", atMost: 9).map(\.value) == [5])
    // More than can be counted.
    let most = "9223372036854775807"
    for text in ["0-\(most)", "1-\(most),1-\(most),5", "\(most)-\(most),0-\(most)", "1-\(most),2"] {
      #expect(AnswerRuns.count(text) == .max)
    }
    #expect(AnswerRuns.answers("\(most),0-\(most)", atMost: 3).map(\.value) == [.max, 0, 1])
    #expect(CodingLists.Stored("nothing of the kind") == nil)
  }
}
