import Testing

@testable import VerbatimCommand
@testable import Workbench

@Suite("Bad input: CQL") struct BadSequenceTests {
  @Test(
    "What is wrong in CQL, where, what was expected and what was probably meant",
    arguments: [
      ("[lemma=\"perdre\"", "requête:1: crochet jamais fermé", "Attendu : ]."),
      ("[lemma=\"perdre\" [pos=\"NOUN\"]", "requête:1: crochet jamais fermé", "Attendu : ]."),
      (
        "lien ]", "requête:6: crochet fermé sans avoir été ouvert",
        "Attendu : un mot entre crochets, comme [lemma=\"perdre\"]."
      ),
      ("[lema=\"perdre\"]", "requête:2: aucun attribut « lema »", "Vouliez-vous dire lemma ?"),
      ("[tag=\"NOUN\"]", "requête:2: aucun attribut « tag »", "Vouliez-vous dire pos ?"),
      ("[=\"perdre\"]", "requête:2: il manque un attribut", "Attendu : word, form, lemma, pos."),
      ("[lemma \"perdre\"]", "requête:8: rien ne compare « lemma »", "Attendu : =, !=."),
      ("[lemma==\"perdre\"]", "requête:7: « == » ne compare pas d'attributs", "Attendu : =, !=."),
      ("[lemma~\"perdre\"]", "requête:7: « ~ » ne compare pas d'attributs", "Attendu : =, !=."),
      ("[lemma=]", "requête:8: il manque la valeur de « lemma »", "Attendu : \"…\"."),
      ("[lemma=perdre]", "requête:8: il manque la valeur de « lemma »", "Attendu : \"perdre\"."),
      ("[lemma=\"perdre]", "requête:8: guillemet jamais fermé", "Attendu : \"."),
      ("[lemma=\"perdre\" %x]", "requête:18: aucune option « %x »", "Attendu : %c, %d, %l."),
      ("[lemma=\"perdre\" %]", "requête:17: aucune option « % »", "Attendu : %c, %d, %l."),
      ("[lemma=\"perdre\" lien]", "requête:17: « lien » inattendu", "Attendu : &, |, ]."),
      ("[lemma=\"perdre\" & ]", "requête:19: il manque un attribut", "Attendu : word, form, lemma, pos."),
      ("[lemma=\"perdre\" & (pos=\"VERB\"]", "requête:19: parenthèse jamais fermée", "Attendu : )."),
      ("[lemma=\"per(dre\"]", "requête:12: expression régulière : parenthèse jamais fermée", nil),
      ("[lemma=\"(a)\\1\"]", "requête:12: expression régulière : pas de renvoi à un groupe", nil),
      ("[lemma=\"a(?=b)\"]", "requête:10: expression régulière : pas de regard en avant ni en arrière", nil),
      ("[lemma=\"\\p{Xx}\"]", "requête:9: expression régulière : propriété inconnue « Xx »", nil),
      ("[lemma=\"a++\"]", "requête:11: expression régulière : deux répétitions de suite", nil),
      ("[] | lien", "requête:6: « lien » hors de crochets", "Attendu : [lemma=\"lien\"]."),
      ("[] |", "requête:5: il manque un mot", "Attendu : un mot entre crochets, comme [lemma=\"perdre\"]."),
      ("cql: \"de\" lien", "requête:11: « lien » hors de crochets", "Attendu : [lemma=\"lien\"]."),
      ("cql: \"de\" AND \"du\"", "requête:11: « AND » hors de crochets", "Attendu : |, ::, within, cut."),
      ("cql: ([]", "requête:6: parenthèse jamais fermée", "Attendu : )."),
      ("cql: [])", "requête:8: parenthèse fermée sans avoir été ouverte", nil),
      (
        "cql: ()", "requête:6: parenthèses vides",
        "Attendu : un mot entre crochets, comme [lemma=\"perdre\"]."
      ),
      ("cql:", "requête:5: il manque un mot", "Attendu : un mot entre crochets, comme [lemma=\"perdre\"]."),
      (
        "cql: *", "requête:6: rien à répéter ici",
        "Attendu : un mot entre crochets, comme [lemma=\"perdre\"]."
      ),
      (
        "[]**", "requête:4: deux répétitions de suite",
        "Attendu : un mot entre crochets, comme [lemma=\"perdre\"]."
      ),
      ("[]{x}", "requête:3: entre accolades il faut un ou deux nombres", "Attendu : {2}, {2,}, {,3}, {2,3}."),
      ("[]{3,2}", "requête:3: le second nombre est plus petit que le premier", nil),
      ("[]{2000}", "requête:4: au plus 1000 répétitions", "Attendu : un nombre entier de 0 à 1000."),
      (
        "[]{1000} []{1001,}", "requête:13: au plus 1000 répétitions",
        "Attendu : un nombre entier de 0 à 1000."
      ),
      (
        "<s> </s>", "requête:1: aucun mot, seulement des limites",
        "Attendu : un mot entre crochets, comme [lemma=\"perdre\"]."
      ),
      ("<s", "requête:1: il manque >", "Attendu : >."),
      ("<sentense> []", "requête:2: aucune région « sentense »", "Vouliez-vous dire sentence ?"),
      (
        "<s>* []", "requête:4: rien à répéter ici",
        "Attendu : un mot entre crochets, comme [lemma=\"perdre\"]."
      ),
      ("(?longuest) []", "requête:3: aucune stratégie « longuest »", "Vouliez-vous dire longest ?"),
      ("a:[] :: b.lemma = \"x\"", "requête:9: aucun mot n'est étiqueté « b »", "Vouliez-vous dire a ?"),
      (
        "a:[] \"et\" b:[] :: a.lemma = b.lemma", "requête:19: aucun mot n'est étiqueté « a »",
        "Attendu : la requête entière lue comme du CQL, par cql: devant elle ou --cql."
      ),
      ("a:[] :: lemma = \"x\"", "requête:9: « lemma » de quel mot ?", "Attendu : a.lemma."),
      (
        "a:[] ::", "requête:8: il manque une condition",
        "Attendu : une condition, comme a.lemma = b.lemma, ou un filtre."
      ),
      ("a:[] :: a.lema = \"x\"", "requête:11: aucun attribut « lema »", "Vouliez-vous dire lemma ?"),
      (
        "a:[] b:[] :: distanse(a, b) < 5", "requête:14: aucune fonction « distanse »",
        "Vouliez-vous dire distance(a, b) ?"
      ),
      (
        "a:[] b:[] :: distance(a) < 5", "requête:14: « distance » compare deux étiquettes",
        "Attendu : distance(a, b) < 5."
      ),
      (
        "a:[] :: lien", "requête:9: « lien » hors de crochets",
        "Attendu : une condition, comme a.lemma = b.lemma, ou un filtre."
      ),
      ("match:[] []", "requête:1: « match » n'étiquette pas de mot ici", "Attendu : a:[…]."),
      ("cql: match:[]", "requête:6: « match » n'étiquette pas de mot ici", "Attendu : a:[…]."),
      ("[] within", "requête:10: « within » sans unité après", "Attendu : s, 5, answer, code:\"…\"."),
      ("[] within sentense", "requête:11: unité inconnue « sentense »", "Vouliez-vous dire sentence ?"),
      ("[] within 0", "requête:11: « within » va de 1 à 1000", "Attendu : un nombre entier de 1 à 1000."),
      (
        "[] within s cut", "requête:13: « cut » sans nombre après",
        "Attendu : un nombre entier de 1 à 1000000000."
      ),
      ("cql: [] within s within s", "requête:18: « within » pour la seconde fois", nil),
      (
        "cql: MU(meet [lemma=\"perdre\"] [lemma=\"lien\"] 1 2)", "requête:6: « MU » n'existe pas ici",
        "Attendu : […] NEAR/5 […], […] BEFORE/5 […], […] AND […]."
      ),
      ("[lbound(s)]", "requête:2: aucune fonction « lbound »", "Attendu : <s> […]."),
      ("[] :: strlen(match) > 9", "requête:7: aucune fonction « strlen »", "Attendu : [form=\".{10,}\"]."),
      ("[_.text_groupe=\"A\"]", "requête:4: aucun attribut « text_groupe »", "Attendu : :: groupe:\"…\"."),
      ("cql: [] expand to s", "requête:9: « expand » n'existe pas ici", "Attendu : ::, within, cut."),
      (
        "cql: /regio[s]", "requête:6: « /… » n'existe pas ici",
        "Attendu : un mot entre crochets, comme [lemma=\"perdre\"] ou /region[s]."
      ),
      ("cql: /region[s", "requête:6: crochet jamais fermé", "Attendu : ]."),
      ("cql: /region[np]", "requête:14: aucune région « np »", "Attendu : s, answer, code:\"…\"."),
      ("cql: 'de", "requête:6: guillemet jamais fermé", "Attendu : '."),
      ("lien ET cql: []", "requête:9: « cql: » se met au début de la requête", nil),
      (
        "[: pos=\"A\" :]", "requête:1: aucun mot, seulement des limites",
        "Attendu : un mot entre crochets, comme [lemma=\"perdre\"]."
      ),
      ("[] [: pos=\"A\" ]", "requête:4: crochet jamais fermé", "Attendu : :]."),
      ("[] [: :]", "requête:7: il manque un attribut", "Attendu : word, form, lemma, pos."),
      (
        "[] [: pos=\"A\" :]*", "requête:17: rien à répéter ici",
        "Attendu : un mot entre crochets, comme [lemma=\"perdre\"]."
      ),
      (
        "a:[] [: lemma = a.lemma :]", "requête:17: « a » n'étiquette pas de mot ici",
        "Attendu : word, form, lemma, pos."
      ),
    ] as [(String, String, String?)])
  func messages(query: String, message: String, hint: String?) {
    inLanguage(.fr) {
      #expect(throws: QueryError.self) { try QueryParser.parse(query) }
      do { _ = try QueryParser.parse(query) } catch {
        let report = ErrorReport(error)
        #expect(report.message == message)
        #expect(report.hint == hint)
        #expect(report.code == 65)
      }
    }
  }

  @Test(
    "What only the project can tell",
    arguments: [
      ("[pos=\"NOM\"]", "requête:6: catégorie inconnue « NOM »", "Vouliez-vous dire pos=\"NOUN\" ?"),
      ("[pos=\"noun\"]", "requête:6: catégorie inconnue « noun »", "Vouliez-vous dire pos=\"NOUN\" ?"),
      ("[pos=\"NOUNS\"] []", "requête:6: catégorie inconnue « NOUNS »", "Vouliez-vous dire pos=\"NOUN\" ?"),
      (
        "[] within code:\"perte de liens\"", "requête:16: aucun code « perte de liens »",
        "Vouliez-vous dire code:\"perte de lien\" ?"
      ),
      ("[lemma=\"temps\"] :: code:\"gain\"", "requête:25: aucun code « gain »", nil),
      (
        "[lemma=\"temps\"] within grupe:A", "requête:24: aucune variable « grupe »",
        "Vouliez-vous dire groupe: ?"
      ),
    ] as [(String, String, String?)])
  func names(query: String, message: String, hint: String?) throws {
    try BadInput().expect("count", query, error: message, hint: hint, code: 65)
  }

  @Test("With --cql places are those of the query as typed")
  func option() throws {
    try BadInput().expect(
      "kwic", "--cql", "\"de\" [lema=\"x\"]", error: "requête:7: aucun attribut « lema »",
      hint: "Vouliez-vous dire lemma ?", code: 65)
    try BadInput().expect(
      "frequencies", "--where", "cql: \"de\" lien", "--lang", "en",
      error: "query:11: 'lien' outside brackets",
      hint: "Expected: [lemma=\"lien\"].", code: 65)
  }
}
