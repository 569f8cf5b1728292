/// The command that lists just the disagreements that something else has counted.
enum DisagreementsHint {
  /// `verbatim disagreements --coders anna,bruno`; nil where there are not two coders to compare.
  static func command(_ coders: [String], query: String?) -> String? {
    guard coders.count > 1 else { return nil }
    let names = coders.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",")
    let scope = query.map { " --where " + shellWord($0) } ?? ""
    return "verbatim disagreements --coders " + shellWord(names) + scope
  }

  /// A word as a shell takes it whole.
  private static func shellWord(_ word: String) -> String {
    let isPlain = !word.isEmpty && word.allSatisfy { $0.isLetter || $0.isNumber || ",._-/:=".contains($0) }
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
