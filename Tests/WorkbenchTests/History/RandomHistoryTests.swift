import Foundation
import Testing

@testable import Workbench

@Suite("Random histories of several coders")
struct RandomHistoryTests {
  /// A study in memory, where the system has a folder there: thousands of acts wait for no disk.
  private static func quickly<Result>(_ body: (Study) throws -> Result) throws -> Result {
    let memory = "/dev/shm"
    let parent =
      FileManager.default.isWritableFile(atPath: memory)
      ? memory : FileManager.default.temporaryDirectory.path
    let folder = parent + "/verbatim-history-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(Study(creating: folder + "/étude.verbatim"))
  }

  @Test(
    "are undone to the empty project and redone to the end, and acts in the middle alone",
    arguments: [1, 2, 3])
  func wholeWay(seed: UInt64) throws {
    // Sets the time of acts.
    let test = try TestStudy()
    let survey = try test.folder.write("enquête.csv", TestStudy.survey)
    try Self.quickly { study in
      let empty = try ProjectExport(study).text()
      _ = try SurveyImport(survey, roles: TestStudy.roles).run(into: study)
      let history = HistoryKeeping(study)
      var random = RandomHistory(study, seed: seed)
      var (undone, refused) = (0, 0)
      for step in 1...400 {
        _ = try random.act()
        guard step.isMultiple(of: 10) else { continue }
        let acts = try history.acts().filter { $0.state == .done && ![.undo, .redo].contains($0.kind) }
        guard let act = acts.prefix(60).randomElement(using: &random.random) else { continue }
        let before = try ProjectExport(study).text()
        do {
          _ = try history.undo(act.id.value, coder: "anna")
          undone += 1
          if step.isMultiple(of: 30) { continue }
          _ = try history.redo(act.id.value, coder: "bruno")
        } catch ActError.dependentActs(let others, _) {
          refused += 1
          #expect(others.allSatisfy { $0 > act.id })
        }
        #expect(try ProjectExport(study).text() == before)
      }
      #expect(undone > 3 && refused > 3)
      #expect(try Checking(study).run().isClean)
      let end = try ProjectExport(study).text()
      var count = 0
      while (try? history.undo(coder: "anna")) != nil { count += 1 }
      #expect(count > 150)
      #expect(try ProjectExport(study).text() == empty)
      for _ in 0..<count { _ = try history.redo(coder: "anna") }
      #expect(try ProjectExport(study).text() == end)
      #expect(try Checking(study).run().isClean)
      // The whole trail is told, and no answer's text.
      let trail = try HistoryExport(study, withMemos: true).text(as: .jsonl)
      #expect(!trail.contains("Trop de mails"))
      #expect(
        trail.split(separator: "\n").count { $0.hasPrefix(#"{"is":"act""#) } == (try history.acts().count))
    }
  }
}
