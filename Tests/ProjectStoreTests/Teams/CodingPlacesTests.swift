import CodingModel
import Testing

@testable import ProjectStore

@Suite("Places in lists of answers")
struct CodingPlacesTests {
  private func places(_ file: ProjectFile, _ coder: String = "alice") throws -> [String] {
    try file.read { try $0.codingPlaces(of: coder) }.map { "\($0.name) \($0.content) \($0.position)" }
  }

  @Test("The list moved in last is the one used last; a list of the same name takes the place of the old one")
  func order() throws {
    let study = try SmallStudy()
    try study.file.keepCodingList(of: "alice", named: "a", "1-3", at: 0)
    try study.file.keepCodingList(of: "alice", named: "b", "2", at: 1)
    try study.file.keepCodingList(of: "bruno", named: "a", "4", at: 0)
    #expect(try places(study.file) == ["b 2 1", "a 1-3 0"])
    try study.file.keepCodingPlace(of: "alice", in: "a", at: 2)
    #expect(try places(study.file) == ["a 1-3 2", "b 2 1"])
    try study.file.keepCodingList(of: "alice", named: "b", "5", at: 0)
    #expect(try places(study.file) == ["b 5 0", "a 1-3 2"])
    #expect(try places(study.file, "bruno") == ["a 4 0"])
    #expect(try places(study.file, "carla") == [])
    #expect(try study.file.read { try $0.codingPlaces(of: "alice") }[0].date == TemporaryProject.time)
  }

  @Test("A place is no part of the history: keeping it is no act, and undoing leaves it")
  func history() throws {
    let study = try SmallStudy()
    try study.file.keepCodingList(of: "alice", named: "a", "1-3", at: 0)
    let before = try study.project.count("act")
    let act = try study.file.perform(.seen, coder: "alice") { act in
      try act.setCodingPlace(of: "alice", in: "a", at: 1)
    }.act
    #expect(act == nil)
    #expect(try study.project.count("act") == before)
    #expect(try places(study.file) == ["a 1-3 1"])
    try study.file.perform(.seen, coder: "alice") { act in
      try act.setCodingPlace(of: "alice", in: "a", at: 2)
      try act.markSeen(RowID(1), by: study.coders[0])
    }
    _ = try study.file.undo()
    #expect(try places(study.file) == ["a 1-3 2"])
  }

  @Test("What throws leaves the place where it was")
  func failing() throws {
    let study = try SmallStudy()
    try study.file.keepCodingList(of: "alice", named: "a", "1-3", at: 0)
    #expect(throws: ActError.rangeEmpty) {
      try study.file.perform(.seen) { (act: ActWriter) throws in
        try act.setCodingPlace(of: "alice", in: "a", at: 2)
        throw ActError.rangeEmpty
      }
    }
    #expect(try places(study.file) == ["a 1-3 0"])
  }

  @Test("Answers that are not there are left out, the order kept")
  func known() throws {
    let study = try SmallStudy()
    let ids = [3, 99, 1, 0, -4, 2, 3].map { RowID<Answer>(Int64($0)) }
    #expect(try study.file.read { try $0.known(ids) }.map(\.value) == [3, 1, 2, 3])
  }
}
