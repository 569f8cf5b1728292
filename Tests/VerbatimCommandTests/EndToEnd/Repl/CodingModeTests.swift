import Foundation
import Testing

@Suite("The coding mode in a pipe") struct CodingModeTests {
  @Test("A session of work in French: codes, parts, proposals, a code in vivo, memos, back and undo")
  func french() throws {
    let study = try SampleStudy()
    let run = try study.run(
      ["repl", "--echo"],
      input: """
        coder question:q1 --coder claire
        su, confi "je mets A"
        gain "je gagne un temps fou"
        n 8

        # la suivante
        o 5
        m à discuter avec Bastien
        s
        u
        ? perte
        suivante
        #
        perte de l 82-84
        + 23-30 = visio avec la mère > lien
        - perte de l
        + "venaient sans prévenir"
        accueil sans rendez-vous
        .
        + "venaient sans prévenir"


        132

        fin
        coder --coder claire
        p
        s
        fin
        history --limit 4 --format table
        codings --coder claire --format table
        """)
    #expect(run.stderr == "")
    #expect(run.code == 0)
    expectScreen(
      run.stdout,
      #"""
      verbatim▸ coder question:q1 --coder claire
      question:q1 · 132 réponses · codeur : claire
      ─ R001 · q1 ───── 1 / 132 · 0 vue ─ Éducation · éducateur spécialisé · 2 · association · métropole ─
        Qu'est-ce que le numérique a changé dans votre pratique quotidienne ?
        ⟦⟨⟨Franchement ⟦je gagne un temps fou⟧² : je dicte mes notes de visite dans le métro, ⟦et ⟦l'IA me
        sort un 1er jet de rapport⟧⁴ que je corrige.⟧³⟧¹⟩⁶⟩⁸ ⟦⟨Je mets jamais les noms, je mets A.⟩⁷ et
        B.⟧⁵ Mes collègues plus âgé·e·s lèvent les yeux au ciel mais me demandent en douce comment je
        fais.
          ¹ gain de temps  (bastien)    ² gain de temps  (anna)    ³ intelligence artificielle  (bastien)
          ⁴ intelligence artificielle  (anna)    ⁵ confidentialité  (anna)
          ⁶ gain de temps  proposé par règle
          ⁷ confidentialité  proposé par règle
          ⁸ intelligence artificielle  proposé par règle
          o 6 accepte, n 6 refuse ; o * et n * valent pour toutes
      code› su, confi "je mets A"
        + surcharge administrative  « je mets A »
        + confidentialité  « je mets A »
      code› gain "je gagne un temps fou"
        + gain de temps  « je gagne un temps fou »
      code› n 8
        × intelligence artificielle  refusé « Franchement je gagne un temps fou : je dicte mes notes de… »
      code›
      ─ R002 · q1 ──── 2 / 132 · 1 vue ─ Insertion · conseiller en insertion professionnelle · 12 · ent… ─
        Qu'est-ce que le numérique a changé dans votre pratique quotidienne ?
        ⟦⟨Comme prestataire de France Travail ⟦on est payé à l'acte saisi, alors forcément on
        saisit⟧².⟧¹⟩⁵ ⟦Les CIP qui sont là depuis longtemps disent qu'on pouvait garder quelqu'un 1h30 si
        besoin. ⟨⟦Maintenant c'est 30 min chrono⟧⁴.⟩⁶⟧³
          ¹ surcharge administrative  (bastien)    ² surcharge administrative  (anna)
          ³ perte de lien  (bastien)
              mémo : La durée d'entretien : cadence, ou relation perdue ? Je penche pour la relation.
          ⁴ injonction à la réactivité  (anna)
          ⁵ surcharge administrative  proposé par règle
          ⁶ injonction à la réactivité  proposé par règle
          o 5 accepte, n 5 refuse ; o * et n * valent pour toutes
      code› # la suivante
      code› o 5
        + surcharge administrative  « Comme prestataire de France Travail on est payé à l'acte saisi, a… »
      code› m à discuter avec Bastien
        mémo sur le codage « surcharge administrative »
      code› s
      ─ R002 · q1 ──── 2 / 132 · 2 vues ─ Insertion · conseiller en insertion professionnelle · 12 · en… ─
        Qu'est-ce que le numérique a changé dans votre pratique quotidienne ?
        ⟦⟦Comme prestataire de France Travail ⟦on est payé à l'acte saisi, alors forcément on
        saisit⟧³.⟧¹⟧² ⟦Les CIP qui sont là depuis longtemps disent qu'on pouvait garder quelqu'un 1h30 si
        besoin. ⟨⟦Maintenant c'est 30 min chrono⟧⁵.⟩⁶⟧⁴
          ¹ surcharge administrative  (bastien)    ² surcharge administrative  (claire)
              mémo : à discuter avec Bastien
          ³ surcharge administrative  (anna)    ⁴ perte de lien  (bastien)
              mémo : La durée d'entretien : cadence, ou relation perdue ? Je penche pour la relation.
          ⁵ injonction à la réactivité  (anna)
          ⁶ injonction à la réactivité  proposé par règle : o accepter, n refuser
      code› u
        annulé : mémo sur R002/q1 · surcharge administrative
      ─ R002 · q1 ──── 2 / 132 · 2 vues ─ Insertion · conseiller en insertion professionnelle · 12 · en… ─
        Qu'est-ce que le numérique a changé dans votre pratique quotidienne ?
        ⟦⟦Comme prestataire de France Travail ⟦on est payé à l'acte saisi, alors forcément on
        saisit⟧³.⟧¹⟧² ⟦Les CIP qui sont là depuis longtemps disent qu'on pouvait garder quelqu'un 1h30 si
        besoin. ⟨⟦Maintenant c'est 30 min chrono⟧⁵.⟩⁶⟧⁴
          ¹ surcharge administrative  (bastien)    ² surcharge administrative  (claire)
          ³ surcharge administrative  (anna)    ⁴ perte de lien  (bastien)
              mémo : La durée d'entretien : cadence, ou relation perdue ? Je penche pour la relation.
          ⁵ injonction à la réactivité  (anna)
          ⁶ injonction à la réactivité  proposé par règle : o accepter, n refuser
      code› ? perte
        perte de lien : La relation s’appauvrit ou disparaît : on se voit moins, on se regarde moins, on
          ne se parle plus qu’à travers un écran ou une plateforme.
        perte de sens : Le métier ne ressemble plus à ce pour quoi on l’a choisi : l’outil ne voit, ne
          compte ou ne permet plus l’essentiel.
      code› suivante
      ─ R003 · q1 ──── 3 / 132 · 2 vues ─ Éducation · éducateur de jeunes enfants · 15 · département · … ─
        Qu'est-ce que le numérique a changé dans votre pratique quotidienne ?
        En salle d’attente de PMI, la plupart des parents ont le téléphone à la main, et j’ai d’abord
        jugé. ⟦Puis une jeune mère m’a montré son écran : ⟦elle parlait en visio avec sa propre mère, à
        4 000 km, qui chantait pour le bébé⟧² pendant la pesée. Depuis, je regarde autrement.⟧¹ ⟦Cela dit,
        les rendez-vous se prennent désormais en ligne, et ⟦je remarque surtout qui nous ne voyons
        plus⟧⁴ : les familles en hôtel social, celles qui venaient sans prévenir, le mardi, parce qu’il
        faisait chaud et qu’il y avait des jouets.⟧³ L’agenda est plein, les statistiques sont
        excellentes. ⟦⟦Les plus fragiles, eux, n’ont pas réservé de créneau⟧⁵, et ⟦aucune colonne du
        tableau ne compte les absents⟧⁷.⟧⁶
          ¹ lien maintenu à distance  (bastien)    ² lien maintenu à distance  (anna)
              mémo : Lien familial à distance, et non lien d'accompagnement : garder ce code ? À discuter avec Bastien.
          ³ non-recours  (bastien)    ⁴ non-recours  (anna)    ⁵ exclusion numérique  (anna)
          ⁶ exclusion numérique  (bastien)    ⁷ perte de sens  (anna)
      code› #
        ¹En ²salle ³d’attente ⁴de ⁵PMI, ⁶la ⁷plupart ⁸des ⁹parents ¹⁰ont ¹¹le ¹²téléphone ¹³à ¹⁴la ¹⁵main,
        ¹⁶et ¹⁷j’ai ¹⁸d’abord ¹⁹jugé. ²⁰Puis ²¹une ²²jeune ²³mère ²⁴m’a ²⁵montré ²⁶son ²⁷écran : ²⁸elle
        ²⁹parlait ³⁰en ³¹visio ³²avec ³³sa ³⁴propre ³⁵mère, ³⁶à ³⁷4 ³⁸000 ³⁹km, ⁴⁰qui ⁴¹chantait ⁴²pour
        ⁴³le ⁴⁴bébé ⁴⁵pendant ⁴⁶la ⁴⁷pesée. ⁴⁸Depuis, ⁴⁹je ⁵⁰regarde ⁵¹autrement. ⁵²Cela ⁵³dit, ⁵⁴les
        ⁵⁵rendez-vous ⁵⁶se ⁵⁷prennent ⁵⁸désormais ⁵⁹en ⁶⁰ligne, ⁶¹et ⁶²je ⁶³remarque ⁶⁴surtout ⁶⁵qui
        ⁶⁶nous ⁶⁷ne ⁶⁸voyons ⁶⁹plus : ⁷⁰les ⁷¹familles ⁷²en ⁷³hôtel ⁷⁴social, ⁷⁵celles ⁷⁶qui ⁷⁷venaient
        ⁷⁸sans ⁷⁹prévenir, ⁸⁰le ⁸¹mardi, ⁸²parce ⁸³qu’il ⁸⁴faisait ⁸⁵chaud ⁸⁶et ⁸⁷qu’il ⁸⁸y ⁸⁹avait ⁹⁰des
        ⁹¹jouets. ⁹²L’agenda ⁹³est ⁹⁴plein, ⁹⁵les ⁹⁶statistiques ⁹⁷sont ⁹⁸excellentes. ⁹⁹Les ¹⁰⁰plus
        ¹⁰¹fragiles, ¹⁰²eux, ¹⁰³n’ont ¹⁰⁴pas ¹⁰⁵réservé ¹⁰⁶de ¹⁰⁷créneau, ¹⁰⁸et ¹⁰⁹aucune ¹¹⁰colonne ¹¹¹du
        ¹¹²tableau ¹¹³ne ¹¹⁴compte ¹¹⁵les ¹¹⁶absents.
      code› perte de l 82-84
        + perte de lien  « parce qu’il faisait »
      code› + 23-30 = visio avec la mère > lien
        + visio avec la mère  « mère m’a montré son écran : elle parlait en »
      code› - perte de l
        − perte de lien  « parce qu’il faisait »
      code› + "venaient sans prévenir"
      nom du code [venaient sans prévenir] (. abandonne)› accueil sans rendez-vous
      sous quel code [aucun] (. abandonne)› .
        Abandonné.
      code› + "venaient sans prévenir"
      nom du code [venaient sans prévenir] (. abandonne)›
      sous quel code [aucun] (. abandonne)›
        + venaient sans prévenir  « venaient sans prévenir »
      code› 132
      ─ R132 · q1 ──── 132 / 132 · 3 vues ─ Travail social · assistant de service social · 29 · départe… ─
        Qu'est-ce que le numérique a changé dans votre pratique quotidienne ?
        Pas grand-chose, j'ai toujours eu trop de travail.
      code›
      Fin de la liste : 132 réponses, 4 vues par claire. « p » revient, un numéro va à cette réponse, « fin » sort.
      code› fin
      La place est gardée : « coder » reprend ici.
      verbatim▸ coder --coder claire
      Reprise : question:q1 · finie, 132 réponses · codeur : claire
      Fin de la liste : 132 réponses, 4 vues par claire. « p » revient, un numéro va à cette réponse, « fin » sort.
      code› p
      ─ R132 · q1 ──── 132 / 132 · 4 vues ─ Travail social · assistant de service social · 29 · départe… ─
        Qu'est-ce que le numérique a changé dans votre pratique quotidienne ?
        Pas grand-chose, j'ai toujours eu trop de travail.
      code› s
      ─ R132 · q1 ──── 132 / 132 · 4 vues ─ Travail social · assistant de service social · 29 · départe… ─
        Qu'est-ce que le numérique a changé dans votre pratique quotidienne ?
        Pas grand-chose, j'ai toujours eu trop de travail.
      code› fin
      La place est gardée : « coder » reprend ici.
      verbatim▸ history --limit 4 --format table
        n°  date (UTC)           codeur  acte
        15  2026-01-01 00:00:00  claire  R132/q1 vue
        14  2026-01-01 00:00:00  claire  nouveau code et codage de R003/q1 420-442 · venaient sans prév…
        13  2026-01-01 00:00:00  claire  retrait de 1 codage · R003/q1 · perte de lien
        12  2026-01-01 00:00:00  claire  nouveau code et codage de R003/q1 115-158 · visio avec la mère
      verbatim▸ codings --coder claire --format table
        réponse  code                      codeur  passage  texte
        R001/q1  gain de temps             claire  12-33    je gagne un temps fou
        R001/q1  surcharge administrative  claire  159-168  je mets A
        R001/q1  confidentialité           claire  159-168  je mets A
        R002/q1  surcharge administrative  claire  0-90     Comme prestataire de France Travail on est pa…
        R003/q1  visio avec la mère        claire  115-158  mère m’a montré son écran : elle parlait en
        R003/q1  venaient sans prévenir    claire  420-442  venaient sans prévenir
      6 codages
      """#)
  }

  @Test("In English, and what goes wrong; nothing of an answer is in an error")
  func english() throws {
    let place = try BadInput()
    let run = try Binary.run(
      ["coding", "tableaux OR lien", "--coder", "dora"], in: place.folder,
      input: """
        charge "tableaux"
        charge "tableaux" 2
        perte, zzz
        p de "rien de tel"
        p de "toute
        "tableaux"
        charge 40
        charge 7-3
        - perte
        - 1
        y
        y 9
        +
        m
        ?
        ? zzz
        99
        u
        u

        y
        next
        next
        next
        charge
        q
        """, environment: ["LANG": "en_GB.UTF-8"])
    #expect(run.code == 65)
    for word in BadInput.secrets { #expect(!run.stderr.contains(word)) }
    expectScreen(
      run.stderr,
      #"""
      error: R1/q1: this text stands there 2 times
      Which one? Add its number (1 to 2): CODE "…" 2, or quote more.
      error: no code 'zzz'
      The list: verbatim codebook
      error: R1/q1: this text is not in the answer
      Quote the words as they stand, or by their numbers: '#', then CODE 3-7
      error: quote never closed
      error: a code is missing
      For instance: CODE "part" or CODE 3-7
      error: R1/q1 has 11 words
      '#' numbers them.
      error: '7-3': from which word to which?
      For instance: CODE 3-7
      error: R1/q1 has no such coding 'perte de lien' by this coder
      Its codings: verbatim codings --answer R1/q1
      error: this coding is by 'anna'
      You take away only your own.
      error: no rule proposes anything here
      Enter goes to the next answer.
      error: no rule proposes anything here
      Enter goes to the next answer.
      error: '+' needs one part
      For instance: + "lost the link"
      error: empty memo
      error: no code 'zzz'
      The list: verbatim codebook
      error: no answer 99: the list has 3
      error: nothing to undo since this list was entered
      'q', then 'undo', undoes what came before.
      error: the list has ended: no answer to code
      'p' goes back to the last one, a number goes to that answer.
      error: the list has ended: no answer to code
      'p' goes back to the last one, a number goes to that answer.
      """#)
    expectScreen(
      run.stdout,
      #"""
      tableaux OR lien · 3 answers · coder: dora
      ─ R1 · q1 ──────────────────────────────────────────────────────────────── 1 / 3 · 0 seen ─ A · 31 ─
        Je remplis des tableaux toute la journée, et encore des tableaux.
          ¹ charge  (anna, whole answer)
          ² charge  proposed by rule, whole answer: y to accept, n to refuse
          1  Je remplis des ⟦tableaux⟧ toute la journée, et encore d…
          2  …ute la journée, et encore des ⟦tableaux⟧.
        + charge  'tableaux'
        su   su, li           a code for the whole answer, by a few letters of its name; several
        su "of tables"        for a part; su "tables" 2: where it stands the second time
        su 3-7                for words 3 to 7; # numbers them
        - su   - su 3-7   - 2 take your codings of this code away; those of a part; the coding numbered 2
        + "lost the link"     make a code of these words; asking nothing: + 3-5 = name > parent
        y   y 2   y *         accept what a rule proposes; n, n 2, n *: refuse
        m TEXT   M TEXT       a memo on the coding just given, else on the answer; M: on the answer
        u   r                 undo, redo
        ↵   p   12            the next, the one before, the twelfth
        s   ? su              see the answer again; the codes that 'su' may mean
        = help                the code 'help', where a word is a command, too
        ! COMMAND             another command, such as ! kwic lien
        q                     leave; 'coding' will resume here
        undone: coding of R1/q1 56-64 · charge
      ─ R1 · q1 ──────────────────────────────────────────────────────────────── 1 / 3 · 0 seen ─ A · 31 ─
        Je remplis des tableaux toute la journée, et encore des tableaux.
          ¹ charge  (anna, whole answer)
          ² charge  proposed by rule, whole answer: y to accept, n to refuse
      ─ R2 · q1 ──────────────────────────────────────────────────────────────── 2 / 3 · 1 seen ─ B · 45 ─
        On perd ⟦le lien⟧¹ avec les familles.
          ¹ perte de lien  (bastien)    ² perte de lien  (anna, whole answer)
          ³ perte de lien  proposed by rule, whole answer: y to accept, n to refuse
        + perte de lien  whole answer
      ─ R3 · q1 ───────────────────────────────────────────────────────────────────── 3 / 3 · 2 seen ─ A ─
        Le secrétariat a disparu, on perd le lien.
          ¹ perte de lien  proposed by rule, whole answer: y to accept, n to refuse
      End of the list: 3 answers, 3 seen by dora. 'p' goes back, a number goes to that answer, 'q' leaves.
      Your place is kept: 'coding' resumes here.
      """#)
  }

  @Test("In colour, what is coded has its code's colour")
  func colour() throws {
    let study = try SampleStudy()
    let run = try study.run(
      ["coding", "--color", "always", "--sample", "1", "--seed", "3", "code:\"perte de lien\""], input: "su\n"
    )
    expectScreen(
      run.stdout.replacing("\u{1B}", with: "␛"),
      #"""
      code:"perte de lien" · 1 tirée au sort (graine 3) · 1 réponse · codeur : test
      ␛[2m─ ␛[0m␛[1mR008 · q3␛[0m␛[2m ──── 1 / 1 · 0 vue ─ Travail social · travailleur social polyvalent · 0 · département… ─␛[0m
        ␛[2mComment voyez-vous votre métier dans les années à venir ?␛[0m
        Avec envie ! ␛[0;38;2;163;100;0mJe suis entrée en formation à 34 ans après dix ans de caisse en supermarché, donc ␛[0;4;38;2;140;131;0mles␛[0m
        ␛[0;4;38;2;140;131;0mmachines qui remplacent les gens j'ai déjà donné␛[0m␛[38;2;140;131;0m¹␛[0m␛[0;38;2;163;100;0m.␛[0m␛[38;2;163;100;0m⁵␛[0m On m'avait dit la même chose là-bas, "ça vous
        libérera du temps pour le client", et au final on était deux à surveiller douze bornes et à se
        faire engueuler. ␛[0;4;38;2;13;149;218mCe que j'aime ici c'est le premier quart d'heure, quand la personne parle d'autre␛[0m
        ␛[0;4;38;2;13;149;218mchose avant de dire pourquoi elle vient. ␛[0;38;2;13;149;218m␛[0;4;38;2;13;149;218mAucune borne ne fait le premier quart d'heure␛[0m␛[38;2;13;149;218m³␛[0m␛[0;38;2;13;149;218m.␛[0m␛[38;2;13;149;218m⁴␛[0m␛[0;4;38;2;13;149;218m␛[0m␛[38;2;13;149;218m²␛[0m Si on
        nous le laisse je signe pour trente ans, sinon je saurai le voir venir, j'ai l'œil maintenant.
          ¹ ␛[38;2;140;131;0m■␛[0m inquiétude  ␛[2m(anna)␛[0m    ² ␛[38;2;13;149;218m■␛[0m perte de lien  ␛[2m(bastien)␛[0m    ³ ␛[38;2;13;149;218m■␛[0m perte de lien  ␛[2m(anna)␛[0m
          ⁴ ␛[38;2;13;149;218m■␛[0m perte de lien  ␛[2mproposé par règle␛[0m
          ⁵ ␛[38;2;163;100;0m■␛[0m intelligence artificielle  ␛[2mproposé par règle␛[0m
          ␛[2mo 4 accepte, n 4 refuse ; o * et n * valent pour toutes␛[0m
        + ␛[38;2;221;92;0m■␛[0m surcharge administrative  toute la réponse
      ␛[2mLa place est gardée : « coder » reprend ici.␛[0m
      """#)
  }

  @Test("Lists: a review, a sample, what was not seen, what is hidden; their places are listed")
  func lists() throws {
    let place = try BadInput()
    func coding(_ arguments: String..., input: String = "") throws -> String {
      let run = try Binary.run(["coding", "--coder", "anna"] + arguments, in: place.folder, input: input)
      #expect(run.code == 0 && run.stderr == "")
      return run.stdout
    }
    let screens = try [
      coding("--review", "perte de lien", input: "\n"), coding("--unseen", "--blind", "--list", "lot 1"),
      coding("--sample", "2", "--seed", "5", "question:q2", input: "\n\n"), coding("--list", "lot 1"),
      coding("coder:bastien", input: "\n"), coding("uncoded xyz"), coding(), coding("--new"),
      coding("--lists", "--format", "table"), coding("--lists", "--format", "jsonl"),
    ]
    .map { "—\n" + $0 }.joined()
    expectScreen(
      screens,
      #"""
      —
      relecture de « perte de lien » · 1 réponse · codeur : anna
        perte de lien (2 segments)
      ─ R2 · q1 ───────────────────────────────────────────────────────────────── 1 / 1 · 1 vue ─ B · 45 ─
        On perd ⟦le lien⟧¹ avec les familles.
          ¹ perte de lien  (bastien)    ² perte de lien  (anna, toute la réponse)
      Fin de la liste : 1 réponse, 1 vue par anna. « p » revient, un numéro va à cette réponse, « fin » sort.
      La place est gardée : « coder » reprend ici.
      —
      « lot 1 » · ce que je n'ai pas vu · codages des autres et propositions cachés · 3 réponses · codeur : anna
      ─ R1 · q2 ───────────────────────────────────────────────────────────────── 1 / 3 · 0 vue ─ A · 31 ─
        Avec patience.
      La place est gardée : « coder » reprend ici.
      —
      question:q2 · 2 tirées au sort (graine 5) · 2 réponses · codeur : anna
      ─ R1 · q2 ───────────────────────────────────────────────────────────────── 1 / 2 · 0 vue ─ A · 31 ─
        Avec patience.
      ─ R2 · q2 ───────────────────────────────────────────────────────────────── 2 / 2 · 1 vue ─ B · 45 ─
        On remplit les formulaires à leur place.
          ¹ charge  proposé par règle, toute la réponse : o accepter, n refuser
      Fin de la liste : 2 réponses, 2 vues par anna. « p » revient, un numéro va à cette réponse, « fin » sort.
      La place est gardée : « coder » reprend ici.
      —
      Reprise : « lot 1 » · ce que je n'ai pas vu · codages des autres et propositions cachés · réponse 1 / 3 · 2 vues · codeur : anna
      ─ R1 · q2 ──────────────────────────────────────────────────────────────── 1 / 3 · 2 vues ─ A · 31 ─
        Avec patience.
      La place est gardée : « coder » reprend ici.
      —
      coder:bastien · 1 réponse · codeur : anna
      ─ R2 · q1 ───────────────────────────────────────────────────────────────── 1 / 1 · 1 vue ─ B · 45 ─
        On perd ⟦le lien⟧¹ avec les familles.
          ¹ perte de lien  (bastien)    ² perte de lien  (anna, toute la réponse)
      Fin de la liste : 1 réponse, 1 vue par anna. « p » revient, un numéro va à cette réponse, « fin » sort.
      La place est gardée : « coder » reprend ici.
      —
      uncoded xyz · 0 réponse · codeur : anna
      Aucune réponse dans cette liste : rien à coder.
      —
      Reprise : coder:bastien · finie, 1 réponse · codeur : anna
      Fin de la liste : 1 réponse, 1 vue par anna. « p » revient, un numéro va à cette réponse, « fin » sort.
      La place est gardée : « coder » reprend ici.
      —
      coder:bastien · 1 réponse · codeur : anna
      ─ R2 · q1 ───────────────────────────────────────────────────────────────── 1 / 1 · 1 vue ─ B · 45 ─
        On perd ⟦le lien⟧¹ avec les familles.
          ¹ perte de lien  (bastien)    ² perte de lien  (anna, toute la réponse)
      La place est gardée : « coder » reprend ici.
      —
        liste                            passées  réponses  dernière fois (UTC)
        coder:bastien                          0         1  2026-01-01 00:00:00
        lot 1                                  0         3  2026-01-01 00:00:00
        question:q2 --sample 2 --seed 5        2         2  2026-01-01 00:00:00
        --review "perte de lien"               1         1  2026-01-01 00:00:00
      —
      {"list":"coder:bastien","position":0,"answers":1,"date":"2026-01-01T00:00:00Z"}
      {"list":"lot 1","position":0,"answers":3,"date":"2026-01-01T00:00:00Z"}
      {"list":"question:q2 --sample 2 --seed 5","position":2,"answers":2,"date":"2026-01-01T00:00:00Z"}
      {"list":"--review \"perte de lien\"","position":1,"answers":1,"date":"2026-01-01T00:00:00Z"}
      """#)
  }

  @Test("Commands within: their own errors, in the mode's name, the same lines, and an exit code at the end")
  func commandsWithin() throws {
    let place = try BadInput()
    let run = try Binary.run(
      ["coding", "--coder", "claire", "question:q1"], in: place.folder,
      input: """
        !code chargee R1/q1
        !code charge R1/q1 --quote "pas là"
        !code charge R1/q1
        !coder question:q2
        charge
        zzz
        fin
        charge
        fin
        """)
    #expect(run.code == 65)
    #expect(!run.stderr.contains("interne") && !run.stdout.contains("interne"))
    #expect(
      run.stderr.split(separator: "\n").map(String.init) == [
        "error: aucun code « chargee »", "Vouliez-vous dire « charge » ?",
        "error: R1/q1 : ce passage n'est pas dans la réponse", "Pour la lire : verbatim show R1/q1",
        "error: aucun code « zzz »", "La liste : verbatim codebook",
      ])
    let codings = try Binary.run(["codings", "--coder", "claire", "--format", "tsv"], in: place.folder).stdout
    // By the command, and in the list within; the third was there.
    #expect(
      codings.split(separator: "\n").dropFirst().map {
        $0.split(separator: "\t").prefix(3).joined(separator: " ")
      }
        == ["R1 q1 charge", "R1 q2 charge"])
    // All went well: no error at the end.
    let right = try Binary.run(
      ["coding", "--coder", "claire", "question:q1"], in: place.folder,
      input: "!coder question:q2\nfin\nfin\n")
    #expect(right.code == 0 && right.stderr == "")
    // The same within the REPL, whose exit code it is then.
    let repl = try Binary.run(
      ["repl"], in: place.folder, input: "coder question:q1 --coder claire\n!info --nonsense\nfin\ninfo\n")
    #expect(repl.code == 64)
  }

  @Test("One answer by its name, without touching the list that was left; n never moves on")
  func oneAnswer() throws {
    let place = try BadInput()
    func coding(_ arguments: String..., input: String) throws -> String {
      let run = try Binary.run(["coding", "--coder", "anna"] + arguments, in: place.folder, input: input)
      return run.stdout + run.stderr
    }
    let screens = try [
      coding("question:q1", input: "\nfin\n"), coding("R2/q2", input: "n\nn\n\n"), coding("R2/q9", input: ""),
      coding(input: ""),
    ].map { "—\n" + $0 }.joined()
    expectScreen(
      screens,
      #"""
      —
      question:q1 · 3 réponses · codeur : anna
      ─ R1 · q1 ──────────────────────────────────────────────────────────────── 1 / 3 · 2 vues ─ A · 31 ─
        Je remplis des tableaux toute la journée, et encore des tableaux.
          ¹ charge  (anna, toute la réponse)
      ─ R2 · q1 ──────────────────────────────────────────────────────────────── 2 / 3 · 2 vues ─ B · 45 ─
        On perd ⟦le lien⟧¹ avec les familles.
          ¹ perte de lien  (bastien)    ² perte de lien  (anna, toute la réponse)
      La place est gardée : « coder » reprend ici.
      —
      R2/q2 · 1 réponse · codeur : anna
      ─ R2 · q2 ───────────────────────────────────────────────────────────────── 1 / 1 · 0 vue ─ B · 45 ─
        On remplit les formulaires à leur place.
          ¹ charge  proposé par règle, toute la réponse : o accepter, n refuser
        × charge  refusé toute la réponse
      Fin de la liste : 1 réponse, 1 vue par anna. « p » revient, un numéro va à cette réponse, « fin » sort.
      « coder » seul reprend votre liste.
      error: aucune règle ne propose rien ici
      Entrée passe à la réponse suivante.
      —
      error: aucune question « q9 »
      Vouliez-vous dire « q1 » ?
      —
      Reprise : question:q1 · réponse 2 / 3 · 2 vues · codeur : anna
      ─ R2 · q1 ──────────────────────────────────────────────────────────────── 2 / 3 · 2 vues ─ B · 45 ─
        On perd ⟦le lien⟧¹ avec les familles.
          ¹ perte de lien  (bastien)    ² perte de lien  (anna, toute la réponse)
      La place est gardée : « coder » reprend ici.
      """#)
  }

  @Test("Hostile lines and answers: controls, endless lines, long answers; the project stays whole")
  func hostile() throws {
    let folder = try TemporaryFolder()
    let long = String(repeating: "Très long, le lien\u{1B}[2J se perd. 👩‍👧 ", count: 5000)
    try folder.write("id;q\nR1;\"\(long)\"\nR2;lien\n", to: "s.csv")
    try folder.write(BadInput.codebook, to: "c.yaml")
    #expect(try Binary.run(["import", "s.csv", "--answers", "q", "-p", "p.verbatim"], in: folder).code == 0)
    #expect(try Binary.run(["codebook", "import", "c.yaml"], in: folder).code == 0)
    let run = try Binary.run(
      ["coding", "lien"], in: folder,
      input: "\u{0}\u{7}charge\u{1B} 2-30000\n" + String(repeating: "x", count: 200_000) + "\n"
        + String(repeating: "charge,", count: 5000)
        + "\ncharge \"👩\" 3\ncharge 1-99999999\n\u{1B}[A\n#\n\n- \"\"\nq\n")
    #expect(run.code == 65)
    #expect(!run.stdout.contains("\u{1B}") && !run.stdout.contains("\u{0}"))
    #expect(run.stdout.contains("+ charge"))
    let check = try Binary.run(["check"], in: folder)
    #expect(check.code == 0, "\(check.stdout)")
    #expect(check.stdout.contains("3\u{A0}codages"))
  }

  @Test(
    "On entering, codes called as commands are told with what gives them; the commands' words remain commands"
  )
  func namedAsCommands() throws {
    let place = try BadInput()
    for code in [["fin"], ["undo"], ["o"], ["O", "--under", "fin"]] {
      _ = try Binary.run(["codebook", "add"] + code, in: place.folder)
    }
    let run = try Binary.run(
      ["coding", "R1/q1", "--coder", "zoé"], in: place.folder, input: "= fin\n= o\n= O\nfin\n= undo\n")
    #expect(run.code == 0 && run.stderr == "")
    #expect(
      run.stdout.contains("Codes dont le nom est aussi une commande : = fin, = O, = undo, = o\n"))
    let codings = try Binary.run(["codings", "--coder", "zoé", "--format", "csv"], in: place.folder).stdout
    let codes = codings.split(separator: "\n").dropFirst().compactMap {
      $0.split(separator: ",").dropFirst(2).first
    }
    #expect(codes == ["fin", "o", "O"])
  }

  @Test("Without a project, a codebook or an answer it says so")
  func needs() throws {
    let empty = try BadInput(study: false)
    try empty.expect("coding", error: "aucun projet dans ce dossier", code: 66)
    let place = try BadInput()
    try place.expect(
      "coding", "--list", "zzz", error: "aucune liste « zzz »", hint: "Les vôtres : verbatim coding --lists",
      code: 65)
    try place.expect("coding", "--review", "zzz", error: "aucun code « zzz »", code: 65)
    try place.expect("coding", "--sample", "0", error: "--sample doit être au moins 1", code: 64)
    try place.expect("coding", "lien ET (", error: "requête:9: parenthèse jamais fermée", code: 65)
    try place.expect(
      "coding", "--coder", "autocode", error: "le nom « autocode » est réservé au programme", code: 64)
  }

  @Test("An error shows a short piece of what was typed, made safe, and none that holds a word of the answer")
  func echo() throws {
    let study = try SampleStudy()
    let run = try study.run(
      ["repl", "--lang", "en"],
      input: """
        coding R001/q1 --coder claire
        Franchement je gagne un temps fou, ceci est une ligne de texte collée
        plugh\u{202E}qwertzuiopasdfghjklyxcvbnm
        xyzzy plugh\u{1B}[31m\u{202E}qwertz uiop asdf ghjkl yxcv
        collègues
        zzz
        9-3
        12345678901234567890123456789-3
        surcharge Mes
        + 1-2 = nouveau > qqqq
        + 1-2 = nouveau > métro
        o
        q
        """)
    expectScreen(
      run.stderr,
      #"""
      error: no code is called so
      The codes: ? LETTERS
      error: no code 'plugh·qwertzuiopasdfghj…'
      The list: verbatim codebook
      error: no code is called so
      The codes: ? LETTERS
      error: no code is called so
      The codes: ? LETTERS
      error: no code 'zzz'
      The list: verbatim codebook
      error: '9-3': from which word to which?
      For instance: CODE 3-7
      error: '12345678901234567890123…': from which word to which?
      For instance: CODE 3-7
      error: no code is called so
      The codes: ? LETTERS
      error: no code 'qqqq'
      The list: verbatim codebook
      error: no code is called so
      The codes: ? LETTERS
      error: several proposals: 6, 7, 8
      Say which, such as 'y 6' or 'n 6'; all: 'y *', 'n *'.
      """#)
  }

  @Test("Codes that are called as commands are told at the beginning, and given with an equals sign")
  func commandNames() throws {
    let study = try SampleStudy()
    _ = try study.show("codebook", "add", "o")
    _ = try study.show("codebook", "add", "12")
    let run = try study.run(
      ["repl", "--echo", "--lang", "en"],
      input: """
        coding R002/q3 --coder claire
        y
        o
        = o
        12 "et"
        q
        """)
    expectScreen(
      run.stdout + run.stderr,
      #"""
      verbatim▸ coding R002/q3 --coder claire
      R002/q3 · 1 answer · coder: claire
      Codes whose names are commands, too: = o
      ─ R002 · q3 ──── 1 / 1 · 0 seen ─ Insertion · conseiller en insertion professionnelle · 12 · entr… ─
        Comment voyez-vous votre métier dans les années à venir ?
        Si le prochain marché part à une plateforme 100 % en ligne, et c'est ce qui se dit, ⟦on ferme
        l'agence⟧¹ et je serai, comme tous les formateurs/trices du site, de l'autre côté du bureau, enfin
        de l'écran.
          ¹ inquiétude  (anna)    ² inquiétude  (bastien, whole answer)
      code› y
      code› o
      code› = o
        + o  whole answer
      code› 12 "et"
          1  …ne plateforme 100 % en ligne, ⟦et⟧ c'est ce qui se dit, on ferme…
          2  …qui se dit, on ferme l'agence ⟦et⟧ je serai, comme tous les form…
      code› q
      'coding' alone resumes your list.
      error: no rule proposes anything here
      Enter goes to the next answer.
      error: no rule proposes anything here
      For the code 'o': = o
      error: R002/q3: this text stands there 2 times
      Which one? Add its number (1 to 2): CODE "…" 2, or quote more.
      """#)
  }
}
