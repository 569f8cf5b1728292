import Workbench

/// The notes that merges leave in memos of what was not kept, as people read them.
///
/// They are stored in one form, whoever merges, so that merging again knows them; their head is worded where they are shown.
enum MergeNoteWording {
  private static let head = "[fusion] "
  private static let colon = " : "

  /// A memo with the heads of such notes in the language of who reads.
  static func shown(_ memo: String) -> String {
    guard memo.contains(head) else { return memo }
    return memo.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      guard line.hasPrefix(head), let end = line.firstRange(of: colon) else { return String(line) }
      let field = String(line[line.index(line.startIndex, offsetBy: head.count)..<end.lowerBound])
      return say("[fusion] ", "[merge] ") + name(field) + say(" : ", ": ") + line[end.upperBound...]
    }.joined(separator: "\n")
  }

  private static func name(_ field: String) -> String {
    switch field {
    case "name": say("nom", "name")
    case "parent": say("place", "place")
    case "wording": say("libellé", "wording")
    case "kind": say("nature", "kind")
    case "weight": say("poids", "weight")
    default: CodebookDiffScreen.field(field)
    }
  }
}
