import Testing

@testable import Workbench

@Suite("Giving codings another code")
struct CodingTransferTests {
  /// The same by repeating: as long as a coding that came shares text with another, or touches one that was there, the two
  /// become one.
  private static func slowly(_ coming: [TextRange], _ present: [TextRange]) -> [TextRange] {
    var groups = present.map { (ranges: [$0], isNew: [false]) } + coming.map { (ranges: [$0], isNew: [true]) }
    func linked(_ one: (ranges: [TextRange], isNew: [Bool]), _ other: (ranges: [TextRange], isNew: [Bool]))
      -> Bool
    {
      for (left, leftIsNew) in zip(one.ranges, one.isNew) {
        for (right, rightIsNew) in zip(other.ranges, other.isNew) where leftIsNew || rightIsNew {
          if left.overlaps(right) { return true }
          if leftIsNew != rightIsNew, left.end == right.start || right.end == left.start { return true }
        }
      }
      return false
    }
    var isChanged = true
    while isChanged {
      isChanged = false
      search: for first in groups.indices {
        for second in groups.indices where second > first && linked(groups[first], groups[second]) {
          groups[first].ranges += groups[second].ranges
          groups[first].isNew += groups[second].isNew
          groups.remove(at: second)
          isChanged = true
          break search
        }
      }
    }
    return groups.map { TextRange($0.ranges.map(\.start).min()!, $0.ranges.map(\.end).max()!) }.sorted()
  }

  @Test("Random codings are united as by the simplest way, and no text is lost or gained", arguments: 1...12)
  func random(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let test = try TestStudy.coded()
    let made = try test.study.project.perform(.code) { act in
      let names = CodeNames(try act.reader.codes())
      let (source, target) = (try names.code(called: "surcharge").id, try names.code(called: "lien").id)
      let coder = try act.coder("anna")
      var ranges: [RowID<Code>: [TextRange]] = [:]
      for code in [source, target] {
        for _ in 0..<6 {
          let start = Int.random(in: 0..<26, using: &random)
          let range = TextRange(start, start + Int.random(in: 1...5, using: &random))
          if try act.addCoding(code, on: RowID(1), range, by: coder, origin: .hand) != nil {
            ranges[code, default: []].append(range)
          }
        }
      }
      return (source: ranges[source] ?? [], target: ranges[target] ?? [])
    }.result
    _ = try CodebookEditing(test.study).merge("surcharge", into: "lien")
    let found = try test.study.project.read { try $0.codings().map(\.range) }.sorted()
    #expect(found == Self.slowly(made.source, made.target))
    let text = Set((made.source + made.target).flatMap { Array($0.start..<$0.end) })
    #expect(Set(found.flatMap { Array($0.start..<$0.end) }) == text)
  }

  @Test(
    "The united coding has the surest origin and its earliest date; a rule's keeps the wording that made it")
  func origin() throws {
    let test = try TestStudy.coded()
    try test.study.project.perform(.importCodings) { act in
      let names = CodeNames(try act.reader.codes())
      let (source, target) = (try names.code(called: "surcharge").id, try names.code(called: "lien").id)
      let (anna, rules) = (try act.coder("anna"), try act.coder("autocode"))
      func add(_ code: RowID<Code>, _ start: Int, _ end: Int, _ origin: Coding.Origin, _ date: String) throws
      {
        let version = origin == .rule ? try act.ruleVersion("mails", of: source, date: "2020") : nil
        _ = try act.addCoding(
          code, on: RowID(1), TextRange(start, end), by: origin == .rule ? rules : anna, origin: origin,
          date: date,
          ruleVersion: version)
      }
      try add(target, 0, 5, .imported, "2021")
      try add(source, 3, 8, .hand, "2023")
      try add(source, 8, 9, .hand, "2022")
      try add(source, 8, 10, .hand, "")
      try add(source, 20, 25, .rule, "2024")
    }
    _ = try CodebookEditing(test.study).merge("surcharge", into: "lien")
    let codings = try test.study.project.read { try $0.codings() }
    #expect(codings.map(\.range) == [TextRange(0, 8), TextRange(8, 10), TextRange(20, 25)])
    #expect(codings.map(\.origin) == [.hand, .hand, .rule])
    #expect(codings.map(\.date) == ["2023", "2022", "2024"])
    let versions = try test.study.project.read { try $0.ruleVersions() }
    #expect(versions.map(\.rule) == ["mails"] && versions.map(\.date) == ["2020"])
    #expect(codings.last?.ruleVersion == versions.first?.id)
    #expect(try Checking(test.study).run().isClean)
  }
}
