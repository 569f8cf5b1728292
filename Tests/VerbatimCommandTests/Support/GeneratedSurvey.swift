/// Surveys of any size, the same for the same size.
enum GeneratedSurvey {
  private static let phrases = [
    "je remplis des tableaux toute la journée", "on perd le lien avec les familles",
    "le logiciel est en panne",
    "les personnes n'ont pas d'ordinateur", "je gagne du temps sur les écrits",
    "on nous demande d'aller vite",
    "les formulaires sont en ligne", "je les accompagne à la mairie", "le mot de passe est perdu",
    "on n'a plus de secrétariat", "je prends le temps de l'écoute", "il faut un rendez-vous sur Internet",
  ]

  /// A row per respondent: `id;groupe;q`.
  static func text(answers: Int) -> String {
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var text = "id;groupe;q\n"
    for number in 1...answers {
      let sentences = (0...(2 + next(4))).map { _ in phrases[next(phrases.count)] }
      text += "N\(number);\(["A", "B", "C"][next(3)]);\(sentences.joined(separator: ". ")).\n"
    }
    return text
  }
}
