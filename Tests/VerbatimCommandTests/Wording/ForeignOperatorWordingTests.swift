import Testing
import Workbench

@testable import VerbatimCommand

@Suite("Operators of other languages")
struct ForeignOperatorWordingTests {
  @Test(
    "say what is written here instead, and how the sign is looked for",
    arguments: [
      (
        "a & b", "requête:3: « & » n'est pas un opérateur ici\nÉcrivez ET. À chercher tel quel : \"&\".",
        "query:3: '&' is no operator here\nWrite AND. To look for it as it stands: \"&\"."
      ),
      (
        "lien|perte",
        "requête:5: « | » n'est pas un opérateur ici\nÉcrivez OU. À chercher tel quel : \"lien|perte\".",
        "query:5: '|' is no operator here\nWrite OR. To look for it as it stands: \"lien|perte\"."
      ),
      (
        "lien -perte",
        "requête:6: « - » n'est pas un opérateur ici\nÉcrivez SAUF. À chercher tel quel : \"-perte\".",
        "query:6: '-' is no operator here\nWrite NOT. To look for it as it stands: \"-perte\"."
      ),
      (
        "!perte",
        "requête:1: « ! » n'est pas un opérateur ici\nÉcrivez NON. À chercher tel quel : \"!perte\".",
        "query:1: '!' is no operator here\nWrite NOT. To look for it as it stands: \"!perte\"."
      ),
      (
        "+lien",
        "requête:1: « + » n'est pas un opérateur ici\nÔtez-le : tous les mots doivent y être (ET) ; l'un ou l'autre : OU. À chercher tel quel : \"+lien\".",
        "query:1: '+' is no operator here\nLeave it out: all words must be there (AND); either: OR. To look for it as it stands: \"+lien\"."
      ),
      (
        "\"perte lien\"~5", "requête:13: « ~5 » n'est pas un opérateur ici\nÉcrivez perte NEAR/5 lien.",
        "query:13: '~5' is no operator here\nWrite perte NEAR/5 lien."
      ),
      (
        "lien~",
        "requête:5: « ~ » n'est pas un opérateur ici\nToutes les formes d'un mot sont trouvées ; pour un début de mot : travail*. À chercher tel quel : \"lien~\".",
        "query:5: '~' is no operator here\nAll forms of a word are found; for the beginning of a word: travail*. To look for it as it stands: \"lien~\"."
      ),
      (
        "lien^2",
        "requête:5: « ^ » n'est pas un opérateur ici\nIl n'y a ni poids ni ancre ; ôtez-le. À chercher tel quel : \"lien^2\".",
        "query:5: '^' is no operator here\nThere are no weights and no anchors; leave it out. To look for it as it stands: \"lien^2\"."
      ),
      (
        "code:'perte de lien'",
        "requête:6: les guillemets simples sont ici des apostrophes\nAttendu : \"perte de lien\".",
        "query:6: single quotes are apostrophes here\nExpected: \"perte de lien\"."
      ),
    ])
  func wording(_ query: String, _ french: String, _ english: String) throws {
    let error = #expect(throws: QueryError.self) { try QueryParser.parse(query) }
    guard let error else { return }
    #expect(inBoth { ErrorReport(error).text } == [french, english].map { "error: " + $0 + "\n" })
  }
}
