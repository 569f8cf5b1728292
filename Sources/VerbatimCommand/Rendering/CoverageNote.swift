import Workbench

/// Says that a table counts answers which its coders may never have read.
enum CoverageNote {
  /// A sentence where people coded in less than four answers out of five that are counted, with what narrows
  /// the table to those; empty otherwise, and for the rules, which go through everything.
  static func text(_ coders: [String], coded: Int, of all: Int) -> String {
    guard coded * 5 < all * 4, coders != [Study.ruleCoder], let first = coders.first else { return "" }
    let filter = coders.count == 1 ? " (--where coder:\(first))" : ""
    return say(
      " Attention : codage dans \(coded.answers) sur \(NumberWording.count(all)) ; les autres comptent comme sans code\(filter).",
      " Note: codings in \(coded.answers) of \(NumberWording.count(all)); the others count as without a code\(filter)."
    )
  }
}
