import Testing

@testable import FrenchText

@Suite(.enabled(if: French.hasLexicon, "no French dictionary on this machine"))
struct FrenchDictionaryTests {
  private func analyses(_ form: String) throws -> [WordAnalysis] {
    try Lexicon().dictionary.analyses(of: form)
  }

  @Test(
    "forms are led back to their words",
    arguments: [
      ("travailleuses", "travailleur"), ("chevaux", "cheval"), ("mangeaient", "manger"),
      ("nationales", "national"),
      ("finissons", "finir"), ("journaux", "journal"), ("belles", "beau"), ("paris", "pari"),
    ])
  func lemmas(_ form: String, _ lemma: String) throws {
    #expect(try analyses(form).contains { $0.lemma == lemma })
  }

  @Test("accents are put back only where the form as typed is no word")
  func restores() throws {
    #expect(try analyses("problemes").allSatisfy { $0.isRestored && $0.form == "problèmes" })
    #expect(try analyses("eleve").contains { $0.form == "élève" })
    #expect(try analyses("marche").allSatisfy { !$0.isRestored })
    #expect(try analyses("xqzw").isEmpty)
  }

  @Test("all forms of a word come with their gender and number")
  func forms() throws {
    let reading = try #require(try analyses("étudiant").first { $0.morphology.contains(.noun) })
    let forms = try Lexicon().dictionary.forms(of: reading.stem)
    #expect(forms.contains { $0.form == "étudiantes" && $0.morphology.contains([.feminine, .plural]) })
  }

  @Test("a dictionary that is none is an error that names its file")
  func unreadable() {
    let files = DictionaryFiles(
      affixes: Array("SET UTF-8\n".utf8), words: Array("1\nmot\n".utf8), path: "/x/fr")
    #expect(throws: LexiconError.unreadable(path: "/x/fr.aff")) { try FrenchDictionary(files) }
  }
}
