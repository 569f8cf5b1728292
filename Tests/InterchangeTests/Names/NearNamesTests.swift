import Testing

@testable import Interchange

@Suite("Finding near names")
struct NearNamesTests {
  @Test("Distances count additions, losses, changes and swaps")
  func distances() {
    func distance(_ left: String, _ right: String) -> Int {
      NearNames.distance(Array(left.utf8), Array(right.utf8))
    }
    #expect(distance("", "abc") == 3)
    #expect(distance("lien", "lein") == 1)
    #expect(distance("lien", "liens") == 1)
    #expect(distance("perte", "porte") == 1)
    #expect(distance("kitten", "sitting") == 3)
  }

  @Test("The nearest come first, three at most, nothing far")
  func names() {
    let names = ["colour", "name", "memo", "inclusion", "exclusion", "color"]
    #expect(NearNames.find("coulour", among: names) == ["colour"])
    #expect(NearNames.find("xyz", among: names) == [])
    #expect(NearNames.find("Inclusions", among: names) == ["inclusion", "exclusion"])
    #expect(NearNames.find("métier", among: ["Metier", "metiers"]) == ["Metier", "metiers"])
  }
}
