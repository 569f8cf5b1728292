/// The words of grammar: which parts of speech they may have and their lemma, by our own table.
///
/// The lemma is the masculine singular of the same case: `elle` il, `les` le, `ses` son, `l'` le, `leur` leur.
enum ClosedClass {
  struct Row {
    let tags: TagSet
    let lemma: String
  }

  /// Lemma, then its forms, `_` for a space; the parts of speech stand in the first column.
  private static let table = """
    DET PRON|le|le la les l'
    PRON|le|-le -la -les
    PRON|il|il elle ils elles -il -elle -ils -elles -t-il -t-elle -t-ils -t-elles
    PRON|iel|iel iels -iel -iels -t-iel
    PRON|on|on -on -t-on
    PRON|je|je j' -je ch'
    PRON|tu|tu -tu
    PRON|nous|nous -nous
    PRON|vous|vous -vous
    PRON|me|me m'
    PRON|te|te t' -t -t' -t-
    PRON|se|se
    PRON SCONJ|se|s'
    PRON|moi|moi -moi
    PRON|toi|toi -toi
    PRON|soi|soi
    PRON|lui|lui -lui eux
    PRON DET|leur|leur -leur leurs
    PRON|y|y y' -y
    PRON ADP|en|en
    PRON|en|-en
    PRON|ce|c' ç' -ce
    DET PRON|ce|ce
    DET|ce|cet cette ces
    PRON|ça|ça ca
    PRON|ceci|ceci
    PRON|cela|cela
    PRON|celui|celui celle ceux celles
    PRON|celui-ci|celui-ci celle-ci ceux-ci celles-ci
    PRON|celui-là|celui-là celle-là ceux-là celles-là
    PRON|moi-même|moi-même
    PRON|toi-même|toi-même
    PRON|lui-même|lui-même elle-même eux-mêmes elles-mêmes
    PRON|soi-même|soi-même
    PRON|nous-même|nous-même nous-mêmes
    PRON|vous-même|vous-même vous-mêmes
    PRON|mien|mien mienne miens miennes
    PRON|tien|tien tienne tiens tiennes
    PRON|sien|sien sienne siens siennes
    PRON|nôtre|nôtre nôtres
    PRON|vôtre|vôtre vôtres
    PRON|qui|qui
    PRON SCONJ ADV|que|que qu' -que
    PRON|quoi|quoi
    PRON|dont|dont
    PRON ADV|où|où
    PRON|lequel|lequel laquelle lesquels lesquelles auquel auxquels auxquelles duquel desquels desquelles
    PRON|quelqu'un|quelqu'un quelqu'une
    PRON|quelques-uns|quelques-uns quelques-unes
    PRON|chacun|chacun chacune
    PRON|autrui|autrui
    PRON|rien|rien
    PRON NOUN|personne|personne
    PRON DET|aucun|aucun aucune aucuns aucunes
    PRON DET|plusieurs|plusieurs
    DET|mon|mon ma mes
    DET|ton|ton ta tes
    DET NOUN|son|son
    DET|son|sa ses
    DET|notre|notre nos
    DET|votre|votre vos
    DET PRON NUM|un|un une
    DET ADP|de|des
    DET ADP|de|du
    ADP DET|de|de d'
    ADP|à|au aux à
    DET|chaque|chaque
    DET|quelque|quelques
    DET ADJ PRON|quel|quel quelle quels quelles
    DET ADV PRON ADJ NOUN|tout|tout
    DET PRON ADJ|tout|tous
    DET PRON ADJ ADV|tout|toute toutes
    CCONJ|et|et
    CCONJ|ou|ou
    CCONJ ADV|mais|mais
    CCONJ|ni|ni
    CCONJ|car|car
    CCONJ|c'est-à-dire|c'est-à-dire
    SCONJ|si|si
    SCONJ ADV INTJ|si|si
    SCONJ|lorsque|lorsque lorsqu'
    SCONJ|puisque|puisque puisqu'
    SCONJ|quoique|quoique quoiqu'
    SCONJ ADV ADP|comme|comme
    ADP|jusque|jusque jusqu'
    ADV|presque|presque presqu'
    ADV|ne|ne n'
    ADV|là|-là là
    ADV|ci|-ci ci
    ADV NOUN|pas|pas
    AUX|être|est
    VERB|voilà|voilà
    VERB|voici|voici
    """

  private static let rows: [String: [Row]] = {
    var rows: [String: [Row]] = [:]
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: "|")
      guard fields.count == 3 else { continue }
      let tags = TagSet(fields[0].split(separator: " ").compactMap { PartOfSpeech(tag: String($0)) })
      for form in fields[2].split(separator: " ") {
        rows[String(form), default: []].append(Row(tags: tags, lemma: String(fields[1])))
      }
    }
    return rows
  }()

  /// The lemma of a form as a part of speech, where it is a word of grammar.
  static func lemma(of form: String, as part: PartOfSpeech) -> String? {
    if form == "des" && part == .determiner { return "un" }
    return rows[form]?.first { $0.tags.contains(TagSet(part)) }?.lemma
  }

  /// The parts of speech that a form may have, where it is a word of grammar.
  static func tags(of form: String) -> TagSet? {
    rows[form].map { $0.reduce(into: []) { $0.formUnion($1.tags) } }
  }
}
