import Testing

@Suite("The sample study: a codebook that lives") struct CodebookLifeScreenTests {
  @Test("Codes added, renamed, moved, merged, split and deleted")
  func changes() throws {
    let study = try SampleStudy()
    var shown = ""
    for arguments in [
      [
        "add", "entraide", "--under", "relation d'aide", "--definition", "On se dépanne.", "--rule",
        "entraide",
      ],
      ["rename", "perte de lien", "lien perdu"],
      ["move", "équipement", "--under", "accès aux droits", "--first"],
      ["reorder", "autonomie", "--before", "lien perdu"], ["recolor", "autonomie", "#123456"],
      ["set", "entraide", "--rule", "code:\"lien perdu\" OU entraide", "--memo", "à voir"],
      ["set", "entraide", "--memo", "à voir"], ["rename", "lien perdu", "liens perdus"],
      ["merge", "inquiétude", "--into", "perte de sens"],
      ["split", "équipement", "--where", "ordinateur", "--into", "ordinateurs", "--dry-run"],
      ["split", "manque de ressources", "--where", "temps OU heure", "--into", "manque de temps"],
      ["delete", "avenir", "--children-up"], ["delete", "non-recours", "--with-codings"],
      ["delete", "pannes et bugs", "--codings-to", "équipement"],
    ] { shown += try study.show(["codebook"] + arguments + ["--coder", "léa"]) }
    expectScreen(
      shown,
      #"""
      Code ajouté : entraide
      Renommé : perte de lien → lien perdu
      Déplacé : équipement, sous accès aux droits
      Replacé : autonomie
      Couleur : autonomie → #123456
      Modifié : entraide
      Rien n'a changé : entraide
      Renommé : lien perdu → liens perdus
        Règles qui le nommaient, adaptées : entraide
      Fusionné : inquiétude dans perte de sens · 32 codages, dont 1 réuni à d'autres
      Serait scindé : équipement · 10 sur 34 codages à ordinateurs
      Scindé : manque de ressources · 10 sur 55 codages à manque de temps
        La règle de manque de ressources retrouverait ces passages : verbatim codebook set CODE --rule '…'
      Supprimé : avenir · 3 sous-codes remontés
      Supprimé : non-recours · 16 codages supprimés
      Supprimé : pannes et bugs · 20 codages à équipement
      """#)
    expectScreen(
      try study.show("codebook", "diff", "2", "--format", "table"),
      #"""
        replacé   relation d'aide/autonomie · 3 → 1
        recoloré  relation d'aide/autonomie · #02629c → #123456
        renommé   relation d'aide/perte de lien → relation d'aide/liens perdus
        ajouté    relation d'aide/entraide
        déplacé   moyens/équipement → accès aux droits/équipement
        ajouté    moyens/manque de temps
        déplacé   avenir/perte de sens → perte de sens (premier niveau)
        modifié   perte de sens · exemples
                  − Dans autre !!! 28 ans de métier dans autre.
                    ON NOUS DEMANDE DE CLIQUER PAS DE REFLECHIR
                    Il n’existe pas de case pour le poignet.
                  + Dans autre !!! 28 ans de métier dans autre.
                    ON NOUS DEMANDE DE CLIQUER PAS DE REFLECHIR
                    Il n’existe pas de case pour le poignet.
                    je préfère pas y penser
                    Je n’ai pas peur d’être remplacée par une machine, j’ai peur qu’on en mette une parce
                    qu’il n’y aura plus personne.
                    Avec inquiétude quant aux effectifs
        déplacé   avenir/propositions → propositions (premier niveau)
        déplacé   avenir/intelligence artificielle → intelligence artificielle (premier niveau)
        supprimé  accès aux droits/non-recours
        supprimé  accès aux droits/pannes et bugs
        supprimé  avenir
        supprimé  avenir/inquiétude
      2 ajoutés, 4 supprimés, 1 renommé, 4 déplacés, 1 replacé, 1 recoloré, 1 modifié
      """#)
    expectScreen(
      try study.show("codebook", "diff", SampleStudy.codebook, "now", "--format", "table", "--lang", "en"),
      #"""
        reordered   relation d'aide/autonomie · 3 → 1
        recoloured  relation d'aide/autonomie · #02629c → #123456
        renamed     relation d'aide/perte de lien → relation d'aide/liens perdus
        added       relation d'aide/entraide
        moved       moyens/équipement → accès aux droits/équipement
        added       moyens/manque de temps
        moved       avenir/perte de sens → perte de sens (top level)
        changed     perte de sens · examples
                    − Dans autre !!! 28 ans de métier dans autre.
                      ON NOUS DEMANDE DE CLIQUER PAS DE REFLECHIR
                      Il n’existe pas de case pour le poignet.
                    + Dans autre !!! 28 ans de métier dans autre.
                      ON NOUS DEMANDE DE CLIQUER PAS DE REFLECHIR
                      Il n’existe pas de case pour le poignet.
                      je préfère pas y penser
                      Je n’ai pas peur d’être remplacée par une machine, j’ai peur qu’on en mette une
                      parce qu’il n’y aura plus personne.
                      Avec inquiétude quant aux effectifs
        moved       avenir/propositions → propositions (top level)
        moved       avenir/intelligence artificielle → intelligence artificielle (top level)
        removed     accès aux droits/non-recours
        removed     accès aux droits/pannes et bugs
        removed     avenir
        removed     avenir/inquiétude
      2 added, 4 removed, 1 renamed, 4 moved, 1 reordered, 1 recoloured, 1 changed
      """#)
    expectScreen(
      try study.show("codebook", "diff", "4", "6", "--format", "jsonl"),
      #"""
      {"change":"renamed","code":"relation d'aide/lien perdu","key":"perte-de-lien","field":null,"before":"perte de lien","after":"lien perdu"}
      {"change":"added","code":"relation d'aide/entraide","key":"entraide_5d299204","field":null,"before":"","after":"relation d'aide"}
      """#)
    expectScreen(
      try study.show("codebook", "history", "--format", "table"),
      #"""
        n°  date (UTC)           codeur  acte
        16  2026-01-01 00:00:00  léa     code supprimé : pannes et bugs · 20 codages à équipement
        15  2026-01-01 00:00:00  léa     code supprimé : non-recours · 16 codages
        14  2026-01-01 00:00:00  léa     code supprimé : avenir
        13  2026-01-01 00:00:00  léa     code scindé : manque de ressources, 10 codages à manque de tem…
        12  2026-01-01 00:00:00  léa     code fusionné : inquiétude dans perte de sens · 32 codages
        11  2026-01-01 00:00:00  léa     code renommé : lien perdu → liens perdus
        10  2026-01-01 00:00:00  léa     code modifié : entraide (règle, mémo)
         9  2026-01-01 00:00:00  léa     couleur de autonomie : #02629c → #123456
         8  2026-01-01 00:00:00  léa     code replacé : autonomie, n° 1
         7  2026-01-01 00:00:00  léa     code déplacé : équipement, sous accès aux droits
         6  2026-01-01 00:00:00  léa     code renommé : perte de lien → lien perdu
         5  2026-01-01 00:00:00  léa     code ajouté : entraide
         2  2026-01-01 00:00:00          livre de codes numerique.yaml : 25 ajouté(s), 0 modifié(s)
      """#)
    #expect(try study.show("check").hasPrefix("Projet intact"))
  }

  @Test("A codebook edited by hand and read again: what changes is shown, and tried first")
  func edited() throws {
    let study = try SampleStudy()
    let yaml = try study.show("codebook", "export")
    let edited =
      yaml.replacing("name: perte de lien", with: "name: lien perdu").replacing("#00925a", with: "#00925b")
      + "  - name: à classer\n"
    try study.folder.write(edited, to: "codes.yaml")
    let tried = try study.show("codebook", "import", "codes.yaml", "--dry-run")
    expectScreen(
      tried + (try study.show("codebook", "import", "codes.yaml")),
      #"""
        renommé   relation d'aide/perte de lien → relation d'aide/lien perdu
        recoloré  accès aux droits/non-recours · #00925a → #00925b
        ajouté    à classer
      Rien n'a été changé (--dry-run) : 1 code ajouté, 2 modifié(s), 23 inchangé(s)
        renommé   relation d'aide/perte de lien → relation d'aide/lien perdu
        recoloré  accès aux droits/non-recours · #00925a → #00925b
        ajouté    à classer
      Livre de codes : 1 code ajouté, 2 modifié(s), 23 inchangé(s)
      """#)
  }

  @Test("What cannot be done to a codebook says so and what to do instead")
  func refused() throws {
    let study = try SampleStudy()
    var shown = ""
    for arguments in [
      ["delete", "non-recours"], ["delete", "avenir"], ["delete", "avenir", "--with-children"],
      ["rename", "non-recours", "exclusion numérique"], ["move", "avenir", "--under", "inquiétude"],
      ["move", "avenir"], ["reorder", "avenir"], ["reorder", "avenir", "--after", "inquiétude"],
      ["merge", "avenir", "--into", "avenir"], ["recolour", "avenir", "rouge"],
      ["set", "avenir", "--rule", "(lien"],
      ["split", "inquiétude", "--where", "introuvable", "--into", "x"], ["diff", "demain"], ["diff", "99"],
      ["reorder", "avenir", "--first", "--last"], ["add", " "],
    ] {
      let run = try study.run(["codebook"] + arguments)
      #expect(run.code == 64 || run.code == 65, "\(arguments)")
      shown += run.stdout + run.stderr
    }
    expectScreen(
      shown,
      #"""
      error: le code « non-recours » porte encore 16 codages
      Dites où ils vont : --codings-to CODE ou --with-codings ; --children-up ou --with-children.
      error: le code « avenir » porte encore 4 sous-codes
      Dites où ils vont : --codings-to CODE ou --with-codings ; --children-up ou --with-children.
      error: le code « avenir » porte encore 101 codages
      Dites où ils vont : --codings-to CODE ou --with-codings ; --children-up ou --with-children.
      error: le code « exclusion numérique » existe déjà à cet endroit
      error: le code « avenir » se retrouverait sous lui-même
      error: il manque --under CODE ou --top
      error: il manque le rang : --first, --last, --position N, --before CODE ou --after CODE
      error: les codes « avenir » et « inquiétude » ne sont pas au même endroit
      Déplacez d'abord : verbatim codebook move CODE --under CODE
      error: le code « avenir » ne peut pas aller à lui-même
      error: recolour : « rouge » n'est pas une couleur comme #aa0000, ni none
      error: règle de « avenir » : requête:1: parenthèse jamais fermée
      Attendu : ).
      error: aucun codage ne correspond
      Codez d'abord : verbatim code CODE RÉPONSE
      error: aucun état du livre de codes « demain »
      Écrivez now, le numéro d'un acte (verbatim codebook history), une date comme 2026-11-22, ou un fichier .yaml ou .csv.
      error: l'historique n'a pas d'acte 99
      La liste : verbatim history
      error: --first et --last s'excluent
      Utilisation : verbatim codebook reorder [--project <fichier>] [--lang <fr|en>] [--color <auto|always|never>] [--coder <nom>] [--first] [--last] [--position <n>] [--before <code>] [--after <code>] <code>
      error: un nom de code a de 1 à 200 caractères, dont un visible au moins
      """#)
  }
}
