import Testing

@testable import Workbench

@Suite("Disagreements and settling them")
struct SettlingTests {
  /// Four answers gone through by anna and bruno, who differ on three codes in two of them.
  private func study() throws -> TestStudy {
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

      """)
    for coder in ["anna", "bruno"] {
      _ = try SeenList(study.study).mark(answers: [], query: "question:q1", coder: coder)
    }
    return study
  }

  private let request = AgreementRequest(coders: ["anna", "bruno"])

  private func written(_ outcome: Disagreements.Outcome) -> [String] {
    outcome.lines.map { line in
      let sides = line.sides.map { side in
        let ranges = side.segments.map { "\($0.range.start)-\($0.range.end)" }.joined(separator: " ")
        return
          "\(side.coder): \(ranges)\(side.instead.isEmpty ? "" : " (\(side.instead.joined(separator: ", ")))")"
      }
      return "\(line.answer) \(line.code) \(line.kind.rawValue) | \(sides.joined(separator: " | "))"
    }
  }

  @Test("Each is told with what either did, and what was given in that place instead")
  func listing() throws {
    let study = try study()
    let outcome = try Disagreements(study.study).find(request)
    #expect(
      written(outcome) == [
        "R1/q1 Surcharge presence | anna: 17-31 | bruno:  (Moyens)",
        "R1/q1 Moyens presence | anna:  (Surcharge) | bruno: 17-24",
        "R3/q1 Perte de lien presence | anna:  | bruno: 0-8",
      ])
    #expect(outcome.answers == 4 && outcome.all == 3 && outcome.settled == 0)
    #expect(outcome.lines[0].sides[0].segments[0].text == "Trop de mails.")
    var characters = request
    characters.unit = .character
    let more = try Disagreements(study.study).find(characters)
    #expect(written(more).first == "R1/q1 Perte de lien extent | anna: 0-15 | bruno: 3-16")
    #expect(more.lines[0].sides[0].segments[0].memo == "net")
    #expect(more.all == 4)
    // The same tokens all the same: « On » and « . » are apart.
    var tokens = request
    tokens.unit = .token
    tokens.codes = ["Surcharge"]
    #expect(written(try Disagreements(study.study).find(tokens)) == [written(outcome)[0]])
  }

  @Test("A decision is the consensus' coding with its memo; not to give a code is remembered, too")
  func settling() throws {
    let study = try study()
    let settling = Settling(study.study)
    let outcome = try settling.settle(
      "Surcharge", "R1/q1", as: .asCoder("anna"), memo: "Trop de mails, c'est bien cela.", coder: "claire")
    #expect(outcome.ranges == [TextRange(17, 31)] && outcome.hasChanged)
    #expect(try study.study.names("coder:consensus") == ["R1/q1"])
    #expect(try study.study.names("seen:consensus") == ["R1/q1"])
    let none = try settling.settle("Moyens", "R1/q1", as: .notGiven, memo: "Rien sur les moyens.")
    #expect(none.ranges == [])
    #expect(
      try MemoKeeping(study.study).lines(on: .answer("R1/q1")).map(\.text) == [
        "Moyens : Rien sur les moyens."
      ])
    let left = try Disagreements(study.study).find(request)
    #expect(left.lines.map(\.answer.description) == ["R3/q1"] && left.settled == 2)
    let all = try Disagreements(study.study).find(request, includesSettled: true)
    #expect(
      all.lines.map(\.settled) == [
        Settlement(ranges: [TextRange(17, 31)], memo: "Trop de mails, c'est bien cela."),
        Settlement(ranges: [], memo: "Rien sur les moyens."), nil,
      ])
    // Decided otherwise: the first decision is replaced.
    _ = try settling.settle("Moyens", "R1/q1", as: .part(.quote("Trop de", occurrence: nil)))
    _ = try settling.settle("Surcharge", "R1/q1", as: .notGiven)
    #expect(
      try study.codings().filter { $0.contains("consensus") } == ["R1/q1 Moyens 17-24 consensus hand"])
    for _ in 0..<4 { _ = try HistoryKeeping(study.study).undo() }
    #expect(try !CoderList(study.study).lines().contains { $0.name == "consensus" })
  }

  @Test("Common and united text, and the same decision twice")
  func extents() throws {
    let study = try study()
    let settling = Settling(study.study)
    #expect(try settling.settle("Perte de lien", "R1/q1", as: .common).ranges == [TextRange(3, 15)])
    #expect(try !settling.settle("Perte de lien", "R1/q1", as: .common).hasChanged)
    #expect(try settling.settle("Perte de lien", "R1/q1", as: .united).ranges == [TextRange(0, 16)])
    #expect(try settling.settle("Perte de lien", "R1/q1", as: .part(.whole)).ranges == [TextRange(0, 31)])
    #expect(throws: StudyError.unknownCoder(name: "brunp", near: "bruno")) {
      try settling.settle("Perte de lien", "R1/q1", as: .asCoder("brunp"))
    }
    #expect(throws: ActError.rangeOutside(range: TextRange(0, 99), length: 31)) {
      try settling.settle("Perte de lien", "R1/q1", as: .part(.range(TextRange(0, 99))))
    }
  }

  @Test("What all agree on is taken over, what they do not is left, and again nothing comes")
  func agreed() throws {
    let study = try study()
    let settling = Settling(study.study)
    let planned = try settling.settleAgreed(request, isDryRun: true)
    #expect(planned.added == 2 && planned.left == 3 && planned.answers == 2)
    #expect(try study.study.names("coder:anna").count == 2)
    let outcome = try settling.settleAgreed(request)
    #expect(outcome.added == 2 && outcome.identical == 0 && outcome.left == 3)
    #expect(
      try study.codings().filter { $0.contains("consensus") } == [
        "R1/q1 Perte de lien 3-15 consensus hand", "R4/q1 Surcharge 0-17 consensus hand",
      ])
    // R2 without a code by either, R4 with one by both.
    #expect(try study.study.names("seen:consensus") == ["R2/q1", "R4/q1"])
    let again = try settling.settleAgreed(request)
    #expect(again.added == 0 && again.identical == 2 && again.answers == 0)
    #expect(try HistoryKeeping(study.study).acts(limit: 1)[0].details["agreed"] == "2")
    _ = try settling.settle("Perte de lien", "R3/q1", as: .asCoder("bruno"))
    #expect(try Disagreements(study.study).find(request).lines.count == 2)
  }

  @Test("Random ranges: united and common text are those of slow sets of places", arguments: 0..<40)
  func ranges(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    func some() -> [TextRange] {
      (0..<random.next(below: 6)).map { _ in
        let start = random.next(below: 20)
        return TextRange(start, start + random.next(below: 8))
      }
    }
    let (one, other) = (some(), some())
    func places(_ ranges: [TextRange]) -> Set<Int> { Set(ranges.flatMap { Array($0.start..<$0.end) }) }
    #expect(places(RangeUnion.united(one)) == places(one))
    #expect(places(RangeUnion.common(one, other)) == places(one).intersection(places(other)))
    let united = RangeUnion.united(one)
    #expect(zip(united, united.dropFirst()).allSatisfy { $0.end < $1.start })
  }
}
