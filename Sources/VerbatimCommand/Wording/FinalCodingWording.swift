import Workbench

/// What is said of a team's final coding.
enum FinalCodingWording {
  /// `312 codages : 12 réglés, 200 d'accord, 100 d'un seul codeur`
  static func counts(_ outcome: FinalCoding.Outcome) -> String {
    let parts = FinalCoding.Basis.allCases.compactMap { basis -> String? in
      let count = outcome.lines.count { $0.basis == basis }
      guard count > 0 else { return nil }
      let number = NumberWording.count(count)
      return switch basis {
      case .consensus: say("\(number) du consensus", "\(number) by the consensus")
      case .agreed: say("\(number) sur quoi tous s'accordent", "\(number) that all agree on")
      case .single: say("\(number) d'un seul codeur", "\(number) by a single coder")
      }
    }
    return outcome.lines.count.codings
      + (parts.isEmpty ? "" : say(" : ", ": ") + parts.joined(separator: ", "))
  }

  /// What is not in it.
  static func notes(_ outcome: FinalCoding.Outcome, query: String?) -> [String] {
    var notes: [String] = []
    if outcome.disputed > 0 {
      let command = DisagreementsHint.command(outcome.coders, query: query).map { " (\($0))" } ?? ""
      notes.append(
        say("Laissés de côté : ", "Left out: ") + outcome.disputed.disagreements
          + say(" à régler", " to settle") + command)
    }
    if outcome.unread > 0 {
      notes.append(
        say(
          "\(outcome.unread.answers) sur \(NumberWording.count(outcome.answers)) que personne n'a parcourues",
          "\(outcome.unread.answers) of \(NumberWording.count(outcome.answers)) that nobody has gone through")
      )
    }
    return notes
  }
}
