import FrenchText
import Testing

struct InclusiveVariantsTests {
  @Test(
    "An inclusive word is one word in all the ways that people write it",
    arguments: [
      [
        "étudiant·e·s", "étudiant.e.s", "étudiant-e-s", "étudiant(e)s", "étudiant/e/s", "étudiant•e•s",
        "étudiant⋅es",
        "étudiant.e·s", "étudiants-es", "étudiant(e)(s)", "étudiant(es)", "étudiant·es",
      ],
      [
        "éducateur·rice·s", "éducateur⋅rice⋅s", "éducateur-rice-s", "éducateurs.rices", "éducateur·ices",
        "éducateur.trice.s",
      ],
      ["travailleur·se", "travailleur.euse", "travailleur(euse)", "travailleur/se"],
    ])
  func alike(_ words: [String]) {
    for word in words {
      let spellings = InclusiveVariants.spellings(of: word)
      #expect(words.allSatisfy(spellings.contains), "\(word)")
      #expect(Set(spellings).count == spellings.count)
    }
  }

  @Test("One and several are two words; capitals are none")
  func number() {
    #expect(!InclusiveVariants.spellings(of: "salarié·e").contains("salarié·e·s"))
    #expect(!InclusiveVariants.spellings(of: "salarié·e·s").contains("salarié·e"))
    #expect(InclusiveVariants.spellings(of: "SALARIÉ·E").contains("salarié.e"))
  }

  @Test(
    "Other words have no such spellings",
    arguments: [
      "étudiant", "rendez-vous", "porte-monnaie", "et/ou", "service(s)", "a.b.c.d", "·e", "a·e", "3.5",
      "peut-être", "",
      "(e)", "mi-temps", "R&D",
    ])
  func others(_ word: String) {
    #expect(InclusiveVariants.spellings(of: word) == [])
  }
}
