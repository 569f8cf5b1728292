import QueryLanguage
import Testing

struct NearNameTests {
  @Test(
    "The nearest name is found, accents and case ignored",
    arguments: [
      ("perte de liens", "perte de lien"), ("PERTE DE LEIN", "perte de lien"), ("autonomei", "autonomie"),
      ("numerique", "numérique"), ("confidentialite", "confidentialité"), ("perte", "perte de lien"),
    ])
  func near(_ text: String, _ expected: String) {
    let names = ["surcharge", "perte de lien", "autonomie", "numérique", "confidentialité"]
    #expect(NearName.closest(to: text, among: names) == expected)
  }

  @Test("What is far from every name, or empty, has no near name")
  func far() {
    #expect(NearName.closest(to: "xyzxyz", among: ["perte de lien", "autonomie"]) == nil)
    #expect(NearName.closest(to: "", among: ["a"]) == nil)
    #expect(NearName.closest(to: "pe", among: ["perte de lien"]) == nil)
    #expect(NearName.closest(to: "lien", among: [""]) == nil)
  }

  @Test("The nearer name wins, the first of equals, and a misspelling over a beginning")
  func order() {
    #expect(NearName.closest(to: "lien", among: ["lion", "liens", "lien"]) == "lien")
    #expect(NearName.closest(to: "lier", among: ["lien", "lire"]) == "lien")
    #expect(NearName.closest(to: "gain", among: ["gain de temps", "gains"]) == "gains")
  }
}
