import CodingModel
import ProjectStore

/// Putting another project into this one: copies that several people worked on, or projects over the same survey.
public struct Merging {
  private let study: Study

  /// Merging into a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// Merges the project at `path`, which is only read, as one act.
  ///
  /// Merging it once more changes nothing; merging this project into the other gives the same contents, but for answers
  /// whose texts differ: each project keeps its own, and what the other holds on them is left out and reported.
  ///
  /// - Parameters:
  ///   - isDryRun: whether only to say what would be brought.
  ///   - coder: who merges; see ``Study/currentCoder(_:)``.
  /// - Throws: `ProjectError` of either file, also where the other is damaged; ``StudyError/sameNames(path:table:name:)``.
  public func run(_ path: String, isDryRun: Bool = false, coder: String? = nil) throws -> MergeReport {
    let other = try ProjectFile.openToRead(path)
    try other.requireWhole()
    let theirs = try other.read { try MergeSide($0, path: path) }
    if isDryRun {
      return MergePlan(try study.project.read { try MergeSide($0, path: study.path) }, theirs).report
    }
    defer { study.openIndex = nil }
    return try study.project.perform(.merge, coder: study.currentCoder(coder)) { act in
      let ours = try MergeSide(act.reader, path: study.path)
      let plan = MergePlan(ours, theirs)
      if plan.theirs.isWhollyKnown { return plan.report }
      try MergeAct(plan, act)
      try act.learn(theirs.acts.all.subtracting(ours.acts.all))
      let report = plan.report
      act.details = [
        "file": FileName(path).last,
        "codings": String(plan.codings.count { $0.id == nil }), "conflicts": String(report.conflicts.count),
      ]
      act.details["orders"] = plan.otherOrders
      act.details["changes"] = plan.codebook.takenCounts(plan.keys)
      return report
    }.result
  }
}
