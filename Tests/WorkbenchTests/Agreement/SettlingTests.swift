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
      try MemoKeeping(study.study).lines().map { "\($0.kind) \($0.subject) \($0.coder): \($0.text)" } == [
        "coding R1/q1 · Perte de lien anna: net",
        "coding R1/q1 · Surcharge consensus: Trop de mails, c'est bien cela.",
        "refusal R1/q1 · Moyens consensus: Rien sur les moyens.",
      ])
    #expect(try study.study.names("memo:moyens") == ["R1/q1"])
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

  @Test("A decision taken anew has its own memo alone, and the first comes back with it when that is undone")
  func decidedAnew() throws {
    let study = try study()
    let settling = Settling(study.study)
    func memos() throws -> [String] {
      try MemoKeeping(study.study).lines().filter { $0.coder == "consensus" }.map {
        "\($0.kind) \($0.text)"
      }
    }
    func settle(_ decision: Settling.Decision, _ memo: String?) throws -> Bool {
      try settling.settle("Moyens", "R1/q1", as: decision, memo: memo).hasChanged
    }
    #expect(try settle(.notGiven, "Premier avis.") && memos() == ["refusal Premier avis."])
    #expect(try !settle(.notGiven, "Premier avis.") && !settle(.notGiven, nil) && !settle(.notGiven, ""))
    #expect(try settle(.notGiven, "Second avis.") && memos() == ["refusal Second avis."])
    #expect(try settle(.asCoder("bruno"), "Si, les moyens.") && memos() == ["coding Si, les moyens."])
    #expect(try settle(.asCoder("bruno"), "Oui.") && memos() == ["coding Oui."])
    // A note that somebody else made there is theirs.
    let coding = try #require(
      try study.study.project.read { reader in
        try reader.codings(.init(coders: [reader.coder(called: "consensus").id])).first?.id
      })
    try study.study.project.perform(.memo) { act in
      _ = try act.addMemo("Vu.", on: .coding(coding), by: act.coder("claire"))
    }
    #expect(try settle(.united, nil) == false)
    #expect(try settle(.asCoder("bruno"), "Enfin.") && memos() == ["coding Enfin."])
    #expect(try MemoKeeping(study.study).lines().map(\.text).contains("Vu."))
    #expect(try settle(.notGiven, nil) && memos() == [])
    for wanted in [["coding Enfin."], ["coding Oui."]] {
      _ = try HistoryKeeping(study.study).undo()
      #expect(try memos() == wanted)
    }
  }

  @Test("The memo of a decision not to give a code stays with it when the code is renamed, merged or deleted")
  func memoOfNone() throws {
    let study = try study()
    _ = try Settling(study.study).settle("Moyens", "R1/q1", as: .notGiven, memo: "Rien sur les moyens.")
    func told(_ code: String) throws -> [Settlement?] {
      try Disagreements(study.study).find(request, includesSettled: true).lines.filter { $0.code == code }
        .map(\.settled)
    }
    _ = try CodebookEditing(study.study).rename("Moyens", to: "Ressources")
    let decided = Settlement(ranges: [], memo: "Rien sur les moyens.")
    #expect(try told("Ressources") == [decided])
    _ = try CodebookEditing(study.study).add("Temps")
    _ = try CodebookEditing(study.study).merge("Ressources", into: "Temps")
    #expect(try told("Temps") == [decided])
    let copy = study.folder.file("copie.verbatim")
    try BackingUp(study.study).run(to: copy)
    _ = try HistoryKeeping(study.study).undo()
    _ = try HistoryKeeping(study.study).undo()
    _ = try CodebookEditing(study.study).delete("Ressources", codings: .deleted, children: .deleted)
    #expect(try MemoKeeping(study.study).lines().map(\.text) == ["net"])
    #expect(try Checking(study.study).run().isClean)
    _ = try HistoryKeeping(study.study).undo()
    #expect(try told("Ressources") == [decided])
    #expect(try Checking(study.study).run().isClean)
    // The copy's decision comes with a merge, once.
    let other = try self.study()
    for _ in 0..<2 { _ = try Merging(other.study).run(copy) }
    #expect(try MemoKeeping(other.study).lines().map(\.text).filter { $0.hasPrefix("Rien") }.count == 1)
  }

  @Test(
    "Where nothing is disputed there is nothing to settle; a code that nobody gave may be decided on where that is said"
  )
  func undisputed() throws {
    let study = try study()
    let settling = Settling(study.study)
    func refused(_ code: String, _ answer: String, _ decision: Settling.Decision, coders: Int = 2) {
      let parts = answer.split(separator: "/").map(String.init)
      #expect(
        throws: StudyError.nothingDisputed(
          AnswerName(respondent: parts[0], question: parts[1]), code: code, coders: coders)
      ) { try settling.settle(code, answer, as: decision) }
    }
    refused("Surcharge", "R4/q1", .asCoder("anna"))
    refused("Surcharge", "R4/q1", .notGiven)
    refused("Moyens", "R4/q1", .part(.whole))
    refused("Effets", "R1/q1", .notGiven)
    refused("Moyens", "R2/q1", .notGiven)
    // Coded by one alone, and gone through by nobody.
    try study.code("Moyens", "R5/q2", coder: "anna")
    refused("Moyens", "R5/q2", .asCoder("anna"), coders: 1)
    refused("Moyens", "R1/q2", .part(.whole), coders: 0)
    #expect(try settling.settle("Effets", "R1/q1", as: .part(.whole), isNew: true).hasChanged)
    // What was decided may be decided otherwise, whatever the coders say.
    #expect(try settling.settle("Effets", "R1/q1", as: .notGiven).hasChanged)
  }

  @Test("A code that nobody gave is refused with what each gave, unless it is said to be meant")
  func givenByNobody() throws {
    let study = try study()
    let settling = Settling(study.study)
    let (r1, r2) = (
      AnswerName(respondent: "R1", question: "q1"), AnswerName(respondent: "R2", question: "q1")
    )
    let error = StudyError.givenByNobody(
      r1, code: "Effets",
      given: [
        .init(coder: "anna", codes: ["Perte de lien", "Surcharge"]),
        .init(coder: "bruno", codes: ["Perte de lien", "Moyens"]),
      ])
    let parts: [Settling.Decision] = [.part(.whole), .part(.range(TextRange(0, 4))), .asCoder("anna")]
    for decision in parts {
      #expect(throws: error) { try settling.settle("Effets", "R1/q1", as: decision) }
    }
    // Nobody's coding can be taken over, whatever is said.
    #expect(throws: error) { try settling.settle("Effets", "R1/q1", as: .asCoder("anna"), isNew: true) }
    #expect(try HistoryKeeping(study.study).acts().allSatisfy { $0.kind != .settle })
    // What both left without a code in reading it may get one when they meet, and is published.
    #expect(
      throws: StudyError.nothingDisputed(r2, code: "Moyens", coders: 2)
    ) { try settling.settle("Moyens", "R2/q1", as: .part(.whole)) }
    let length = try settling.settle("Moyens", "R2/q1", as: .part(.whole), memo: "Vu ensemble.", isNew: true)
      .ranges[0].end
    #expect(
      try FinalCoding(study.study).run(coders: request.coders).lines.filter {
        $0.answer.respondent == "R2"
      }.map { "\($0.code) \($0.range) \($0.basis)" } == ["Moyens \(TextRange(0, length)) consensus"])
    #expect(try Checking(study.study).run().isClean)
    // An answer that one alone has gone through has no consensus.
    try study.code("Moyens", "R5/q2", coder: "anna")
    #expect(throws: StudyError.self) {
      try settling.settle("Effets", "R5/q2", as: .part(.whole), isNew: true)
    }
  }

  @Test("Whoever has not gone through an answer has decided nothing on it")
  func notGoneThrough() throws {
    let study = try study()
    try study.code("Moyens", "R5/q2", coder: "zoé")
    let settling = Settling(study.study)
    #expect(
      throws: StudyError.notGoneThrough(AnswerName(respondent: "R1", question: "q1"), coder: "zoé")
    ) { try settling.settle("Surcharge", "R1/q1", as: .asCoder("zoé")) }
    #expect(try settling.settle("Surcharge", "R1/q1", as: .asCoder("bruno")).ranges == [])
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

  @Test("Where all gave a code to parts that do not touch it is not disputed, and all of them are taken over")
  func apart() throws {
    let study = try study()
    try study.importCodings(
      """
      respondent,question,code,start,end,coder
      R4,q1,Moyens,0,3,anna
      R4,q1,Moyens,5,8,bruno

      """)
    for extent in Settling.Extent.allCases {
      let planned = try Settling(study.study).settleAgreed(request, extent: extent, isDryRun: true)
      let listed = try Disagreements(study.study).find(request)
      #expect(planned.added == 4 && planned.left == 3 && listed.lines.count == 3)
      let final = try FinalCoding(study.study).run(coders: request.coders, extent: extent)
      #expect(final.disputed == 3)
      #expect(
        final.lines.filter { $0.code == "Moyens" && $0.answer.respondent == "R4" }.map {
          "\($0.range) \($0.basis)"
        } == [
          "\(TextRange(0, 3)) agreed", "\(TextRange(5, 8)) agreed",
        ])
    }
    var tokens = request
    tokens.unit = .character
    #expect(try Disagreements(study.study).find(tokens).lines.contains { $0.answer.respondent == "R4" })
  }

  @Test(
    "Disagreements listed are just those that settling leaves and publishing leaves out", arguments: 0..<12)
  func counted(seed: Int) throws {
    let study = try TestStudy.coded()
    var random = SplitMix64(seed: UInt64(seed))
    let names = ["anna", "bruno", "chloé", "anna (2)", "consensus", "consensus (2)"]
    var lines = ["respondent,question,code,start,end,coder"]
    for _ in 0..<30 {
      let start = random.next(below: 6)
      let (answer, code) = (
        ["R1,q1", "R3,q1", "R4,q1"][random.next(below: 3)],
        ["Moyens", "Surcharge", "Perte de lien"][random.next(below: 3)]
      )
      let coder = random.next(below: 8)
      lines.append("\(answer),\(code),\(start),\(start + 1 + random.next(below: 2)),\(names[min(coder, 3)])")
      if coder > 5 { lines.append("\(answer),\(code),0,2,\(names[coder - 2])") }
    }
    try study.importCodings(lines.joined(separator: "\n") + "\n")
    _ = try SeenList(study.study).mark(answers: ["R1/q1", "R2/q1", "R5/q2"], coder: "bruno")
    let people = try FinalCoding(study.study).run()
    guard people.coders.count > 1 else { return }
    for query in [nil, "question:q1 ET NON R1"] {
      let request = AgreementRequest(coders: people.coders, query: query)
      let listed = try Disagreements(study.study).find(request)
      #expect(try FinalCoding(study.study).run(query: query).disputed == listed.lines.count)
      #expect(try Settling(study.study).settleAgreed(request, isDryRun: true).left == listed.lines.count)
    }
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
