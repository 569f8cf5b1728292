import CodingModel
import CorpusIndex
import ProjectStore

/// How far the coders of a table have gone through the answers that it counts.
public struct CodingCoverage: Equatable, Sendable {
  /// Whose codings are counted.
  public let coders: [String]
  /// In how many answers they coded something, of how many that are counted.
  public let coded: Int, all: Int
  /// How many answers one of them has gone through, coding something or nothing; nil where nothing is noted beyond what
  /// they coded.
  public let seen: Int?

  /// A table's coverage as it is known.
  public init(_ coders: [String], coded: Int, of all: Int, seen: Int? = nil) {
    (self.coders, self.coded, self.all, self.seen) = (coders, coded, all, seen)
  }

  /// A table's coverage with what is noted of its coders; nothing is looked up where they coded enough already.
  ///
  /// - Parameter query: what the table is restricted to.
  /// - Throws: `QueryError`, `ProjectError`. Cost: linear in what the coders have gone through.
  public init(_ coders: [String], coded: Int, of all: Int, query: String?, in study: Study) throws {
    self.init(coders, coded: coded, of: all)
    guard isPartial else { return }
    let scope = try query.map { try study.answers(matching: $0, by: coders) }
    let seen = try study.project.read { reader -> Int? in
      var (gone, coded) = (AnswerSet(), AnswerSet())
      for name in coders {
        let coder = try reader.coder(called: name)
        // The consensus has gone through what is settled, not through all that it has a coding in.
        gone = gone.union(
          AnswerSet(
            try coder.name == CoderChoice.consensus
              ? reader.seenAnswers(by: coder.id) : reader.answersGoneThrough(by: coder.id)))
        coded = coded.union(AnswerSet(try reader.codedAnswers(.init(coders: [coder.id]))))
      }
      if gone.subtracting(coded).isEmpty { return nil }
      return (scope.map { gone.intersection($0) } ?? gone).count
    }
    self.init(coders, coded: coded, of: all, seen: seen)
  }

  /// Whether less than four answers out of five were gone through as far as is known; never by the rules, which go through
  /// all.
  public var isPartial: Bool {
    (seen ?? coded) * 5 < all * 4 && !coders.isEmpty && coders != [Study.ruleCoder]
  }
}
