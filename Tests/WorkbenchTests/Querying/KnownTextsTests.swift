import CodingModel
import ProjectStore
import Testing

@testable import Workbench

@Suite("Texts that were shown of late")
struct KnownTextsTests {
  private func entry(_ text: String) -> KnownTexts.Entry {
    KnownTexts.Entry(
      respondent: RowID(1), question: RowID(1), identifier: "R1", text: SlicedText(text))
  }

  @Test("A text is read once; of many the last ones are kept")
  func keeping() {
    var reads: [Int64] = []
    let texts = KnownTexts(corpus: 1, limit: 4000)
    func ask(_ id: Int64) -> String? {
      texts.entry(RowID(id)) {
        reads.append(id)
        return id == 99 ? nil : entry("texte \(id)")
      }?.text.slice(TextRange(0, 7))
    }
    for id: Int64 in [1, 2, 1, 2, 2] { #expect(ask(id) == "texte \(id)") }
    #expect(reads == [1, 2] && ask(99) == nil)
    // Each counts for some two hundred bytes: what was asked for among the last nine or so is still there.
    for id: Int64 in 3...40 { _ = ask(id) }
    reads = []
    #expect(ask(40) == "texte 4" && ask(38) == "texte 3" && reads.isEmpty)
    _ = ask(1)
    #expect(reads == [1])
  }

  @Test("Of answers that may change, and of a size beyond all others, none but the last is kept")
  func limits() {
    var reads = 0
    for texts in [KnownTexts(corpus: nil), KnownTexts(corpus: 1, limit: 800)] {
      reads = 0
      for id: Int64 in [1, 1, 2, 2, 1] {
        _ = texts.entry(RowID(id)) {
          reads += 1
          return entry(String(repeating: "a", count: 300))
        }
      }
      #expect(reads == 3)
    }
    #expect(KnownTexts(corpus: 1).isOf(1) && !KnownTexts(corpus: 1).isOf(2))
    #expect(!KnownTexts(corpus: nil).isOf(nil) && !KnownTexts(corpus: 1).isOf(nil))
  }

  @Test("A concordance after an import, or after its undoing, shows the answers there are")
  func changes() throws {
    let test = try TestStudy()
    let study = test.study
    let concordance = Concordance(study)
    func lines() throws -> [String] {
      try concordance.page(Concordance.Request("tableaux", context: .tokens(3))).lines.map {
        $0.parts.left + $0.parts.hit + $0.parts.right
      }
    }
    let first = try lines()
    #expect(try !first.isEmpty && lines() == first)
    let known = try study.project.read { try study.texts($0) }
    #expect(try study.project.read { try study.texts($0) } === known)
    _ = try HistoryKeeping(study).undo()
    #expect(try lines() == [])
    _ = try HistoryKeeping(study).redo()
    #expect(try lines() == first)
    #expect(try study.project.read { try study.texts($0) } !== known)
    study.isForOneQuery = true
    #expect(try lines() == first)
  }
}
