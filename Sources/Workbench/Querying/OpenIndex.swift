import CodingModel
import CorpusIndex
import FrenchText
import ProjectStore

/// A project's index, opened for searching; parts of it are read when a query needs them.
final class OpenIndex {
  let searcher: CorpusSearcher

  init(_ segments: [CorpusSegment], tokenizer: any QueryTokenizer) throws {
    searcher = try CorpusSearcher(segments: segments, tokenizer: tokenizer)
  }
}

/// A segment's bytes in the project file.
struct StoredSegment: SegmentStorage {
  let project: ProjectFile
  let id: Int64

  func size(of part: SegmentPart) throws -> Int {
    try project.read { try $0.indexPartSize(id, part.rawValue) }
  }

  func read(_ part: SegmentPart, _ range: Range<Int>) throws -> [UInt8] {
    try project.read { try $0.indexPart(id, part.rawValue, range) }
  }
}

extension Study {
  /// The index, opened; first brought up to date where answers or the analysis have changed.
  func index() throws -> OpenIndex {
    if let openIndex { return openIndex }
    let status = try project.read { try $0.indexStatus(analysisVersion: FrenchAnalyzer.version) }
    let segments: [CorpusSegment]
    if status.isCurrent {
      segments = try stored(status.valid)
    } else if project.isWritable {
      try Indexing(self).bringUpToDate(status)
      segments = try stored(project.read { try $0.indexSegments() })
    } else {
      let drafts = try Indexing(self).drafts(for: status.missing)
      let fresh = try drafts.map { (first: $0.answers.lowerBound, segment: try CorpusSegment(storage: MemoryStorage($0))) }
      let old = try zip(status.valid, stored(status.valid)).map { (first: $0.answers.lowerBound, segment: $1) }
      segments = (fresh + old).sorted { $0.first < $1.first }.map(\.segment)
    }
    let index = try OpenIndex(segments, tokenizer: FrenchTokenizer { [self] in try analyzer() })
    openIndex = index
    return index
  }

  private func stored(_ entries: [IndexSegmentEntry]) throws -> [CorpusSegment] {
    try entries.map { try CorpusSegment(storage: StoredSegment(project: project, id: $0.id)) }
  }

  /// The answers that a query finds.
  ///
  /// - Throws: `QueryError` with the position of what is wrong.
  func answers(matching query: String) throws -> AnswerSet {
    try search(query).answers()
  }

  /// Evaluates a query.
  func search(_ query: String) throws -> SearchResult {
    let parsed = try QueryParser.parse(query)
    return try index().searcher.search(parsed, in: QueryNames(project: project))
  }
}
