import Workbench

/// The line under a listing that says of how much it is a part.
enum PageFooter {
  /// `38 occurrences · 37 réponses · 37 répondants (1,5 %)`, and how to see the rest: by page where one was
  /// asked for.
  ///
  /// - Parameter limit: how many lines a page has.
  static func text(
    _ count: QueryCount, shown: Int, from: Int, of all: Int, page: Int? = nil, limit: Int = .max
  ) -> String {
    var text = counts(count)
    if all > 0, from >= all {
      guard page != nil, limit > 0 else {
        return text
          + say(
            " — rien après la ligne \(NumberWording.count(all))",
            " — nothing behind line \(NumberWording.count(all))")
      }
      let last = (all - 1) / limit + 1
      return text
        + say(
          " — rien à cette page : la dernière est --page \(last)",
          " — nothing on this page: the last is --page \(last)")
    }
    if from < all, from + shown < all, shown > 0 {
      if let page {
        return text
          + say(
            " — lignes \(from + 1) à \(from + shown) ; la suite : --page \(page + 1), tout : --limit 0",
            " — lines \(from + 1) to \(from + shown); more: --page \(page + 1), all: --limit 0")
      }
      text +=
        say(
          " — lignes \(from + 1) à \(from + shown) ; la suite : --from \(from + shown), tout : --limit 0",
          " — lines \(from + 1) to \(from + shown); more: --from \(from + shown), all: --limit 0")
    }
    return text
  }

  static func counts(_ count: QueryCount) -> String {
    let share =
      count.allRespondents > 0
      ? " (" + NumberWording.share(Double(count.respondents) / Double(count.allRespondents), places: 1) + ")"
      : ""
    let hits = count.hits.map { $0.hits + " · " } ?? ""
    return hits + "\(count.answers.answers) · \(count.respondents.respondents)" + share
  }
}
