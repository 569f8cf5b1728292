import FrenchText
import Testing

/// Sentences in which context alone tells a word: word, its part of speech (`^` between those that grammars differ
/// about), its lemma, sentence.
private let cases = """
  plus ADV plus Je ne veux plus attendre.
  plus ADV plus Il faut plus de moyens.
  plus ADV plus C'est plus simple ainsi.
  plus ADV plus Nous ne sommes plus écoutés.
  plus ADV plus Les plus pauvres paient.
  suis AUX être Je suis fatigué de tout cela.
  suis AUX être Je suis infirmière depuis dix ans.
  suis AUX être Je suis allé à la mairie.
  suis AUX^VERB être Je ne suis pas d'accord.
  suis AUX^VERB être Je suis contre cette réforme.
  est AUX être Le service est fermé.
  est AUX être Elle est partie hier.
  est AUX être C'est la vie.
  est NOUN est Il habite dans l'est de la France.
  est NOUN est Le vent vient de l'est.
  sens VERB sentir Je me sens seul.
  sens NOUN sens Cela n'a pas de sens.
  approche VERB approcher Noël s'approche.
  montre VERB montrer Il montre son billet.
  montre NOUN montre Il a perdu sa montre.
  étudiant VERB étudier On apprend en étudiant.
  étudiant NOUN étudiant Un étudiant travaille.
  donnes VERB donner Tu me les donnes.
  partant VERB partir En partant de la gare, tournez à gauche.
  fermé VERB fermer Ils ont fermé la poste.
  ~enfin ADV enfin J'ai dit, ~enfin, je voulais dire cela.
  porte NOUN porte Il ferme la porte.
  porte NOUN porte La porte reste ouverte.
  porte NOUN porte Je frappe à la porte du bureau.
  porte VERB porter Elle porte un manteau.
  porte VERB porter Cela porte malheur.
  porte VERB porter Il porte plainte.
  porte VERB porter Je me porte bien.
  couvent NOUN couvent Le couvent ferme ses portes.
  couvent NOUN couvent Elle a vécu dans un couvent.
  couvent VERB couver Les poules couvent leurs œufs.
  marche NOUN marche La marche est bonne pour la santé.
  marche VERB marcher Rien ne marche ici.
  marche VERB marcher Il marche vers la gare.
  aide NOUN aide J'ai demandé une aide.
  aide NOUN aide Cette aide est utile.
  aide VERB aider Elle aide ses voisins.
  aide VERB aider Personne ne nous aide.
  travail NOUN travail Le travail manque.
  demande NOUN demande J'ai fait une demande.
  demande VERB demander Je demande du respect.
  compte NOUN compte Mon compte est vide.
  compte VERB compter Je compte sur vous.
  note NOUN note Il a eu une bonne note.
  note VERB noter Je note vos remarques.
  livre NOUN livre Je lis un livre.
  livre VERB livrer Il livre des repas.
  place NOUN place Il n'y a plus de place.
  peine NOUN peine J'ai de la peine.
  ferme NOUN ferme Il travaille à la ferme.
  ferme VERB fermer Le guichet ferme à midi.
  été AUX être J'ai été reçu.
  été NOUN été L'été dernier, j'étais malade.
  avions NOUN avion Les avions font du bruit.
  avions AUX avoir Nous avions demandé un logement.
  pas ADV pas Je ne sais pas.
  son DET son Il aime son métier.
  son NOUN son Le son est trop fort.
  bien ADV bien Je vais bien.
  courant NOUN courant Le courant est coupé.
  conseil NOUN conseil Le conseil municipal décide.
  entre ADP entre Entre nous, c'est dur.
  """.split(separator: "\n").map(String.init)

@Suite(.enabled(if: French.hasLexicon, "no French dictionary on this machine"))
struct ContextCasesTests {
  @Test("context decides the part of speech, and with it the lemma", arguments: cases)
  func reading(_ line: String) throws {
    let fields = line.split(separator: " ", maxSplits: 3).map(String.init)
    let read = French.read(fields[3], with: try French.analyzer())
    let word = try #require(read.first { $0.type.form == fields[0] })
    #expect(word.type.lemma == fields[2])
    #expect(fields[1].split(separator: "^").contains { $0 == word.type.partOfSpeech.tag })
  }

  @Test(
    "feminine nouns of another meaning than their masculine are words of their own",
    arguments: [
      ("la retraite à soixante ans", "retraite"), ("ma carrière", "carrière"), ("les communes", "commune"),
      ("une mutuelle", "mutuelle"), ("des plantes vertes", "plante"), ("la capitale", "capitale"),
      ("en moyenne", "moyenne"), ("les retraites", "retraite"),
    ])
  func feminine(_ text: String, _ lemma: String) throws {
    #expect(French.read(text, with: try French.analyzer()).contains { $0.type.lemma == lemma })
  }
}
