/// Feminine nouns that are words of their own, though the dictionary lists them as the feminine of a masculine
/// that means something else: `retraite` is not `retrait`, nor `carrière` `carrier`.
enum FeminineNouns {
  private static let nouns = Set(
    """
    affirmative agrafeuse alternative amicale arroseuse aubaine balayeuse berceuse bienvenue bétonneuse bétonnière
    cafetière calculatrice cantonale capitale carrière centrale chorale cicatrice collective commune communale
    composante conduite constante constituante contrainte coopérative correctionnelle courante couveuse crue
    diagonale directive dominante débroussailleuse découverte déferlante défensive départementale droite essoreuse
    faucheuse filiale finale fondue fourrière fruitière glacière gourde génératrice générale horizontale imprimante
    initiale intégrale issue jardinière lande lesbienne lime législative maraude marine marseillaise maternelle
    matrice minière missive mise moissonneuse mondiale morale motrice moyenne mutuelle méridienne médiane
    médecine municipale nationale nouvelle offensive paire parcelle partie pastorale patente pelleteuse perceuse
    persienne perspective photocopieuse plaine plante ponceuse portière prise présidentielle reprise
    retenue retraite revue ronde régionale sableuse seconde sorbetière sortie spirale suite sénatoriale tenue
    terminale tondeuse tournante tourterelle traite traverse trieuse tronçonneuse tyrolienne variante veilleuse
    verrière verticale visseuse vue
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// The singular of such a noun, in the singular or the plural; nil where the form is none.
  static func lemma(of form: String) -> String? {
    if nouns.contains(form) { return form }
    guard form.hasSuffix("s") else { return nil }
    let singular = String(form.dropLast())
    return nouns.contains(singular) ? singular : nil
  }
}
