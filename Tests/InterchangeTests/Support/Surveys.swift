import CodingModel
import Foundation
import Interchange

/// The guess for a survey written as text.
func guess(_ text: String, _ roles: SurveyRoles = SurveyRoles()) throws -> SurveyLayoutGuess {
  try SurveyLayoutGuess(SurveySample(reading: DelimitedReader(data: Data(text.utf8))), roles: roles)
}

/// A reader of a survey written as text, its columns guessed.
func reader(_ text: String, _ roles: SurveyRoles = SurveyRoles()) throws -> SurveyReader {
  SurveyReader(try DelimitedReader(data: Data(text.utf8)), layout: try guess(text, roles).layout)
}

/// Every record of a survey written as text, and its questions.
func records(
  _ text: String, _ roles: SurveyRoles = SurveyRoles()
) throws -> (records: [SurveyRecord], questions: [SurveyQuestion]) {
  var survey = try reader(text, roles)
  var records: [SurveyRecord] = []
  while let record = try survey.next() { records.append(record) }
  return (records, survey.questions)
}

extension SurveyLayoutGuess {
  /// A line a column: `id: respondent`, `âge: numeric`, `nom: ignored freeText`.
  var summary: [String] {
    columns.map { column in
      let role =
        switch column.role {
        case .respondent: "respondent"
        case .weight: "weight"
        case .variable(let kind): kind.rawValue
        case .answers: "answers"
        case .questionName: "question"
        case .questionWording: "wording"
        case .ignored(let reason): "ignored \(reason.rawValue)"
        }
      return "\(column.name): \(role)" + (column.isGiven ? " (given)" : "")
    }
  }
}

/// A survey of `count` social workers, one row each, with two open questions.
func wideSurvey(_ count: Int) -> String {
  let openings = [
    "Je passe", "On perd", "Il faut", "Nous faisons", "J'ai l'impression de passer", "Les gens passent",
  ]
  let middles = ["mes journées", "trop de temps", "des heures", "beaucoup d'énergie", "la moitié du temps"]
  let ends = [
    "devant l'écran", "sur les démarches", "à remplir des dossiers", "au téléphone", "loin des familles",
  ]
  var text =
    "id;groupe;métier;ancienneté;code_postal;poids;q1. Qu'est-ce que le numérique a changé ?;q2 - Et demain ?;vide\n"
  for index in 0..<count {
    let answer = "\(openings[index % 6]) \(middles[index % 5]) \(ends[index / 3 % 5])"
    text += "R\(1000 + index);\(["Travail social", "Éducation", "Insertion"][index % 3]);"
    text += "\(["assistant de service social", "éducatrice spécialisée"][index % 2]);\(index % 35);"
    text += "0\(1000 + index);\(index % 2 == 0 ? "0,8" : "1.25");\(answer), \(index);"
    text += index % 5 == 0 ? "RAS;\n" : "\(answer) et encore \(index * 7);\n"
  }
  return text
}
