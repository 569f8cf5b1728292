import FrenchText
import Testing

/// Further texts that are hard to cut or to lemmatise, written before the code was tried on them:
/// text # tokens # lemmas.
private let cases = ReadingCase.table(
  """
  l’hôpital d’Évry # l’|hôpital|d’|Évry # le|hôpital|de|Évry
  qu’est-ce qu’on fait # qu’|est|-ce|qu’|on|fait # que|être|ce|que|on|faire
  c'que j'veux # c'|que|j'|veux # ce|que|je|vouloir
  j'sais pas # j'|sais|pas # je|savoir|pas
  t'es où # t'|es|où # tu^te|être|où
  d'abord et avant tout # d'|abord|et|avant|tout # de|abord|et|avant|tout
  s'il vous plaît # s'|il|vous|plaît # si^se|il|vous|plaire
  l'on dit # l'|on|dit # le|on|dire
  entr'aide # entr'|aide # entr'|aide^aider
  la grand'mère # la|grand'mère # le|grand'mère^grand-mère
  JUSQU'AU BOUT # JUSQU'|AU|BOUT # jusque|à^au|bout
  ʼaujourdʼhui # ʼ|aujourdʼhui # ʼ^'|aujourd'hui
  "l'école" # "|l'|école|" # "|le|école|"
  2 000 000 d'euros # 2 000 000|d'|euros # 2 000 000|de|euro
  12,5 % # 12,5|% # 12,5|%
  1.234,56 € # 1.234,56|€ # 1.234,56|€
  20h # 20h # 20h
  à 18h00 # à|18h00 # à|18h00
  01.23.45.67.89 # 01.23.45.67.89 # 01.23.45.67.89
  0612345678 # 0612345678 # 0612345678
  le 01/01/2020 # le|01/01/2020 # le|01/01/2020
  2020/2021 # 2020/2021 # 2020/2021
  le XIXe siècle # le|XIXe|siècle # le|xixe|siècle
  la 1ère fois # la|1ère|fois # le|1ère^premier|fois
  le n°5 # le|n°|5 # le|n°|5
  100€/mois # 100|€|/|mois # 100|€|/|mois
  20km # 20km # 20km
  5m² # 5m² # 5m²
  2x plus # 2x|plus # 2x|plus
  viens-tu ? # viens|-tu|? # venir|tu|?
  y a-t-il # y|a|-t-il # y|avoir|il
  peut-on # peut|-on # pouvoir|on
  puis-je # puis|-je # pouvoir|je
  prends-en # prends|-en # prendre|en
  mes rendez-vous # mes|rendez-vous # mon|rendez-vous
  ces jours-ci # ces|jours|-ci # ce|jour|ci
  ceux-là # ceux-là # celui-là
  elle-même # elle-même # lui-même
  est-ce que tu viens # est|-ce|que|tu|viens # être|ce|que|tu|venir
  dites-le-lui # dites|-le|-lui # dire|le|lui
  laissez-nous # laissez|-nous # laisser|nous
  quatre-vingt-dix # quatre-vingt-dix # quatre-vingt-dix
  vingt et un # vingt|et|un # vingt|et|un
  c'est-à-dire # c'est-à-dire # c'est-à-dire
  un sous-marin # un|sous-marin # un|sous-marin
  des week-ends # des|week-ends # un^de|week-end
  des aides-soignantes # des|aides-soignantes # un^de|aide-soignant^aide-soignante
  un va-et-vient # un|va-et-vient # un|va-et-vient
  le savoir-faire # le|savoir-faire # le|savoir-faire
  peut-être pas # peut-être|pas # peut-être|pas
  la Seine-Saint-Denis # la|Seine-Saint-Denis # le|Seine-Saint-Denis^seine-saint-denis
  un non-lieu # un|non-lieu # un|non-lieu
  Dr Martin # Dr|Martin # dr^docteur|Martin
  Mlle Dupuis # Mlle|Dupuis # mlle^mademoiselle|Dupuis
  le bd. Voltaire # le|bd.|Voltaire # le|bd.|Voltaire
  av. J.-C. # av.|J.-C. # av.|J.-C.
  p. 12 # p.|12 # p.|12
  le R.S.A. baisse # le|R.S.A.|baisse # le|R.S.A.|baisser^baisse
  la SNCF et la RATP # la|SNCF|et|la|RATP # le|SNCF^sncf|et|le|RATP^ratp
  les HLM # les|HLM # le|HLM^hlm
  quoi ??? # quoi|??? # quoi|???
  non !!! # non|!!! # non|!!!
  bon… bref # bon|…|bref # bon|…|bref
  oui,non # oui|,|non # oui|,|non
  travail/famille # travail|/|famille # travail|/|famille
  c'est nul.Vraiment # c'|est|nul|.|Vraiment # ce|être|nul|.|vraiment
  «bien» # «|bien|» # «|bien|»
  l’«aide» # l’|«|aide|» # le|«|aide|»
  (ou pas) # (|ou|pas|) # (|ou|pas|)
  - manger # -|manger # -|manger
  a+b # a|+|b # a^avoir^à|+|b
  ❤️ merci # ❤️|merci # ❤️|merci
  👨‍👩‍👧 famille # 👨‍👩‍👧|famille # 👨‍👩‍👧|famille
  😀👍🏽 # 😀|👍🏽 # 😀|👍🏽
  triste :( # triste|:( # triste|:(
  http://a.fr/b?c=d. # http://a.fr/b?c=d|. # http://a.fr/b?c=d|.
  (www.caf.fr) # (|www.caf.fr|) # (|www.caf.fr|)
  marie@asso.fr; # marie@asso.fr|; # marie@asso.fr|;
  #RetraitesEnDanger # #RetraitesEnDanger # #retraitesendanger
  vive le #RSA # vive|le|#RSA # vive^vivre^vif|le|#rsa
  UN ETUDIANT # UN|ETUDIANT # un|étudiant
  LES ELEVES # LES|ELEVES # le|élève
  L'EGALITE # L'|EGALITE # le|égalité
  MÉTÉO # MÉTÉO # météo
  A LA MAISON # A|LA|MAISON # à^avoir|le|maison
  École # École # école
  les oeufs # les|oeufs # le|œuf^oeuf
  un œil, des yeux # un|œil|,|des|yeux # un|œil|,|de^un|œil
  œuvre ﬁnale # œuvre|ﬁnale # œuvre|final^finale
  les travaux # les|travaux # le|travail
  nos aïeux # nos|aïeux # notre|aïeul^aïeux
  des jeux vidéo # des|jeux|vidéo # un^de|jeu|vidéo
  les genoux # les|genoux # le|genou
  de vieux journaux # de|vieux|journaux # de^un|vieux|journal
  de belles maisons # de|belles|maisons # de^un|beau|maison
  il faut # il|faut # il|falloir
  ils ont eu # ils|ont|eu # il|avoir|avoir^eu
  je crois # je|crois # je|croire
  elle résout # elle|résout # il|résoudre
  nous paraissons # nous|paraissons # nous|paraître
  ils mangent # ils|mangent # il|manger
  on va # on|va # on|aller
  elles vont # elles|vont # il|aller
  ils sont venus # ils|sont|venus # il|être|venir
  tra​vail # tra​vail # travail
  télé­travail # télé­travail # télétravail
  beaucoups de monde # beaucoups|de|monde # beaucoup^beaucoups|de|monde
  dificile # dificile # difficile^dificile
  les probleme # les|probleme # le|problème^probleme
  maman,papa # maman|,|papa # maman|,|papa
  """)

@Suite(.enabled(if: French.hasLexicon, "no French dictionary on this machine"))
struct HardSpellingsTests {
  @Test("further hard texts are cut and lemmatised as a linguist would", arguments: cases)
  func reading(_ example: ReadingCase) throws {
    example.expect(French.read(example.text, with: try French.analyzer()))
  }
}
