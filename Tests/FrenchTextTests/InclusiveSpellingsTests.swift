import FrenchText
import Testing

/// Further texts with inclusive writing by separator and by ending, and with what only looks like it, written
/// before the code was tried on them: text # tokens # lemmas # masculines # feminines (of the inclusive words).
private let cases = ReadingCase.table(
  """
  les électeur·rice·s # les|électeur·rice·s # le|électeur # électeurs # électrices
  nos administrateur·trice·s # nos|administrateur·trice·s # notre|administrateur # administrateurs # administratrices
  des chercheur·euse·s # des|chercheur·euse·s # un^de|chercheur # chercheurs # chercheuses
  un·e enchanteur·eresse # un·e|enchanteur·eresse # un|enchanteur # un|enchanteur # une|enchanteresse
  les boulanger·ère·s # les|boulanger·ère·s # le|boulanger # boulangers # boulangères
  les pâtissiers·ères # les|pâtissiers·ères # le|pâtissier # pâtissiers # pâtissières
  être attentif·ve # être|attentif·ve # être|attentif # attentif # attentive
  des enfants vif·ve·s # des|enfants|vif·ve·s # un^de|enfant|vif # vifs # vives
  chers époux·ses # chers|époux·ses # cher|époux # époux # épouses
  jaloux·se # jaloux·se # jaloux # jaloux # jalouse
  les sérieux·euses # les|sérieux·euses # le|sérieux # sérieux # sérieuses
  un·e intellectuel·le # un·e|intellectuel·le # un|intellectuel # un|intellectuel # une|intellectuelle
  les musicien·ne·s # les|musicien·ne·s # le|musicien # musiciens # musiciennes
  des technicien·nes # des|technicien·nes # un^de|technicien # techniciens # techniciennes
  les Parisien·ne·s # les|Parisien·ne·s # le|parisien # parisiens # parisiennes
  les Africain·e·s # les|Africain·e·s # le|africain # africains # africaines
  mes copain·ine·s # mes|copain·ine·s # mon|copain # copains # copines
  un jumeau·elle # un|jumeau·elle # un|jumeau # jumeau # jumelle
  ils sont fou·olle·s # ils|sont|fou·olle·s # il|être|fou # fous # folles
  ils sont beaux·elles # ils|sont|beaux·elles # il|être|beau # beaux # belles
  le·la secrétaire # le·la|secrétaire # le|secrétaire # le # la
  la·le ministre # la·le|ministre # le|ministre # le # la
  ce·tte collègue # ce·tte|collègue # ce|collègue # ce # cette
  cet·te élève # cet·te|élève # ce|élève # cet^ce # cette
  aux étudiant·es # aux|étudiant·es # à|étudiant # étudiants # étudiantes
  nous sommes allé·e·s # nous|sommes|allé·e·s # nous|être|aller^allé # allés # allées
  venu·es de loin # venu·es|de|loin # venir^venu|de|loin # venus # venues
  TRAVAILLEUR·SE·S # TRAVAILLEUR·SE·S # travailleur # travailleurs # travailleuses
  LES ÉTUDIANT·E·S # LES|ÉTUDIANT·E·S # le|étudiant # étudiants # étudiantes
  LES SALARIE·E·S # LES|SALARIE·E·S # le|salarié # salariés # salariées
  Tous·tes ensemble # Tous·tes|ensemble # tout|ensemble # tous # toutes
  d’un·e ami·e # d’|un·e|ami·e # de|un|ami # un|ami # une|amie
  nous sommes perdu·e·s # nous|sommes|perdu·e·s # nous|être|perdre # perdus # perdues
  elles sont déjà parti⋅e⋅s # elles|sont|déjà|parti⋅e⋅s # il|être|déjà|partir # partis # parties
  chaque salarié·e est là # chaque|salarié·e|est|là # chaque|salarié|être|là # salarié # salariée
  j’étais perdu·e # j’|étais|perdu·e # je|être|perdre^perdu # perdu # perdue
  l’employé·e·s # l’|employé·e·s # le|employé # employés # employées
  délégué⋅e syndical⋅e # délégué⋅e|syndical⋅e # délégué|syndical # délégué|syndical # déléguée|syndicale
  citoyen•ne engagé•e # citoyen•ne|engagé•e # citoyen|engagé^engager # citoyen|engagé # citoyenne|engagée
  locataire‧s # locataire‧s # locataire
  médecin.e.s # médecin.e.s # médecin # médecins # médecines
  les bénéficiaires concerné.e.s # les|bénéficiaires|concerné.e.s # le|bénéficiaire|concerné^concerner # concernés # concernées
  nos aîné.es # nos|aîné.es # notre|aîné # aînés # aînées
  des acteurs.trices # des|acteurs.trices # un^de|acteur # acteurs # actrices
  des éducateurs.rices # des|éducateurs.rices # un^de|éducateur # éducateurs # éducatrices
  les infirmier.e.s # les|infirmier.e.s # le|infirmier # infirmiers # infirmières
  les ancien.ne.s # les|ancien.ne.s # le|ancien # anciens # anciennes
  chacun.e fait # chacun.e|fait # chacun|faire # chacun # chacune
  certain.es disent # certain.es|disent # certain|dire # certains # certaines
  les salarié-e-s # les|salarié-e-s # le|salarié # salariés # salariées
  les directeur-rice-s # les|directeur-rice-s # le|directeur # directeurs # directrices
  un-e ouvrier-ère # un-e|ouvrier-ère # un|ouvrier # un|ouvrier # une|ouvrière
  les adhérent-es # les|adhérent-es # le|adhérent # adhérents # adhérentes
  assistant(e)s social(e)s # assistant(e)s|social(e)s # assistant|social # assistants|sociaux # assistantes|sociales
  un(e) directeur(trice) # un(e)|directeur(trice) # un|directeur # un|directeur # une|directrice
  vendeur(euse) # vendeur(euse) # vendeur # vendeur # vendeuse
  inscrit(e)(s) # inscrit(e)(s) # inscrire^inscrit # inscrits # inscrites
  les enfant(s) # les|enfant(s) # le|enfant
  vendeur/euse # vendeur/euse # vendeur # vendeur # vendeuse
  technicien/ne # technicien/ne # technicien # technicien # technicienne
  employé/e/s # employé/e/s # employé # employés # employées
  un/e agent/e # un/e|agent/e # un|agent # un|agent # une|agente
  salariéEs # salariéEs # salarié # salariés # salariées
  chômeurEs # chômeurEs # chômeur # chômeurs # chômeuses^chômeures
  les militantEs # les|militantEs # le|militant # militants # militantes
  iel est contente # iel|est|contente # iel|être|content # il # elle
  celleux-ci # celleux-ci # celui-ci # ceux-ci # celles-ci
  cel·leux qui # cel·leux|qui # celui|qui # ceux # celles
  ceux·elles # ceux·elles # celui # ceux # celles
  ils·elles viennent # ils·elles|viennent # il|venir # ils # elles
  il.elle vient # il.elle|vient # il|venir # il # elle
  lui·elle # lui·elle # lui^il # lui # elle
  aucun·e réponse # aucun·e|réponse # aucun|réponse # aucun # aucune
  quelqu'un·e # quelqu'un·e # quelqu'un # quelqu'un # quelqu'une
  lequel·laquelle # lequel·laquelle # lequel # lequel # laquelle
  tel·le que # tel·le|que # tel|que # tel # telle
  premier·ère # premier·ère # premier # premier # première
  premier·e·s arrivé·e·s # premier·e·s|arrivé·e·s # premier|arriver^arrivé # premiers|arrivés # premières|arrivées
  sénior·e·s # sénior·e·s # sénior^senior # séniors # séniores
  influenceur·euse # influenceur·euse # influenceur # influenceur # influenceuse
  instagrameur·euse·s # instagrameur·euse·s # instagrameur # instagrameurs # instagrameuses
  auteur·e # auteur·e # auteur # auteur # auteure
  auteure·s # auteure·s # auteur^auteure
  le maître·sse # le|maître·sse # le|maître # maître # maîtresse
  poète·esse # poète·esse # poète # poète # poétesse
  étudiant·e⋅s # étudiant·e⋅s # étudiant # étudiants # étudiantes
  étudiant.e·s # étudiant.e·s # étudiant # étudiants # étudiantes
  protégé·e par l'État # protégé·e|par|l'|État # protéger^protégé|par|le|état^État # protégé # protégée
  les citoyen.ne.s. # les|citoyen.ne.s|. # le|citoyen|. # citoyens # citoyennes
  mal payé·e, usé·e ! # mal|payé·e|,|usé·e|! # mal|payer^payé|,|user^usé|! # payé|usé # payée|usée
  ex-salarié·e·s # ex-salarié·e·s # ex-salarié # ex-salariés # ex-salariées
  aide-soignant·e·s # aide-soignant·e·s # aide-soignant # aide-soignants^aides-soignants # aide-soignantes^aides-soignantes
  toutes et tous # toutes|et|tous # tout|et|tout
  ceux et celles # ceux|et|celles # celui|et|celui
  un ou une # un|ou|une # un|ou|un
  les auteurs et les autrices # les|auteurs|et|les|autrices # le|auteur|et|le|auteur^autrice
  fini.Les autres # fini|.|Les|autres # finir^fini|.|le|autre
  il travaille.elle aussi # il|travaille|.|elle|aussi # il|travailler|.|il|aussi
  un bon salaire.les primes # un|bon|salaire|.|les|primes # un|bon|salaire|.|le|prime
  trop cher.es-tu là # trop|cher|.|es|-tu|là # trop|cher|.|être|tu|là
  a/b # a|/|b # a^avoir^à|/|b
  homme/femme # homme|/|femme # homme|/|femme
  parent/enfant # parent|/|enfant # parent|/|enfant
  et-ou # et-ou # et-ou
  3.5 km # 3.5|km # 3.5|km
  U.S.A. # U.S.A. # U.S.A.
  sous-traitance # sous-traitance # sous-traitance
  vous-même # vous-même # vous-même
  est-elle là # est|-elle|là # être|il|là
  demi-heure # demi-heure # demi-heure
  assistante-sociale # assistante-sociale # assistante-social^assistant-social^assistante-sociale
  la ville (très belle) # la|ville|(|très|belle|) # le|ville|(|très|beau|)
  neuf·ve # neuf·ve # neuf # neuf # neuve
  copain·copine # copain·copine # copain # copain # copine
  père·mère # père·mère # père # père # mère
  sous-chef·fe·s # sous-chef·fe·s # sous-chef # sous-chefs # sous-cheffes
  vice-président-e # vice-président-e # vice-président # vice-président # vice-présidente
  demandeur·deresse # demandeur·deresse # demandeur # demandeur # demanderesse
  héros·ïne # héros·ïne # héros # héros # héroïne
  national·e·aux # national·e·aux # national # nationaux # nationales
  du·de la direction # du·de|la|direction # de|le|direction # du # de
  au·à la chef·fe # au·à|la|chef·fe # à|le|chef # au|chef # à|cheffe
  p.e. # p.e. # p.e.
  """)

@Suite(.enabled(if: French.hasLexicon, "no French dictionary on this machine"))
struct InclusiveSpellingsTests {
  @Test("inclusive words of every ending and separator are one token with both spellings", arguments: cases)
  func reading(_ example: ReadingCase) throws {
    example.expect(French.read(example.text, with: try French.analyzer()))
  }
}
