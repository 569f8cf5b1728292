import CodingModel
import GRDB
import Testing

@testable import ProjectStore

struct KnownActsTests {
  private func known(_ study: SmallStudy) throws -> KnownActs { try study.file.read { try $0.knownActs() } }

  @Test(
    "Every act has an identity of its own; those of merges are what they brought, while they are in force")
  func identities() throws {
    let study = try SmallStudy()
    let before = try known(study)
    #expect(Set(before.entries.map(\.identity)) == before.all)
    #expect(before.all.count == before.entries.count)
    let merge = try study.file.perform(.merge) { act in
      _ = try act.coder("zoé")
      try act.learn([7, 8])
    }.act
    var after = try known(study)
    #expect(after.all == before.all.union([7, 8]))
    #expect(after.acts(ofEntry: merge?.id.value) == [7, 8])
    _ = try study.file.undo()
    after = try known(study)
    // The undoing is an act of this project.
    #expect(after.all.subtracting(before.all).count == 1)
    #expect(!after.all.contains(7))
    _ = try study.file.redo()
    after = try known(study)
    #expect(after.all.isSuperset(of: [7, 8]))
    #expect(after.acts(ofEntry: nil) == nil)
    #expect(after.acts(ofEntry: 99) == nil)
  }

  @Test("What a merge that changes nothing brings to knowledge stays known, and is no act")
  func nothing() throws {
    let study = try SmallStudy()
    let before = try known(study)
    let act = try study.file.perform(.merge) { try $0.learn([7]) }.act
    #expect(act == nil)
    #expect(try known(study).all == before.all.union([7]))
    #expect(try known(study).entries.count == before.entries.count)
    #expect(try study.file.read { try $0.defects() } == [])
  }

  @Test("Acts from before acts had identities are told by what they say and what came before them")
  func derived() throws {
    let (one, other) = (try SmallStudy(), try SmallStudy())
    for study in [one, other] { try study.project.damage("UPDATE act SET identity = NULL, date = 'x'") }
    let first = try known(one)
    #expect(first.all == (try known(other)).all)
    #expect(first.all.count == first.entries.count)
    try other.project.damage("UPDATE act SET coder = 'someone' WHERE id = 1")
    #expect(first.all.isDisjoint(with: try known(other).all))
  }
}
