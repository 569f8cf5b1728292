import FrenchText
import Testing

/// Sixty texts with inclusive writing, or with what only looks like it, of our own:
/// text # tokens # lemmas # masculine # feminine (of the one inclusive word, `_` where it has none).
private let cases = ReadingCase.table(
  """
  les infirmier·ère·s # les|infirmier·ère·s # le|infirmier # infirmiers # infirmières
  un·e directeur # un·e|directeur # un|directeur # un # une
  directeur·rice # directeur·rice # directeur # directeur # directrice
  des éducateur·trice·s # des|éducateur·trice·s # un^de|éducateur # éducateurs # éducatrices
  les citoyen·nes # les|citoyen·nes # le|citoyen # citoyens # citoyennes
  chaque élève motivé·e # chaque|élève|motivé·e # chaque|élève|motivé^motiver # motivé # motivée
  les usager·es # les|usager·es # le|usager # usagers # usagères
  un·e collègue # un·e|collègue # un|collègue # un # une
  des employé∙es # des|employé∙es # un^de|employé # employés # employées
  les bénévoles actif·ves # les|bénévoles|actif·ves # le|bénévole|actif # actifs # actives
  sportif·ive # sportif·ive # sportif # sportif # sportive
  amoureux·euse # amoureux·euse # amoureux # amoureux # amoureuse
  les vendeur•ses # les|vendeur•ses # le|vendeur # vendeurs # vendeuses
  les retraité⋅e⋅s # les|retraité⋅e⋅s # le|retraité # retraités # retraitées
  ouvrier‧ère‧s # ouvrier‧ère‧s # ouvrier # ouvriers # ouvrières
  des gens heureux·ses # des|gens|heureux·ses # un^de|gens|heureux # heureux # heureuses
  les travailleur.euse.s # les|travailleur.euse.s # le|travailleur # travailleurs # travailleuses
  un.e référent # un.e|référent # un|référent # un # une
  ami.e # ami.e # ami # ami # amie
  les habitant.es # les|habitant.es # le|habitant # habitants # habitantes
  tou.te.s unis # tou.te.s|unis # tout|unir^uni # tous # toutes
  les animateur.trice.s # les|animateur.trice.s # le|animateur # animateurs # animatrices
  professionnel.le # professionnel.le # professionnel # professionnel # professionnelle
  les professionnel.les # les|professionnel.les # le|professionnel # professionnels # professionnelles
  les parent-e-s # les|parent-e-s # le|parent # parents # parentes
  des ami-es # des|ami-es # un^de|ami # amis # amies
  conseiller-ère # conseiller-ère # conseiller # conseiller # conseillère
  tout-e-s # tout-e-s # tout # tous # toutes
  né(e) # né(e) # naître^né # né # née
  les agent(e)s # les|agent(e)s # le|agent # agents # agentes
  infirmier(ère)s # infirmier(ère)s # infirmier # infirmiers # infirmières
  un(e) # un(e) # un # un # une
  étudiant(e)(s) # étudiant(e)(s) # étudiant # étudiants # étudiantes
  acteur/trice # acteur/trice # acteur # acteur # actrice
  étudiant/e # étudiant/e # étudiant # étudiant # étudiante
  infirmier/ère # infirmier/ère # infirmier # infirmier # infirmière
  étudiantEs # étudiantEs # étudiant # étudiants # étudiantes
  avocatE # avocatE # avocat # avocat # avocate
  iels sont là # iels|sont|là # iel|être|là # ils # elles
  toustes ensemble # toustes|ensemble # tout|ensemble # tous # toutes
  celleux qui restent # celleux|qui|restent # celui|qui|rester # ceux # celles
  ceux·celles # ceux·celles # celui # ceux # celles
  il·elle vient # il·elle|vient # il|venir # il # elle
  quel·les parents # quel·les|parents # quel|parent # quels # quelles
  les youtubeur·euse·s # les|youtubeur·euse·s # le|youtubeur # youtubeurs # youtubeuses
  les nouvelles aide(s) # les|nouvelles|aide(s) # le|nouveau|aide
  le(s) dossier # le(s)|dossier # le|dossier
  tous/toutes # tous|/|toutes # tout|/|tout
  il/elle # il|/|elle # il|/|il
  et/ou # et|/|ou # et|/|ou
  fini.les gens # fini|.|les|gens # finir^fini|.|le|gens
  le travail.la vie # le|travail|.|la|vie # le|travail|.|le|vie
  c'est bien.et après # c'|est|bien|.|et|après # ce|être|bien|.|et|après
  90 km/h # 90|km/h # 90|km/h
  week-end # week-end # week-end
  peut-être # peut-être # peut-être
  dit-elle # dit|-elle # dire|il
  vis-à-vis # vis-à-vis # vis-à-vis
  sage-femme # sage-femme # sage-femme
  p.ex. la CAF # p.ex.|la|CAF # p.ex.|le|CAF
  """)

@Suite(.enabled(if: French.hasLexicon, "no French dictionary on this machine"))
struct InclusiveCasesTests {
  @Test("there are sixty cases")
  func sixty() { #expect(cases.count == 60) }

  @Test("inclusive words are one token with both spellings, and nothing else is", arguments: cases)
  func reading(_ example: ReadingCase) throws {
    example.expect(French.read(example.text, with: try French.analyzer()))
  }
}
