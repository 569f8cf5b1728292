import CodingAnalysis
import CodingModel
import Foundation
import ProjectStore
import Testing

@testable import Workbench

@Suite("Copies that come late, or twice")
struct LateCopiesTests {
  /// A copy that is worked on, one that only merges the other's states, and the states, oldest first.
  private struct Team {
    let copies: Copies
    let one: Study, mate: Study
    private(set) var states: [Study] = []

    init(seed: Int? = nil) throws {
      copies = try Copies(seed: seed)
      (one, mate) = (try copies.copy("a.verbatim"), try copies.copy("b.verbatim"))
    }

    mutating func keepState() throws {
      let path = copies.folder.file("state-\(states.count).verbatim")
      try BackingUp(one).run(to: path)
      states.append(try Study(opening: path))
    }

    func undo() throws { _ = try HistoryKeeping(one).undo() }
    func redo() throws { _ = try HistoryKeeping(one).redo() }

    /// What does not stand in both, but for coders and wordings of rules without codings: those of an act that was undone
    /// stay where they were merged.
    func difference() throws -> [String] {
      try WorkbenchTests.difference(one.contents, mate.contents).filter {
        !$0.contains("\"is\":\"coder\"") && !$0.contains("\"is\":\"rule\"")
      }
    }
  }

  /// Things that one can do, one of a kind.
  static let acts: [(name: String, act: @Sendable (Study) throws -> Void)] = [
    ("code", { try $0.code("Moyens", "R3/q1", TextRange(0, 4), "anna") }),
    ("uncode", { _ = try HandCoding($0).uncode("Surcharge", "R1/q1", coder: "anna") }),
    (
      "rename",
      { study in
        try study.project.perform(.codebook) { act in
          let code = try CodeNames(act.reader.codes()).code(called: "Surcharge")
          var content = code.content
          content.name = "Trop de travail"
          _ = try act.setContent(content, of: code)
        }
      }
    ),
    ("merge codes", { _ = try CodebookEditing($0).merge("Surcharge", into: "Moyens", coder: "anna") }),
    ("delete", { _ = try CodebookEditing($0).delete("Surcharge", codings: .deleted, coder: "anna") }),
    ("reorder", { _ = try CodebookEditing($0).reorder("Moyens", .first, coder: "anna") }),
    (
      "seen and assigned",
      { study in
        try study.project.perform(.seen) { act in
          let answer = try act.reader.answer(called: "R3/q1").answer.id
          let coder = try act.coder("anna")
          _ = try act.markSeen(answer, by: coder)
          _ = try act.assign(answer, to: coder)
        }
      }
    ),
    (
      "memo",
      { study in
        try study.project.perform(.memo) { act in
          _ = try act.addMemo("À revoir.", on: .project, by: act.coder("anna"))
        }
      }
    ),
    (
      "refuse",
      { study in
        try study.project.perform(.refuse) { act in
          let answer = try act.reader.answer(called: "R3/q1").answer.id
          let code = try CodeNames(act.reader.codes()).code(called: "Moyens")
          _ = try act.addRefusal(of: code.id, on: answer, TextRange(0, 2), by: act.coder("anna"))
        }
      }
    ),
  ]

  @Test(
    "Whatever was done, undone and done again, a mate who merges has it as it is; a copy from before brings nothing back",
    arguments: 0..<9)
  func toggled(number: Int) throws {
    let act = Self.acts[number].act
    // D: do, U: undo, R: redo, K: keep a state, A: merge the copy as it is, 0…9: merge a state.
    for story in ["DKUA0A", "DK0UA0A", "DAUARA", "DKUKR01A", "DAUKRKUA1A0", "DKU0A", "DUARA", "DKUKRK210A"] {
      var team = try Team()
      try team.one.code("Surcharge", "R1/q1", TextRange(0, 4), "anna")
      try team.mate.merge(team.one)
      for step in story {
        switch step {
        case "D": try act(team.one)
        case "U": try team.undo()
        case "R": try team.redo()
        case "K": try team.keepState()
        case "A": try team.mate.merge(team.one)
        default: try team.mate.merge(team.states[step.wholeNumberValue ?? 0])
        }
      }
      let name = "\(Self.acts[number].name) \(story)"
      let difference = try team.difference()
      #expect(difference == [], "\(name)")
      let kept = try team.one.contents
      let acts = try HistoryKeeping(team.one).acts().count
      #expect(try !team.one.merge(team.mate).hasChanges, "\(name)")
      #expect(try team.one.contents == kept, "\(name)")
      #expect(try HistoryKeeping(team.one).acts().count == acts, "\(name)")
    }
  }

  @Test(
    "What was taken back comes by way of a third copy too, on which doing and undoing changed nothing",
    arguments: 0..<9)
  func third(number: Int) throws {
    let act = Self.acts[number].act
    // Who merges whom, with one's doing, undoing and redoing: 'a' is one, 'b' and 'c' are the others.
    let stories = [
      ["D", "ba", "ca", "U", "ba", "R", "ca", "bc", "ba"], ["D", "ba", "U", "ca", "bc", "ba"],
      ["D", "U", "ba", "R", "ca", "bc", "cb", "ba"],
      ["D", "ba", "ca", "U", "ba", "R", "ca", "U", "ca", "bc"],
      ["D", "ca", "U", "ba", "R", "ba", "cb", "bc"],
    ]
    for story in stories {
      let team = try Team()
      try team.one.code("Surcharge", "R1/q1", TextRange(0, 4), "anna")
      let studies: [Character: Study] = [
        "a": team.one, "b": team.mate, "c": try team.copies.copy("c.verbatim"),
      ]
      for name in "bc" { try studies[name]?.merge(team.one) }
      for step in story {
        switch step {
        case "D": try act(team.one)
        case "U": try team.undo()
        case "R": try team.redo()
        default:
          guard let to = step.first.flatMap({ studies[$0] }), let from = step.last.flatMap({ studies[$0] })
          else {
            continue
          }
          try to.merge(from)
        }
      }
      try team.mate.merge(team.one)
      let difference = try team.difference()
      #expect(difference == [], "\(Self.acts[number].name) \(story)")
      #expect(try !team.one.merge(team.mate).hasChanges)
    }
  }

  @Test("The same of random work, whichever states come in whichever order", arguments: 0..<8)
  func random(seed: Int) throws {
    var team = try Team(seed: seed)
    var random = SplitMix64(seed: UInt64(seed) &+ 77)
    var people = RandomTeam(seed: 1000 + seed)
    func size() throws -> [Int] {
      try team.one.project.read { [try $0.answerCount(), try $0.respondentCount()] }
    }
    for _ in 0..<8 {
      try people.work(on: team.one, acts: 1)
      for _ in 0..<random.next(below: 3) {
        // What came with a survey stays where it was merged.
        let before = try size()
        try team.undo()
        if try random.next(below: 2) == 0 || size() != before { try team.redo() }
      }
      if random.next(below: 2) == 0 { try team.keepState() }
      switch random.next(below: 3) {
      case 0: try team.mate.merge(team.one)
      case 1: if let state = people.pick(team.states) { try team.mate.merge(state) }
      default: break
      }
    }
    try team.mate.merge(team.one)
    let difference = try team.difference()
    #expect(difference == [])
    let kept = try team.mate.contents
    for state in team.states + [team.one] {
      #expect(try !team.mate.merge(state).hasChanges)
    }
    #expect(try team.mate.contents == kept)
    #expect(try !team.one.merge(team.mate).hasChanges)
  }

  @Test(
    "A merge that was undone brings the same when it is made again, and what it taught is forgotten meanwhile"
  )
  func undone() throws {
    let team = try Team()
    try team.one.code("Surcharge", "R1/q1", TextRange(0, 4), "anna")
    let before = try team.mate.contents
    try team.mate.merge(team.one)
    let merged = try team.mate.contents
    for _ in 0..<2 {
      _ = try HistoryKeeping(team.mate).undo()
      #expect(try team.mate.contents == before)
      #expect(try team.mate.merge(team.one).hasChanges)
      #expect(try team.mate.contents == merged)
    }
    _ = try HistoryKeeping(team.mate).undo()
    _ = try HistoryKeeping(team.mate).redo()
    #expect(try !team.mate.merge(team.one).hasChanges)
  }

  @Test(
    "A merge that changes nothing is no act, and yet known: what it had seen done and undone does not come later"
  )
  func nothing() throws {
    var team = try Team()
    try team.one.code("Surcharge", "R1/q1", TextRange(0, 4), "anna")
    try team.keepState()
    try team.undo()
    let acts = try HistoryKeeping(team.mate).acts().count
    let kept = try team.mate.contents
    #expect(try !team.mate.merge(team.one).hasChanges)
    #expect(try HistoryKeeping(team.mate).acts().count == acts)
    let report = try team.mate.merge(team.states[0])
    #expect(!report.hasChanges && report.conflicts.isEmpty && report.removed.isEmpty)
    #expect(try team.mate.contents == kept)
  }

  @Test(
    "Respondents of an import that was undone stay where they were merged, and do not come back where it was undone"
  )
  func survey() throws {
    let team = try Team()
    let before = try team.one.contents
    try team.one.project.perform(.importSurvey) { act in
      let (respondent, isNew) = try act.respondent("R99", weight: nil)
      let question = try act.question(SurveyQuestion(name: "q1", wording: ""))
      _ = try act.addAnswer("On perd le lien.", of: respondent, to: question, isNew: isNew)
    }
    try team.mate.merge(team.one)
    try team.undo()
    #expect(try !team.one.merge(team.mate).hasChanges)
    #expect(try team.one.contents == before)
    try team.mate.merge(team.one)
    #expect(try team.mate.contents.contains("R99"))
  }
}
