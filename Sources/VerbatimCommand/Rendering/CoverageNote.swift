import Workbench

/// Says that a table counts answers which its coders may never have read.
enum CoverageNote {
  /// A sentence where people went through less than four answers out of five that are counted, with what narrows the table
  /// to those; empty otherwise.
  ///
  /// - Parameter option: what the table needs beside `--where`.
  static func text(_ coverage: CodingCoverage, with option: String? = nil) -> String {
    guard coverage.isPartial, let first = coverage.coders.first else { return "" }
    let name = coverage.seen == nil ? "coder" : "seen"
    let filter =
      coverage.coders.count == 1 ? " (--where \(name):\(first)\(option.map { " " + $0 } ?? ""))" : ""
    let all = NumberWording.count(coverage.all)
    let extent =
      coverage.seen.map {
        say(
          "\(NumberWording.things($0, ("réponse parcourue", "réponses parcourues"), ("", ""))) sur \(all)",
          "\($0.answers) of \(all) gone through")
      }
      ?? say(
        "codage dans \(coverage.coded.answers) sur \(all)", "codings in \(coverage.coded.answers) of \(all)")
    return say(
      " Attention : \(extent) ; les autres comptent comme sans code\(filter).",
      " Note: \(extent); the others count as without a code\(filter).")
  }
}
