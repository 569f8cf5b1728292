import Testing

@Suite("The sample study: reading and counting words") struct ReadingScreenTests {
  @Test("Answers that a query finds, with what was said of whom")
  func search() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show(
        "search", "\"perte de lien\"", "OU", "déconnexion", "--with", "groupe,ancienneté", "--limit", "3",
        "--format",
        "table"),
      #"""
      R021/q1  Aide à domicile · 7  7 codages
        Mes plannings arrivent le dimanche soir sur l’application, et ils rechangent le lundi à 6h40. Je
        dors avec le téléphone sous l’oreiller, mon compagnon ne supporte plus la petite clochette. Ce
        n’est pas qu’un détail : une TISF qui arrive fatiguée dans une famille où tout le monde est déjà à
        bout, ça se sent tout de suite, les enfants le flairent. J’ai demandé un droit à la ⟦déconnexion⟧,
        on m’a dit qu’il existait, qu’il était affiché dans la salle de pause. Je n’ai jamais vu la salle
        de pause, nous sommes toutes dans nos voitures. À part ça, le cahier de liaison numérique est
        plutôt bien, je peux lire ce que les collègues ont fait la veille et ne pas reposer les mêmes
        questions à la maman.

      R090/q3  Travail social · 13
        Je reste. Il nous faudrait un droit à la ⟦déconnexion⟧ qui ne soit pas une affiche dans la salle
        de pause, une astreinte tournante et deux éducateur-rice-s de plus.

      2 occurrences · 2 réponses · 2 répondants (1,5 %)
      """#)
    expectScreen(
      try study.show(
        "search", "groupe:Encadrement ancienneté>=10 mail", "--format", "tsv", "--with", "métier"),
      #"""
      respondent	question	métier	hits	codings	text
      R023	q1	cadre de proximité	1	7	"L'accueil du CCAS ne désemplit pas depuis que les autres guichets ont fermé autour de nous. Impôts, préfecture, CPAM : tout le monde nous adresse ""ses"" usager-e-s avec un post-it et notre horaire d'ouverture, parfois l'ancien. Mes deux agentes d'accueil ont été recrutées pour renseigner et orienter ; elles déclarent des ressources, créent des boîtes mail, téléchargent des fiches de paie, et encaissent la colère destinée à d'autres. En mars, un homme a posé son téléphone sur le comptoir et a dit ""gardez-le, moi j'arrête"". Il percevait le minimum vieillesse. On l'a rappelé, sur la ligne fixe de sa voisine, et il a fallu trois semaines pour qu'il revienne. L'une des deux agentes vient de déposer un arrêt."
      R026	q1	directeur d'établissement	1	2	Une exigence de réponse immédiate : l'élue m'écrit par SMS, le préfet par mail, l'administré-e sur la page Facebook de la ville, et chacun trouve que deux heures c'est long.
      """#)
  }

  @Test("An answer with its codings, and all of a respondent's")
  func show() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("show", "R003/q1"),
      #"""
      R003/q1  Éducation · éducateur de jeunes enfants · 15 · département · périurbain
        Qu'est-ce que le numérique a changé dans votre pratique quotidienne ?
        En salle d’attente de PMI, la plupart des parents ont le téléphone à la main, et j’ai d’abord
        jugé. ⟦Puis une jeune mère m’a montré son écran : ⟦elle parlait en visio avec sa propre mère, à
        4 000 km, qui chantait pour le bébé⟧² pendant la pesée. Depuis, je regarde autrement.⟧¹ ⟦Cela dit,
        les rendez-vous se prennent désormais en ligne, et ⟦je remarque surtout qui nous ne voyons
        plus⟧⁴ : les familles en hôtel social, celles qui venaient sans prévenir, le mardi, parce qu’il
        faisait chaud et qu’il y avait des jouets.⟧³ L’agenda est plein, les statistiques sont
        excellentes. ⟦⟦Les plus fragiles, eux, n’ont pas réservé de créneau⟧⁵, et ⟦aucune colonne du
        tableau ne compte les absents⟧⁷.⟧⁶
          ¹ lien maintenu à distance  (bastien, 100-271)
          ² lien maintenu à distance  (anna, 143-223)  Lien familial à distance, et non lien d'accompagnement : garder ce code ? À discuter avec Bastien.
          ³ non-recours  (bastien, 272-508)
          ⁴ non-recours  (anna, 333-376)
          ⁵ exclusion numérique  (anna, 564-616)
          ⁶ exclusion numérique  (bastien, 564-669)
          ⁷ perte de sens  (anna, 621-668)
      """#)
    expectScreen(
      try study.show("show", "R002", "--lang", "en"),
      #"""
      R002/q1  Insertion · conseiller en insertion professionnelle · 12 · entreprise privée · périurbain
        Qu'est-ce que le numérique a changé dans votre pratique quotidienne ?
        ⟦Comme prestataire de France Travail ⟦on est payé à l'acte saisi, alors forcément on saisit⟧².⟧¹
        ⟦Les CIP qui sont là depuis longtemps disent qu'on pouvait garder quelqu'un 1h30 si besoin.
        ⟦Maintenant c'est 30 min chrono⟧⁴.⟧³
          ¹ surcharge administrative  (bastien, 0-90)
          ² surcharge administrative  (anna, 36-89)
          ³ perte de lien  (bastien, 91-213)  La durée d'entretien : cadence, ou relation perdue ? Je penche pour la relation.
          ⁴ injonction à la réactivité  (anna, 182-212)
      R002/q2  Insertion · conseiller en insertion professionnelle · 12 · entreprise privée · périurbain
        Comment accompagnez-vous les personnes dans leurs démarches en ligne ?
        ⟦Par visio⟧¹.
          ¹ lien maintenu à distance  (anna, 0-9)
      R002/q3  Insertion · conseiller en insertion professionnelle · 12 · entreprise privée · périurbain
        Comment voyez-vous votre métier dans les années à venir ?
        ⟦Si le prochain marché part à une plateforme 100 % en ligne, et c'est ce qui se dit, ⟦on ferme
        l'agence⟧² et je serai, comme tous les formateurs/trices du site, de l'autre côté du bureau, enfin
        de l'écran.⟧¹
          ¹ inquiétude  (bastien, 0-201)
          ² inquiétude  (anna, 84-101)
      """#)
  }

  @Test("Words in their context")
  func kwic() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("kwic", "tableau", "--format", "table", "--limit", "8"),
      #"""
       1  R003/q1  …rvé de créneau, et aucune colonne du ⟦tableau⟧  ne compte les absents.
       2  R004/q2  …ce, que je relance et que je fais un ⟦tableau⟧  partagé des relances.
       3  R015/q3  …ec une machine à café en moins et un ⟦tableau⟧  de bord en plus.
       4  R028/q1          DES RAPPORTS DES MAILS ET DES ⟦TABLEAUX⟧, LES GOSSES ON LES VOIT QUAND IL RE…
       5  R040/q1  …même d’avoir dit bonjour, j’ouvre le ⟦tableau⟧  de bord : rendez-vous honorés, délai…
       6  R040/q1  …epuis, la direction consulte le même ⟦tableau⟧  que moi, parfois avant moi, et m’app…
       7  R044/q3  …ans des réunions où l’on projette un ⟦tableau⟧  ; il y a une colonne « TISF », avec …
       8  R047/q1  …ion, puis les mêmes éléments dans un ⟦tableau⟧  que le siège nous demande pour ses s…
      14 occurrences · 11 réponses · 11 répondants (8,3 %) — lignes 1 à 8 ; la suite : --from 8, tout : --limit 0
      """#)
    expectScreen(
      try study.show(
        "kwic", "mot NEAR/6 (oublier OU perdre OU changer)", "--sort", "right", "--with", "groupe",
        "--format", "table"),
      #"""
       1  R015/q1  Insertion  …nsertion à conseiller en ⟦mots de passe oubliés⟧, sans changement d'indi…
       2  R126/q1  Éducation  …e du departement avec un ⟦mot de passe a changer⟧ tout les 3 mois, je l'ai…
      2 occurrences · 2 réponses · 2 répondants (1,5 %)
      """#)
    expectScreen(
      try study.show(
        "kwic", "(=Siret OU CAF OU site) within code:\"pannes et bugs\"", "--context", "4w", "--lang", "en"),
      #"""
      respondent	question	start	end	left	hit	right
      R021	q2	80	84	en espérant que le 	site	 de la CAF ne
      R021	q2	91	94	le site de la 	CAF	 ne nous déconnecte pas
      """#)
  }

  @Test("How often, in how many answers, by how many respondents")
  func count() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("count", "lien", "--format", "table"),
      #"""
      4 occurrences · 4 réponses · 4 répondants sur 132 (3,0 % ; IC 95 % : 1,2 – 7,5)
      """#)
    expectScreen(
      try study.show("count", "lien", "--format", "json", "--lang", "en"),
      #"""
      {"query":"lien","hits":4,"answers":4,"respondents":4,"all_answers":377,"all_respondents":132,"share":0.030303030303030304,"lower":0.011846060497606614,"upper":0.07532510891926801}
      """#)
    expectScreen(
      try study.show("count", "code:\"perte de lien\"", "--format", "table", "--lang", "en"),
      #"""
      17 answers · 15 respondents of 132 (11.4%; 95% CI: 7.0 – 17.9)
      """#)
    expectScreen(
      try study.show("count", "uncoded", "--format", "json"),
      #"""
      {"query":"uncoded","hits":null,"answers":261,"respondents":99,"all_answers":377,"all_respondents":132,"share":0.75,"lower":0.6697708974862325,"upper":0.8160896091144633}
      """#)
    expectScreen(
      try study.show("count", "question:q1 SAUF coder:anna"),
      #"""
      query	hits	answers	respondents	all_answers	all_respondents	share	lower	upper
      question:q1 SAUF coder:anna		91	91	377	132	0.6893939393939394	0.6060376671248224	0.7620384742393411
      """#)
  }

  @Test("The most frequent words")
  func frequencies() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("frequencies", "--pos", "NOUN", "--top", "10", "--format", "table"),
      #"""
        lemme      occurrences  réponses    part  répondants
        an                  52        46  12,2 %          40
        téléphone           48        46  12,2 %          41
        jour                33        31   8,2 %          31
        dossier             29        27   7,2 %          27
        écran               28        25   6,6 %          24
        heure               28        26   6,9 %          24
        mois                28        26   6,9 %          25
        personne            28        25   6,6 %          23
        temps               28        27   7,2 %          24
        fois                23        20   5,3 %          19
      Part des 377 réponses (132 répondants) ; 3 212 mots comptés. 10 sur 1 073 ; tout : --top 0.
      """#)
    expectScreen(
      try study.show(
        "frequencies", "--by", "form", "--where", "question:q2", "--top", "5", "--format", "csv"),
      #"""
      form,count,answers,respondents
      le,161,80,80
      la,147,66,66
      de,146,74,74
      je,136,71,71
      et,119,81,81
      """#)
  }

  @Test("Texts of any origin, word by word")
  func analyze() throws {
    let folder = try TemporaryFolder()
    let text = "J’ai aidé les usager·ère·s.\nAujourd'hui, RAS !\n\n"
    expectScreen(
      try Binary.run(["analyze"], in: folder, input: text).stdout,
      #"""
      0	2	J’	je	PRON	_	_
      2	4	ai	avoir	AUX	_	_
      5	9	aidé	aider	VERB	_	_
      10	13	les	le	DET	_	_
      14	26	usager·ère·s	usager	NOUN	usagers	usagères
      26	27	.	.	PUNCT	_	_

      0	11	Aujourd'hui	aujourd'hui	ADV	_	_
      11	12	,	,	PUNCT	_	_
      13	16	RAS	ras	ADJ	_	_
      17	18	!	!	PUNCT	_	_


      """#)
    expectScreen(
      try Binary.run(["analyze", "--format", "conllu"], in: folder, input: text).stdout,
      #"""
      # sent_id = 1-1
      # text = J’ai aidé les usager·ère·s.
      1	J’	je	PRON	_	_	_	_	_	SpaceAfter=No
      2	ai	avoir	AUX	_	_	_	_	_	_
      3	aidé	aider	VERB	_	_	_	_	_	_
      4	les	le	DET	_	_	_	_	_	_
      5	usager·ère·s	usager	NOUN	_	_	_	_	_	Masc=usagers|Fem=usagères|SpaceAfter=No
      6	.	.	PUNCT	_	_	_	_	_	_

      # sent_id = 2-1
      # text = Aujourd'hui, RAS !
      1	Aujourd'hui	aujourd'hui	ADV	_	_	_	_	_	SpaceAfter=No
      2	,	,	PUNCT	_	_	_	_	_	_
      3	RAS	ras	ADJ	_	_	_	_	_	_
      4	!	!	PUNCT	_	_	_	_	_	_

      """#)
    expectScreen(
      try Binary.run(["analyze", "--format", "jsonl"], in: folder, input: text).stdout,
      #"""
      {"line":1,"tokens":[{"start":0,"end":2,"surface":"J’","lemma":"je","upos":"PRON","masculine":null,"feminine":null,"starts_sentence":true,"doublet":null},{"start":2,"end":4,"surface":"ai","lemma":"avoir","upos":"AUX","masculine":null,"feminine":null,"starts_sentence":false,"doublet":null},{"start":5,"end":9,"surface":"aidé","lemma":"aider","upos":"VERB","masculine":null,"feminine":null,"starts_sentence":false,"doublet":null},{"start":10,"end":13,"surface":"les","lemma":"le","upos":"DET","masculine":null,"feminine":null,"starts_sentence":false,"doublet":null},{"start":14,"end":26,"surface":"usager·ère·s","lemma":"usager","upos":"NOUN","masculine":"usagers","feminine":"usagères","starts_sentence":false,"doublet":null},{"start":26,"end":27,"surface":".","lemma":".","upos":"PUNCT","masculine":null,"feminine":null,"starts_sentence":false,"doublet":null}]}
      {"line":2,"tokens":[{"start":0,"end":11,"surface":"Aujourd'hui","lemma":"aujourd'hui","upos":"ADV","masculine":null,"feminine":null,"starts_sentence":true,"doublet":null},{"start":11,"end":12,"surface":",","lemma":",","upos":"PUNCT","masculine":null,"feminine":null,"starts_sentence":false,"doublet":null},{"start":13,"end":16,"surface":"RAS","lemma":"ras","upos":"ADJ","masculine":null,"feminine":null,"starts_sentence":false,"doublet":null},{"start":17,"end":18,"surface":"!","lemma":"!","upos":"PUNCT","masculine":null,"feminine":null,"starts_sentence":false,"doublet":null}]}
      {"line":3,"tokens":[]}
      """#)
  }
}
