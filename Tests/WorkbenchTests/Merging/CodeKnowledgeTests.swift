import Testing

@testable import Workbench

@Suite("What a history knows of codes")
struct CodeKnowledgeTests {
  /// What a study's history knows, its codes told by the places of their keys in order.
  private func knowledge(_ coded: TestStudy, shared: Int64 = 0) throws -> (CodeKnowledge, [String: Int]) {
    let side = try coded.study.project.read { try MergeSide($0, path: coded.study.path) }
    var keys = side.codes.map(\.key)
    for key in Set(side.codeHistory.versions.values.compactMap(\.last?.key)).sorted()
    where !keys.contains(key) {
      keys.append(key)
    }
    let places = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
    let live = Dictionary(uniqueKeysWithValues: side.codes.map { ($0.id, places[$0.key] ?? 0) })
    return (CodeKnowledge(side, live, places, keys: keys, shared: shared), places)
  }

  @Test("Texts of before are known, with how often they changed; rules by what they meant then")
  func texts() throws {
    let coded = try TestStudy.coded()
    let study = coded.study
    let editing = CodebookEditing(study)
    var texts = CodebookEditing.Texts()
    texts.rule = "code:Moyens OU mails"
    _ = try editing.set("Surcharge", texts, coder: "anna")
    _ = try editing.rename("Moyens", to: "Ressources", coder: "anna")
    _ = try editing.move("Moyens", under: .code("Effets"), place: .last)
    let (known, places) = try knowledge(coded)
    let (means, surcharge) = (try #require(places["moyens"]), try #require(places["surcharge"]))
    #expect(known.knows("Moyens", of: means, .name) && known.knows("Ressources", of: means, .name))
    #expect(!known.knows("Moyens", of: surcharge, .name))
    #expect(known.knows("", of: means, .parent) && known.knows("effets", of: means, .parent))
    #expect(known.knows("code:\"moyens\" OU mails", of: surcharge, .rule))
    #expect(known.knows("mails OR tableaux", of: surcharge, .rule))
    #expect(known.changeCount(means, .name) == 2 && known.changeCount(means, .definition) == 1)
    #expect(known.changeCount(means, .parent) == 2 && known.changeCount(99, .name) == 0)
  }

  @Test("Codes that are gone are known, and those that came back are told from those that never went")
  func gone() throws {
    let coded = try TestStudy.coded()
    let study = coded.study
    let code = try study.project.read { try CodeNames($0.codes()).code(called: "Moyens") }
    _ = try CodebookEditing(study).delete("Moyens", coder: "anna")
    var (known, places) = try knowledge(coded)
    let place = try #require(places["moyens"])
    #expect(known.gone.keys.sorted() == [place])
    #expect(known.knewAll(of: code, at: place, known) && known.last(at: place)?.content == code.content)
    #expect(known.returned(place) == nil)
    _ = try HistoryKeeping(study).undo()
    (known, places) = try knowledge(coded)
    let (means, surcharge) = (try #require(places["moyens"]), try #require(places["surcharge"]))
    #expect(known.gone.isEmpty && known.returned(means) == TestStudy.time)
    #expect(known.returned(surcharge) == nil)
  }

  @Test("The orders in which siblings stood are known, and when they came to stand as they do")
  func orders() throws {
    let coded = try TestStudy.coded()
    let study = coded.study
    _ = try CodebookEditing(study).move("Surcharge", under: .code("Effets"), place: .before("Perte de lien"))
    let (known, places) = try knowledge(coded)
    let pair = [try #require(places["lien"]), try #require(places["surcharge"])].sorted()
    let order = try #require(known.orders(of: [pair], under: places["effets"])[pair])
    #expect(order.isKnown.first && order.isKnown.second && order.changed.isOwn)
    #expect(known.orders(of: [pair], under: nil)[pair]?.isKnown ?? (true, true) == (false, false))
  }
}
