import FrenchText
import Testing

/// Sixty texts that are hard to cut or to lemmatise, of our own: text # tokens # lemmas.
private let cases = ReadingCase.table(
  """
  l'assistante m'a aidé # l'|assistante|m'|a|aidé # le|assistant|me|avoir|aider^aidé
  qu'elle s'en aille # qu'|elle|s'|en|aille # que|il|se|en|aller
  jusqu'à l'aube # jusqu'|à|l'|aube # jusque|à|le|aube
  puisqu'on y va # puisqu'|on|y|va # puisque|on|y|aller
  lorsqu'il pleut # lorsqu'|il|pleut # lorsque|il|pleuvoir
  presqu'île # presqu'île # presqu'île
  aujourd’hui même # aujourd’hui|même # aujourd'hui|même
  quelqu'un d'autre # quelqu'un|d'|autre # quelqu'un|de|autre
  L’ÉTÉ DERNIER # L’|ÉTÉ|DERNIER # le|été^être|dernier
  c'est-à-dire rien # c'est-à-dire|rien # c'est-à-dire|rien
  un grand-père # un|grand-père # un|grand-père
  les grands-mères # les|grands-mères # le|grand-mère
  des porte-parole # des|porte-parole # un^de|porte-parole
  vas-y vite # vas|-y|vite # aller|y|vite
  allez-vous-en # allez|-vous|-en # aller|vous|en
  parle-t-elle # parle|-t-elle # parler|il
  donne-la-lui # donne|-la|-lui # donner|le|lui
  dis-moi # dis|-moi # dire|moi
  est-ce vrai # est|-ce|vrai # être|ce|vrai
  cette fois-ci # cette|fois|-ci # ce|fois|ci
  ces gens-là # ces|gens|-là # ce|gens|là
  celles-là # celles-là # celui-là
  eux-mêmes # eux-mêmes # lui-même
  12 500 euros # 12 500|euros # 12 500|euro
  3,5 millions # 3,5|millions # 3,5|million
  le 3/4/2021 # le|3/4/2021 # le|3/4/2021
  de 9h à 17h30 # de|9h|à|17h30 # de|9h|à|17h30
  75% des cas # 75|%|des|cas # 75|%|de^un|cas
  +33 6 12 34 56 78 # +33 6 12 34 56 78 # +33 6 12 34 56 78
  en 2019 150 agents # en|2019|150|agents # en|2019|150|agent
  le 1er mai # le|1er|mai # le|1er|mai
  la 3e fois # la|3e|fois # le|3e|fois
  1990-1995 # 1990-1995 # 1990-1995
  10 000 € # 10 000|€ # 10 000|€
  -12 degrés # -12|degrés # -12|degré
  Mme. Dupuis # Mme.|Dupuis # mme.|Dupuis
  cf. la notice # cf.|la|notice # cf.|le|notice
  l'O.N.U. décide # l'|O.N.U.|décide # le|O.N.U.|décider
  un bilan etc. # un|bilan|etc. # un|bilan|etc.
  la vitamine C. # la|vitamine|C|. # le|vitamine|C^c|.
  vraiment ?!! # vraiment|?!! # vraiment|?!!
  bof... tant pis # bof|...|tant|pis # bof|...|tant|pis
  oui ; non : rien # oui|;|non|:|rien # oui|;|non|:|rien
  (très) lent # (|très|)|lent # (|très|)|lent
  "merci" # "|merci|" # "|merci|"
  « voilà » # «|voilà|» # «|voilà|»
  usé,fatigué # usé|,|fatigué # user^usé|,|fatiguer^fatigué
  top 👍🏽 # top|👍🏽 # top|👍🏽
  👩‍⚕️ dispo # 👩‍⚕️|dispo # 👩‍⚕️|dispo
  bravo ;-) # bravo|;-) # bravo|;-)
  sur www.service-public.fr. # sur|www.service-public.fr|. # sur|www.service-public.fr|.
  voir ameli.fr # voir|ameli.fr # voir|ameli.fr
  a.b-c@asso.org # a.b-c@asso.org # a.b-c@asso.org
  @la_caf répond # @la_caf|répond # @la_caf|répondre
  ECOLE PUBLIQUE # ECOLE|PUBLIQUE # école|public^publique
  ma sœur # ma|sœur # mon|sœur
  mon coeur # mon|coeur # mon|cœur^coeur
  les chevaux blancs # les|chevaux|blancs # le|cheval|blanc
  ils connaissent # ils|connaissent # il|connaître
  rien.Tout change # rien|.|Tout|change # rien|.|tout|changer
  """)

@Suite(.enabled(if: French.hasLexicon, "no French dictionary on this machine"))
struct HardCasesTests {
  @Test("there are sixty cases")
  func sixty() { #expect(cases.count == 60) }

  @Test("hard texts are cut and lemmatised as a linguist would", arguments: cases)
  func reading(_ example: ReadingCase) throws {
    example.expect(French.read(example.text, with: try French.analyzer()))
  }
}
