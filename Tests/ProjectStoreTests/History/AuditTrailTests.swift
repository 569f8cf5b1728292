import CodingModel
import Testing

@testable import ProjectStore

@Suite("The audit trail")
struct AuditTrailTests {
  private func trail(_ study: SmallStudy, withMemos: Bool = false) throws -> [String] {
    func written(_ state: AuditedChange.State?) -> String {
      guard let state else { return "-" }
      return state.map { name, value in
        switch value {
        case .text(let text): "\(name)=\(text)"
        case .integer(let number): "\(name)=\(number)"
        case .number(let number): "\(name)=\(number)"
        case .missing: "\(name)"
        }
      }.joined(separator: ",")
    }
    var lines: [String] = []
    try study.file.read { reader in
      try reader.forEachChange(withMemos: withMemos) { change in
        guard change.act > RowID(2) else { return }
        lines.append(
          "\(change.act.value) \(change.subject) \(change.operation) \(written(change.before)) > \(written(change.after))"
        )
      }
    }
    return lines
  }

  @Test("Each change tells what was before and after, whether it is done or undone since")
  func changes() throws {
    let study = try SmallStudy()
    let coding = try #require(try study.addCoding())
    try study.file.perform(.memo) { _ = try $0.addMemo("secret", on: .coding(coding), by: study.coders[0]) }
    try study.file.perform(.codebook) { act in
      let stored = try #require(try act.reader.coding(coding))
      try act.setCoding(
        stored, code: study.codes[2], range: TextRange(0, 5), origin: .hand, date: stored.date,
        ruleVersion: nil)
    }
    try study.file.perform(.uncode) { try $0.deleteCoding(coding) }
    let date = TemporaryProject.time
    let first =
      "respondent=R1,question=q1,code=surcharge,coder=alice,start=0,end=4,origin=hand,date=\(date),rule"
    let second =
      "respondent=R1,question=q1,code=perte-de-lien,coder=alice,start=0,end=5,origin=hand,date=\(date),rule"
    let target = "on=coding,respondent=R1,question=q1,code=perte-de-lien,start=0,end=5,origin=hand,rule"
    let memo = "\(target),coder=alice,date=\(date),length=6"
    let expected = [
      "3 coding insert - > \(first)", "4 memo insert - > \(memo)", "5 coding update \(first) > \(second)",
      "6 memo delete \(memo) > -", "6 coding delete \(second) > -",
    ]
    #expect(try trail(study) == expected)
    _ = try study.file.undo()
    _ = try study.file.undo()
    #expect(try trail(study).filter { !$0.contains("memo") } == expected.filter { !$0.contains("memo") })
    #expect(try trail(study, withMemos: true).contains { $0.hasSuffix("text=secret") })
    #expect(try study.file.read { try $0.recordedActs().map(\.value) } == [1, 2, 3, 4, 5, 6])
  }
}
