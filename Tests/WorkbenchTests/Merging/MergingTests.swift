import Foundation
import Testing

@testable import Workbench

@Suite("Merging projects")
struct MergingTests {
  /// Those that are always tried, with one that once set siblings in another order; more of them on demand:
  /// `VERBATIM_MERGE_SEEDS=200`.
  static let seeds: [Int] = {
    let count = ProcessInfo.processInfo.environment["VERBATIM_MERGE_SEEDS"].flatMap { Int($0) }
    return count.map { Array(0..<$0) } ?? Array(0..<25) + [98]
  }()

  @Test(
    "Copies changed at random merge to the same either way, once and for all, and undo and redo",
    arguments: seeds)
  func properties(seed: Int) throws {
    let copies = try Copies(seed: seed)
    let names = ["a.verbatim", "b.verbatim", "c.verbatim"]
    let studies = try names.map { try copies.copy($0) }
    for (place, study) in studies.enumerated() {
      var team = RandomTeam(seed: seed * 10 + place)
      try team.work(on: study, acts: 12)
    }
    let before = try studies.map { try $0.contents }
    let files = try studies.map { try Data(contentsOf: URL(fileURLWithPath: $0.path)) }
    let forth = try Study(opening: copies.folder.file(names[0]))
    let plan = try forth.merge(studies[1], isDryRun: true)
    #expect(try forth.contents == before[0])
    let codes = try studies[..<2].map { study in try study.project.read { try $0.codes() } }
    let report = try forth.merge(studies[1])
    #expect(try forth.strayRules(codes[0], codes[1]) == [])
    #expect(
      report.counts == plan.counts && report.conflicts == plan.conflicts
        && report.hasChanges == plan.hasChanges)
    #expect(try Data(contentsOf: URL(fileURLWithPath: studies[1].path)) == files[1])
    let merged = try forth.contents
    // What decisions were elsewhere is learnt, too, and shows nowhere.
    #expect(report.hasChanges || merged == before[0])

    // The other way.
    let copied = copies.folder.file("b-copy.verbatim")
    try files[1].write(to: URL(fileURLWithPath: copied))
    let back = try Study(opening: copied)
    let original = copies.folder.file("a-copy.verbatim")
    try files[0].write(to: URL(fileURLWithPath: original))
    let backReport = try Merging(back).run(original)
    #expect(difference(try back.contents, merged) == [])
    #expect(
      backReport.counts.mapValues(\.conflicting).filter { $0.value > 0 }
        == report.counts.mapValues(\.conflicting).filter { $0.value > 0 })

    // Once more, either of the two, and itself: nothing changes.
    for path in [copied, original, studies[1].path, forth.path] {
      let acts = try HistoryKeeping(forth).acts().count
      let again = try Merging(forth).run(path)
      #expect(!again.hasChanges, "\(path.suffix(18))")
      #expect(difference(try forth.contents, merged) == [])
      #expect(try HistoryKeeping(forth).acts().count == acts)
    }

    // A code that has two keys, one in each, has the first of them.
    let keys = Dictionary(
      CodeMatching(codes[0], codes[1]).pairs.flatMap { pair in
        let both = [pair.ours?.key, pair.theirs?.key].compactMap(\.self)
        return both.map { ($0, both.min(by: MergeRule.precedes) ?? "") }
      }, uniquingKeysWith: { first, _ in first })
    // Nothing is lost: every coding of either is in the whole, by its coder or one of the family; but for decisions that
    // the other took anew, and what it once held itself and took away or changed.
    let sides = [try Study(opening: original), studies[1]]
    for (study, other) in [(sides[0], sides[1]), (sides[1], sides[0])] {
      let held = try other.placesHeldOnce(keys)
      let lost = Set(try study.places(keys)).subtracting(try forth.places()).subtracting(held)
      #expect(
        lost.allSatisfy { place in
          place.hasSuffix(" consensus")
            && report.succeeded.contains { place.hasPrefix($0.subject.prefix { $0 != " " } + " ") }
        })
    }
    #expect(try forth.project.read { try $0.defects() } == [])

    // A third copy, in one order and another, to the end and back.
    try forth.merge(studies[2])
    let whole = try forth.contents
    #expect(try !forth.merge(studies[1]).hasChanges)
    let changed = difference(try forth.contents, whole)
    #expect(changed == [])
    _ = try HistoryKeeping(forth).undo()
    #expect(try forth.contents == merged)
    if report.hasChanges {
      _ = try HistoryKeeping(forth).undo()
      #expect(try forth.contents == before[0])
      _ = try HistoryKeeping(forth).redo()
      #expect(try forth.contents == merged)
    }
  }

  @Test(
    "One coder's code on two parts that overlap is kept both ways, the second by the same coder with a number"
  )
  func conflict() throws {
    let copies = try Copies()
    let (one, other) = (try copies.copy("a.verbatim"), try copies.copy("b.verbatim"))
    try one.code("Perte de lien", "R1/q1", TextRange(0, 15), "anna")
    try one.code("Surcharge", "R1/q1", TextRange(0, 15), "anna")
    try one.code("Moyens", "R4/q1", TextRange(0, 4), "anna")
    try other.code("Perte de lien", "R1/q1", TextRange(3, 20), "anna")
    try other.code("Surcharge", "R1/q1", TextRange(15, 20), "anna")
    try other.code("Moyens", "R4/q1", TextRange(0, 4), "anna")
    try other.code("Moyens", "R4/q1", TextRange(0, 4), "bruno")
    let report = try one.merge(other)
    #expect(
      report.conflicts == [
        .init(
          kind: .coding, subject: "R1/q1 · Perte de lien", field: "range", kept: "anna 0-15",
          beside: "anna (2) 3-20")
      ])
    #expect(report.counts[.coding] == .init(added: 2, identical: 1, conflicting: 1))
    let expected = [
      "R1/q1 Perte de lien 0-15 anna hand", "R1/q1 Surcharge 0-15 anna hand",
      "R1/q1 Perte de lien 3-20 anna (2) hand",
      "R1/q1 Surcharge 15-20 anna hand", "R4/q1 Moyens 0-4 anna hand", "R4/q1 Moyens 0-4 bruno hand",
    ]
    #expect(try one.writtenCodings() == expected)
    try other.merge(one)
    #expect(Set(try other.writtenCodings()) == Set(expected))
    _ = try HistoryKeeping(other).undo()
    #expect(try other.writtenCodings().count == 4)
  }

  @Test(
    "What one changed is as that one has it; of two new definitions the longer is kept, the other written into the memo"
  )
  func definitions() throws {
    let copies = try Copies()
    let (one, other) = (try copies.copy("a.verbatim"), try copies.copy("b.verbatim"))
    func change(_ study: Study, _ change: (inout CodeContent) -> Void) throws {
      try study.project.perform(.codebook) { act in
        let code = try CodeNames(act.reader.codes()).code(called: "lien")
        var content = code.content
        change(&content)
        _ = try act.setContent(content, of: code)
      }
    }
    try change(one) { $0.name = "Lien perdu" }
    try change(one) { $0.definition = "On ne se voit plus du tout." }
    try change(other) { $0.definition = "On se voit peu." }
    let report = try one.merge(other)
    #expect(report.counts[.code] == .init(added: 0, identical: 3, conflicting: 1))
    #expect(report.conflicts.map(\.field) == ["definition"])
    #expect(
      report.changed == [
        .init(
          kind: .code, subject: "Lien perdu", field: "name", kept: "Lien perdu", other: "Perte de lien",
          isOurs: true)
      ])
    let code = try one.project.read { try CodeNames($0.codes()).code(called: "lien") }
    #expect(code.name == "Lien perdu")
    #expect(code.content.definition == "On ne se voit plus du tout.")
    #expect(code.content.memo == "[fusion] definition : On se voit peu.")
    try other.merge(one)
    #expect(try other.contents == one.contents)
  }

  @Test("Answers whose texts differ stay as they are, and what the other holds on them is left out and said")
  func differingTexts() throws {
    let one = try TestStudy(
      "id;q1\nR1;Trop de mails.\nR2;Oui, et plus encore.\n", codebook: TestStudy.codebook)
    let other = try TestStudy("id;q1\nR1;Trop de mails !\nR2;Oui, et plus encore.\nR3;Non, jamais.\n")
    try other.importCodebook(TestStudy.codebook)
    try other.code("Surcharge", "R1", .range(TextRange(0, 4)))
    try other.code("Surcharge", "R2", .range(TextRange(0, 3)))
    let report = try one.study.merge(other.study)
    #expect(report.conflicts == [.init(kind: .answer, subject: "R1/q1", field: "text", kept: "", beside: "")])
    // The coding, and that anna has gone through the answer.
    #expect(report.leftOut == 2)
    #expect(report.counts[.answer] == .init(added: 1, identical: 1, conflicting: 1))
    #expect(try one.codings() == ["R2/q1 Surcharge 0-3 anna hand"])
    #expect(try one.texts() == ["Trop de mails.", "Oui, et plus encore.", "Non, jamais."])
    // What came can be searched.
    #expect(try one.count("jamais") == [1, 1, 1])
  }

  @Test("Rules follow codes that the other side renamed or moved, without a conflict, and can be undone")
  func renamed() throws {
    let copies = try Copies()
    let rule = "lien OU code:\"Moyens\""
    var texts = CodebookEditing.Texts()
    texts.rule = rule
    _ = try CodebookEditing(copies.origin.study).set("Surcharge", texts)
    let (one, other) = (try copies.copy("a.verbatim"), try copies.copy("b.verbatim"))
    let before = try one.contents
    _ = try CodebookEditing(other).rename("Moyens", to: "Ressources matérielles", coder: "anna")
    // A rule that only this side has, to the code by the name that it has here.
    _ = try CodebookEditing(one).add("Isolement", texts: texts, coder: "anna")
    let report = try one.merge(other)
    let written = "lien OU code:\"Ressources matérielles\""
    let codes = try one.project.read { try CodeNames($0.codes()) }
    #expect(try codes.code(called: "Surcharge").content.rule == written)
    #expect(try codes.code(called: "Isolement").content.rule == written)
    #expect(report.conflicts.isEmpty && report.changed.map(\.field) == ["name"])
    #expect(report.rewritten == ["Surcharge", "Isolement"])
    #expect(
      try CodebookListing(one).remarks().allSatisfy { if case .badRule = $0 { false } else { true } })
    _ = try Autocoding(one).run(extent: .answer)
    _ = try HistoryKeeping(one).undo()
    try other.merge(one)
    #expect(difference(try other.contents, try one.contents) == [])
    _ = try HistoryKeeping(one).undo()
    _ = try HistoryKeeping(one).undo()
    #expect(try one.contents == before)
  }

  @Test("A name that the other side's codes make ambiguous is written as a path in rules")
  func ambiguous() throws {
    let copies = try Copies()
    let (one, other) = (try copies.copy("a.verbatim"), try copies.copy("b.verbatim"))
    _ = try CodebookEditing(one).add("Autre", under: .code("Moyens"), coder: "anna")
    var texts = CodebookEditing.Texts()
    texts.rule = "code:Autre"
    _ = try CodebookEditing(one).set("Surcharge", texts, coder: "anna")
    _ = try CodebookEditing(other).add("Autre", under: .code("Perte de lien"), coder: "anna")
    for (into, from) in [(one, other), (other, one)] {
      try into.merge(from)
      let names = try into.project.read { try CodeNames($0.codes()) }
      #expect(try names.code(called: "Surcharge").content.rule == "code:\"Moyens/Autre\"")
    }
  }

  @Test(
    "Codes whose names differ in accents or case only are two, with their codings; one name, however written, is one"
  )
  func accents() throws {
    let copies = try Copies()
    let (one, other) = (try copies.copy("a.verbatim"), try copies.copy("b.verbatim"))
    for (study, names) in [(one, ["cote", "Élan", "l'aide"]), (other, ["côté", "élan", "l’aide"])] {
      for name in names {
        _ = try CodebookEditing(study).add(name, under: .code("Moyens"), coder: "anna")
        try study.code(name, "R1/q1", TextRange(0, 4), "anna")
      }
    }
    try one.merge(other)
    try other.merge(one)
    #expect(difference(try other.contents, try one.contents) == [])
    #expect(
      Set(try one.writtenCodings().filter { $0.hasSuffix("0-4 anna hand") })
        == Set(
          ["cote", "côté", "Élan", "élan", "l’aide"].map { "R1/q1 \($0) 0-4 anna hand" }))
    #expect(try one.project.read { try $0.codes().allSatisfy { !$0.content.memo.contains("cote") } })
  }

  @Test("Separate codebooks: the same path is the same code, whatever its key")
  func paths() throws {
    let (one, other) = (try TestStudy(), try TestStudy())
    try one.importCodebook("codes:\n  - id: aaa\n    name: Lien\n  - id: moyens\n    name: Moyens\n")
    try other.importCodebook(
      "codes:\n  - id: bbb\n    name: Lien\n    codes:\n      - {id: moyens, name: Moyens}\n")
    try other.code("Lien", "R1/q1", .range(TextRange(0, 4)))
    try one.study.merge(other.study)
    let codes = try one.study.project.read { try $0.codes() }
    #expect(codes.map(\.key) == ["aaa", "moyens"])
    #expect(codes[1].parent == codes[0].id)
    #expect(try one.codings() == ["R1/q1 Lien 0-4 anna hand"])
    try other.study.merge(one.study)
    #expect(try other.study.contents == one.study.contents)
  }

  @Test("A file that is no project, is newer, or not there is an error, and nothing changes")
  func hostile() throws {
    let study = try TestStudy.coded()
    let before = try study.study.contents
    let text = try study.folder.write(
      "texte.verbatim",
      "pas un projet, mais un long texte ".padding(toLength: 400, withPad: "x", startingAt: 0))
    #expect(throws: ProjectError.notSQLite(path: text)) { try Merging(study.study).run(text) }
    #expect(throws: ProjectError.noSuchFile(path: "/nulle/part")) {
      try Merging(study.study).run("/nulle/part")
    }
    let copy = study.folder.file("copie.verbatim")
    try BackingUp(study.study).run(to: copy)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: copy))
    for place in 5000..<min(bytes.count, 60_000) { bytes[place] = UInt8(truncatingIfNeeded: place) }
    try bytes.write(to: URL(fileURLWithPath: copy))
    #expect(throws: ProjectError.self) { try Merging(study.study).run(copy) }
    #expect(try study.study.contents == before)
  }

  @Test("A project that a check calls damaged is refused, though what a merge needs of it could be read")
  func damaged() throws {
    let study = try TestStudy.coded()
    try study.code("Moyens", "R1/q1", coder: "anna")
    let copy = study.folder.file("copie.verbatim")
    try BackingUp(study.study).run(to: copy)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: copy))
    // The last page: of the index or of the history, not of what is merged.
    bytes.replaceSubrange((bytes.count - 4096)..<bytes.count, with: Data(repeating: 0xA5, count: 4096))
    try bytes.write(to: URL(fileURLWithPath: copy))
    let before = try study.study.contents
    for isDryRun in [true, false] {
      #expect(throws: ProjectError.damaged(path: copy)) {
        try Merging(study.study).run(copy, isDryRun: isDryRun)
      }
    }
    #expect(try study.study.contents == before)
  }

  @Test("Siblings that two projects moved keep the order that both agree on; what they do not goes by key")
  func siblings() throws {
    let copies = try Copies()
    let names = ["d", "c", "b", "a"]
    for name in names { _ = try CodebookEditing(copies.origin.study).add(name, under: .code("Moyens")) }
    let (one, other) = (try copies.copy("a.verbatim"), try copies.copy("b.verbatim"))
    let old = copies.folder.file("old.verbatim")
    try BackingUp(other).run(to: old)
    // d c b a; here a goes before b, there e comes in the midst and d to the end.
    _ = try CodebookEditing(one).move("a", under: .code("Moyens"), place: .before("b"))
    _ = try CodebookEditing(other).add("e", under: .code("Moyens"), place: .before("b"))
    _ = try CodebookEditing(other).move("d", under: .code("Moyens"), place: .after("a"))
    func order(_ study: Study) throws -> String {
      try study.project.read { reader in
        let names = CodeNames(try reader.codes())
        return names.children(of: try names.code(called: "Moyens").id).map(\.name).joined(separator: " ")
      }
    }
    #expect(try order(one) == "d c a b")
    let there = try order(other)
    #expect(there == "c e b a d")
    let file = try Data(contentsOf: URL(fileURLWithPath: one.path))
    try one.merge(other)
    let merged = try order(one)
    let original = copies.folder.file("a-original.verbatim")
    try file.write(to: URL(fileURLWithPath: original))
    try other.merge(Study(opening: original))
    #expect(try order(other) == merged)
    for path in [old, original, other.path] {
      _ = try Merging(one).run(path)
      #expect(try order(one) == merged)
    }
    #expect(merged == "c e a b d")
  }

  @Test(
    "Orders that contradict each other in circles come to stand by keys, and stay so however often copies are merged",
    arguments: [["a", "b", "c"], ["a", "b", "c", "d"]])
  func orders(names: [String]) throws {
    let copies = try Copies()
    for name in names {
      _ = try CodebookEditing(copies.origin.study).add(name, under: .code("Moyens"), coder: "anna")
    }
    for (first, last) in [("b", "b"), ("c", "c"), ("c", "b"), ("c", "a"), ("b", "a")] {
      let (one, other) = (
        try copies.copy("a\(first)\(last).verbatim"), try copies.copy("b\(first)\(last).verbatim")
      )
      _ = try CodebookEditing(one).move(first, under: .code("Moyens"), place: .first)
      _ = try CodebookEditing(other).move(last, under: .code("Moyens"), place: .last)
      let old = ["alt-a", "alt-b"].map { copies.folder.file("\($0)\(first)\(last).verbatim") }
      for (study, path) in zip([one, other], old) { try BackingUp(study).run(to: path) }
      try one.merge(other)
      let merged = try one.contents
      try other.merge(Study(opening: old[0]))
      #expect(difference(try other.contents, merged) == [])
      for study in [one, other] {
        for path in old + [one.path, other.path] {
          let report = try Merging(study).run(path, coder: "anna")
          #expect(!report.hasChanges)
          #expect(difference(try study.contents, merged) == [])
        }
      }
    }
  }

  @Test("A project in which names cannot be told from each other is refused, whichever side it is")
  func sameNames() throws {
    let copies = try Copies()
    let (one, other) = (try copies.copy("a.verbatim"), try copies.copy("b.verbatim"))
    try other.project.perform(.importSurvey) { act in
      for name in ["\u{E9}t\u{E9}", "e\u{301}te\u{301}"] {
        _ = try act.question(SurveyQuestion(name: name, wording: ""))
      }
    }
    let before = try one.contents
    let error = StudyError.sameNames(path: other.path, table: "question", name: "e\u{301}te\u{301}")
    for isDryRun in [true, false] { #expect(throws: error) { try one.merge(other, isDryRun: isDryRun) } }
    #expect(throws: error) { try other.merge(one) }
    #expect(try one.contents == before)
  }

  @Test("A coding that the other file has beyond its answer's end is left out")
  func beyond() throws {
    let copies = try Copies()
    let (one, other) = (try copies.copy("a.verbatim"), try copies.copy("b.verbatim"))
    try other.code("Moyens", "R1/q1", TextRange(0, 4), "anna")
    try other.project.perform(.code) { act in
      let code = try CodeNames(act.reader.codes()).code(called: "moyens").id
      let answer = try act.reader.answer(called: "R1/q1").answer.id
      _ = try act.addCoding(
        code, on: answer, TextRange(5, 9999), by: act.coder("anna"), origin: .hand, length: .max)
    }
    try other.project.perform(.refuse) { act in
      let code = try CodeNames(act.reader.codes()).code(called: "moyens").id
      let answer = try act.reader.answer(called: "R1/q1").answer.id
      try act.addRefusal(of: code, on: answer, TextRange(5, 9999), by: act.coder("anna"))
    }
    let report = try one.merge(other)
    #expect(report.leftOut == 2 && report.counts[.coding]?.added == 1 && report.counts[.refusal] == nil)
    #expect(try one.writtenCodings() == ["R1/q1 Moyens 0-4 anna hand"])
    #expect(try one.project.read { try $0.defects() } == [])
  }
}

extension Study {
  /// The codes of two merged codebooks whose rule refers to other codes than it did in either.
  fileprivate func strayRules(_ left: [Code], _ right: [Code]) throws -> [String] {
    let matching = CodeMatching(left, right)
    let keys = matching.pairs.map { pair in
      [pair.ours?.key, pair.theirs?.key].compactMap(\.self).min(by: MergeRule.precedes) ?? ""
    }
    // What each code's rule refers to, by the keys of the whole.
    func targets(_ codes: [Code], _ key: (Code) -> String?) -> [String: Set<String?>] {
      let names = CodeNames(codes)
      var result: [String: Set<String?>] = [:]
      for code in codes {
        guard let rule = code.content.rule, let query = try? QueryParser.parse(rule), let own = key(code)
        else { continue }
        result[own] = Set(query.codeFilters.map { (try? names.code(called: $0.name)).flatMap(key) })
      }
      return result
    }
    let sides = [
      targets(left) { code in matching.ours[code.id].map { keys[$0] } },
      targets(right) { code in matching.theirs[code.id].map { keys[$0] } },
    ]
    let merged = targets(try project.read { try $0.codes() }) { $0.key }
    return merged.filter { key, targets in
      targets.contains(nil) || !sides.contains { $0[key] == targets }
    }.keys.sorted()
  }

  /// Where there are codings: answer, code's key in the whole, range and the coder without a number.
  fileprivate func places(_ whole: [String: String] = [:]) throws -> [String] {
    let keys = try project.read { reader in
      Dictionary(uniqueKeysWithValues: try reader.codes().map { ($0.id, whole[$0.key] ?? $0.key) })
    }
    var places: [String] = []
    try CodingList(self).forEach { line in
      let coder = line.coder.split(separator: " ").first ?? ""
      places.append("\(line.answer) \(keys[line.coding.code] ?? "") \(line.coding.range) \(coder)")
    }
    return places
  }

  /// Where there were codings once, likewise.
  fileprivate func placesHeldOnce(_ whole: [String: String]) throws -> Set<String> {
    try project.read { (reader: ProjectReader) throws in
      var keys: [RowID<Code>: String] = [:]
      for (id, versions) in try reader.codeHistory().versions { keys[id] = versions.last?.key }
      let past = try reader.pastRows()
      let coders = past.coders.merging(try reader.coders().map { ($0.id, $0.name) }) { $1 }
      let questions = Dictionary(uniqueKeysWithValues: try reader.questions().map { ($0.id, $0.name) })
      var places: Set<String> = []
      for coding in past.codings {
        guard let answer = try reader.answer(coding.answer), let key = keys[coding.code] else { continue }
        let coder = coders[coding.coder]?.split(separator: " ").first ?? ""
        places.insert(
          "\(try reader.nameOfAnswer(answer, questions)) \(whole[key] ?? key) \(coding.range) \(coder)")
      }
      return places
    }
  }
}

extension MergingTests {
  @Test(
    "Codes that two people added are not one because their keys are made alike", arguments: [false, true])
  func keysOfNames(swapped: Bool) throws {
    let copies = try Copies()
    let (one, other) = (try copies.copy("a.verbatim"), try copies.copy("b.verbatim"))
    for (study, name, parents) in [
      (one, "😀", ["Perte de lien", "Moyens"]), (other, "👎", ["Moyens", "Perte de lien"]),
    ] {
      let editing = CodebookEditing(study)
      _ = try editing.add(name, coder: "anna")
      for parent in parents { _ = try editing.add("Autre", under: .code(parent), coder: "anna") }
      try study.code(name, "R1/q1", TextRange(0, 4), "anna")
      try study.code("Moyens/Autre", "R3/q1", TextRange(0, 4), "anna")
      try study.code("Perte de lien/Autre", "R1/q2", TextRange(0, 4), name == "😀" ? "anna" : "bruno")
    }
    let (into, from) = swapped ? (other, one) : (one, other)
    try into.merge(from)
    #expect(try from.merge(into).hasChanges)
    #expect(difference(try from.contents, try into.contents) == [])
    #expect(try !into.merge(from).hasChanges)
    try into.project.read { (reader: ProjectReader) throws in
      let names = CodeNames(try reader.codes())
      let added = names.codes.filter { ["😀", "👎", "Autre"].contains($0.name) }
      #expect(
        Set(added.map { names.path(of: $0).joined(separator: "/") })
          == ["😀", "👎", "Moyens/Autre", "Effets/Perte de lien/Autre"])
      #expect(Set(added.map(\.key)).count == 4)
      let given = Dictionary(grouping: try reader.codings(), by: \.code)
      #expect(added.map { given[$0.id]?.count ?? 0 }.sorted() == [1, 1, 1, 2])
      #expect(try reader.defects() == [])
    }
  }

  @Test("Decisions of the consensus that contradict each other are told either way")
  func contradiction() throws {
    let copies = try Copies()
    try copies.origin.code("Moyens", "R3/q1", coder: "anna")
    _ = try SeenList(copies.origin.study).mark(answers: ["R3/q1"], query: nil, coder: "bruno")
    let (one, other) = (try copies.copy("a.verbatim"), try copies.copy("b.verbatim"))
    _ = try Settling(one).settle("Moyens", "R3/q1", as: .asCoder("anna"), memo: "oui")
    _ = try Settling(other).settle("Moyens", "R3/q1", as: .notGiven, memo: "non")
    for (into, from) in [(one, other), (other, one)] {
      let found = try into.merge(from, isDryRun: true).conflicts.filter { $0.field == "decision" }
      #expect(found.map(\.subject) == ["R3/q1 · Moyens"])
    }
  }

  /// Copies of a study in which anna gave a code that bruno, who read the answer, did not.
  private func disputed() throws -> Copies {
    let copies = try Copies()
    try copies.origin.code("Moyens", "R3/q1", .range(TextRange(0, 4)), coder: "anna")
    _ = try SeenList(copies.origin.study).mark(answers: ["R3/q1"], query: nil, coder: "bruno")
    return copies
  }

  @discardableResult
  private func settle(_ study: Study, _ decision: Settling.Decision, _ memo: String) throws
    -> Settling.Outcome
  {
    try Settling(study).settle("Moyens", "R3/q1", as: decision, memo: memo, coder: "anna")
  }

  /// What the consensus holds, with its memos; and whether it contradicts itself.
  private func decided(_ study: Study) throws -> [String] {
    try study.project.read { (reader: ProjectReader) throws in
      let (answer, name) = try reader.answer(called: "R3/q1")
      let code = try CodeNames(reader.codes()).code(called: "Moyens").id
      let decisions = try Settlements(reader)
      if decisions.isContradicted(answer.id, code) { return ["\(name) contradicted"] }
      return decisions[answer.id, code].map { [$0.ranges.map { "\($0.start)-\($0.end)" }.joined(), $0.memo] }
        ?? []
    }
  }

  @Test("Decisions that contradict each other, once settled anew, stay so whichever old copy is merged again")
  func settledSince() throws {
    let copies = try disputed()
    let (one, other) = (try copies.copy("a.verbatim"), try copies.copy("b.verbatim"))
    try settle(one, .asCoder("anna"), "oui")
    try settle(other, .notGiven, "non")
    let old = copies.folder.file("b-old.verbatim")
    try BackingUp(other).run(to: old)
    try one.merge(other)
    #expect(try decided(one) == ["R3/q1 contradicted"])
    try settle(one, .asCoder("anna"), "oui, après discussion")
    let kept = try one.contents
    for _ in 0..<2 {
      let report = try one.merge(other)
      #expect(!report.hasChanges && report.conflicts.isEmpty && report.leftOut == 0)
      #expect(report.succeeded == [.init(subject: "R3/q1 · Moyens", isOurs: true)])
      #expect(difference(try one.contents, kept) == [])
    }
    #expect(try decided(one) == ["0-4", "oui, après discussion"])
    // The other way the later decision takes the earlier one's place, and can be undone.
    let before = try other.contents
    let report = try other.merge(one)
    #expect(report.succeeded == [.init(subject: "R3/q1 · Moyens", isOurs: false)])
    #expect(difference(try other.contents, kept) == [])
    #expect(try !other.merge(Study(opening: old)).hasChanges)
    #expect(difference(try other.contents, kept) == [])
    _ = try HistoryKeeping(other).undo()
    #expect(try other.contents == before)
  }

  @Test(
    "A decision taken anew stays against copies from before, whatever it was and how often it went to and fro",
    arguments: [
      [Settling.Decision.asCoder("anna"), .notGiven], [.notGiven, .part(.whole), .notGiven],
      [.part(.range(TextRange(0, 2))), .part(.range(TextRange(3, 5))), .part(.range(TextRange(0, 2)))],
      [.part(.whole), .notGiven, .asCoder("anna"), .notGiven],
    ])
  func decidedAnew(_ decisions: [Settling.Decision]) throws {
    let copies = try disputed()
    var old: [String] = []
    for (place, decision) in decisions.enumerated() {
      try settle(copies.origin.study, decision, "avis \(place)")
      old.append(copies.folder.file("old\(place).verbatim"))
      try BackingUp(copies.origin.study).run(to: old[place])
    }
    let last = old.removeLast()
    let study = copies.origin.study
    let (kept, end) = (try study.contents, try decided(study))
    #expect(end[1] == "avis \(decisions.count - 1)")
    for path in old + old.reversed() + [last] {
      let acts = try HistoryKeeping(study).acts().count
      #expect(try !Merging(study).run(path, coder: "anna").hasChanges)
      #expect(difference(try study.contents, kept) == [])
      #expect(try HistoryKeeping(study).acts().count == acts)
    }
    for path in old {
      let copy = try Study(opening: path)
      try copy.merge(study)
      #expect(difference(try copy.contents, kept) == [])
      #expect(try decided(copy) == end)
    }
  }

  @Test("An old copy that comes after the copy in which the decision was taken anew reopens nothing")
  func learnt() throws {
    let copies = try disputed()
    let lead = try copies.copy("lead.verbatim")
    try settle(copies.origin.study, .asCoder("anna"), "d'abord")
    let old = try copies.copy("old.verbatim")
    try settle(copies.origin.study, .asCoder("anna"), "mieux dit")
    let better = try copies.copy("better.verbatim")
    try settle(copies.origin.study, .notGiven, "finalement non")
    let new = try copies.copy("new.verbatim")
    try lead.merge(new)
    let kept = try lead.contents
    for copy in [old, better, old, new] {
      #expect(try !lead.merge(copy).hasChanges)
      #expect(difference(try lead.contents, kept) == [])
    }
    #expect(try decided(lead) == ["", "finalement non"])
    #expect(try lead.project.read { try $0.defects() } == [])
    _ = try HistoryKeeping(lead).undo()
    try lead.merge(better)
    let said = try lead.contents
    #expect(try !lead.merge(old).hasChanges)
    #expect(difference(try lead.contents, said) == [])
    try old.merge(lead)
    #expect(try decided(old) == ["0-4", "mieux dit"])
    // Decided the same from the start, one learns what the other went through.
    try settle(copies.origin.study, .asCoder("anna"), "d'abord")
    #expect(try decided(lead) == ["0-4", "mieux dit"])
  }

  @Test("A decision's new memo alone stays, too; what neither knew of the other is told and kept")
  func memosAndUnknown() throws {
    let copies = try disputed()
    try settle(copies.origin.study, .asCoder("anna"), "d'abord")
    let (one, other) = (try copies.copy("a.verbatim"), try copies.copy("b.verbatim"))
    try settle(one, .asCoder("anna"), "ensuite")
    let kept = try one.contents
    #expect(try !one.merge(other).hasChanges)
    #expect(try decided(one) == ["0-4", "ensuite"])
    // Neither knows that the other decided anew.
    let third = try copies.copy("c.verbatim")
    try settle(third, .part(.range(TextRange(5, 7))), "autrement")
    try other.merge(one)
    #expect(difference(try other.contents, kept) == [])
    #expect(try !one.merge(third, isDryRun: true).conflicts.isEmpty)
    try one.merge(third)
    try third.merge(other)
    #expect(difference(try one.contents, try third.contents) == [])
    #expect(try decided(one) == ["R3/q1 contradicted"])
  }
}
