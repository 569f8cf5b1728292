import CorpusIndex
import ProjectStore
import QueryLanguage

/// What filters stood for of late, while nothing has changed: who explores asks for other words in the same answers, and for
/// other words with the same code.
final class KnownFilters {
  private let stamp: ChangeStamp
  /// How many bytes are kept at most, about.
  private let limit: Int
  private var answers: [Filter: AnswerSet] = [:]
  private var parts: [Filter: CodedParts] = [:]
  private var size = 0

  /// Nothing known yet of a project that has this stamp.
  init(_ stamp: ChangeStamp, limit: Int = 64 << 20) {
    self.stamp = stamp
    self.limit = limit
  }

  /// Whether nothing has changed since a project had this stamp.
  func areOf(_ stamp: ChangeStamp) -> Bool { stamp == self.stamp }

  /// The answers that a filter stands for, found by `find` where they are not known.
  func answers(of filter: Filter, _ find: () throws -> AnswerSet) rethrows -> AnswerSet {
    if let known = answers[filter] { return known }
    let found = try find()
    makeRoom(for: found.byteCount)
    answers[filter] = found
    return found
  }

  /// The coded parts that a filter stands for, found by `find` where they are not known.
  func parts(of filter: Filter, _ find: () throws -> CodedParts) rethrows -> CodedParts {
    if let known = parts[filter] { return known }
    let found = try find()
    makeRoom(for: found.byteCount)
    parts[filter] = found
    return found
  }

  private func makeRoom(for bytes: Int) {
    if size + bytes > limit { (answers, parts, size) = ([:], [:], 0) }
    size += bytes
  }
}

extension Study {
  /// What filters stand for in the project as `reader` sees it; nil where it may not stay so, and where one query is all.
  func filters(_ reader: ProjectReader) throws -> KnownFilters? {
    guard !isForOneQuery, let stamp = try reader.changeStamp() else { return nil }
    if let knownFilters, knownFilters.areOf(stamp) { return knownFilters }
    let filters = KnownFilters(stamp)
    knownFilters = filters
    return filters
  }
}
