import Testing

@testable import Workbench

@Suite("What one person coded in two copies")
struct SecondOpinionsTests {
  private let coders = ["anna", "anna (2)", "anna (3)", "bruno", "bruno (2x)", "chloé (2)"].enumerated().map {
    Coder(id: RowID(Int64($0.offset)), name: $0.element)
  }

  @Test("Coders with a number are those without; other names are people of their own")
  func people() {
    let seconds = SecondOpinions(coders)
    #expect(coders.map { seconds.person($0.id).value } == [0, 0, 0, 3, 4, 5])
    #expect(coders.map { seconds.contains($0.id) } == [false, true, true, false, false, false])
  }

  @Test("Coders whose names nobody can tell from each other are one person, the first by name")
  func alike() {
    let coders = ["dénis", "Denis", "D\u{435}nis (2)", "D\u{435}nis", "Denise", "de nis (2)"].enumerated().map
    {
      Coder(id: RowID(Int64($0.offset)), name: $0.element)
    }
    let seconds = SecondOpinions(coders)
    #expect(coders.map { seconds.person($0.id).value } == [1, 1, 1, 1, 4, 5])
  }

  @Test("One person differs where the parts do, as text, however they are cut")
  func differ() {
    let seconds = SecondOpinions(coders)
    func differ(_ given: [(Int64, [TextRange])]) -> Bool {
      seconds.differ(Dictionary(uniqueKeysWithValues: given.map { (RowID<Coder>($0), $1) }))
    }
    #expect(!differ([(0, [TextRange(0, 4)]), (3, [TextRange(1, 2)])]))
    #expect(!differ([(0, [TextRange(0, 4)]), (1, [TextRange(0, 2), TextRange(2, 4)])]))
    #expect(!differ([(0, []), (1, [TextRange(0, 2)])]))
    #expect(differ([(0, [TextRange(0, 4)]), (1, [TextRange(0, 5)])]))
    #expect(differ([(1, [TextRange(0, 4)]), (2, [TextRange(5, 6)])]))
  }
}
