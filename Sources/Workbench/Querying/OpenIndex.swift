import CodingModel
import CorpusIndex
import FrenchText
import ProjectStore

/// A project's index, opened for searching; parts of it are read when a query needs them.
final class OpenIndex {
  let searcher: CorpusSearcher
  /// What the project said of its index when this was opened.
  let status: IndexStatus

  init(
    _ segments: [CorpusSegment], _ status: IndexStatus, tokenizer: any QueryTokenizer, remembers: Bool
  ) throws {
    self.status = status
    searcher = try CorpusSearcher(segments: segments, tokenizer: tokenizer, remembers: remembers)
  }
}

/// A segment's bytes in the project file.
struct StoredSegment: SegmentStorage {
  let project: ProjectFile
  let id: Int64

  func size(of part: SegmentPart) throws -> Int {
    try project.readIndex(byteCount: 0) { try $0.indexPartSize(id, part.rawValue) }
  }

  func read(
    _ part: SegmentPart, _ range: Range<Int>, into memory: UnsafeMutableRawBufferPointer
  ) throws -> Int {
    try project.readIndex(byteCount: range.count) {
      unsafe try $0.readIndexPart(id, part.rawValue, range, into: memory)
    }
  }
}

extension Study {
  /// The index, opened; first brought up to date where answers or the analysis have changed, be it by another
  /// process. Not to be asked for while reading or within an act, since it may write.
  func index() throws -> OpenIndex {
    var status = try indexStatus()
    if let openIndex, openIndex.status == status { return openIndex }
    let segments: [CorpusSegment]
    if status.isCurrent, let whole = try storedUnlessOtherFormat(status.valid) {
      segments = whole
    } else if project.isWritable {
      if status.isCurrent { status = try outdated(status) }
      try Indexing(self).bringUpToDate(status)
      status = try indexStatus()
      segments = try stored(status.valid)
    } else {
      if status.isCurrent { status = try outdated(status) }
      let drafts = try Indexing(self).renewal(of: status)
      let fresh = try drafts.map {
        (first: $0.answers.lowerBound, segment: try CorpusSegment(storage: MemoryStorage($0)))
      }
      let old = try zip(status.valid, stored(status.valid)).map {
        (first: $0.answers.lowerBound, segment: $1)
      }
      segments = (fresh + old).sorted { $0.first < $1.first }.map(\.segment)
    }
    let index = try OpenIndex(
      segments, status, tokenizer: FrenchTokenizer { [self] in try analyzer() }, remembers: !isForOneQuery)
    openIndex = index
    return index
  }

  /// What answers queries on the index, opened and brought up to date: for measuring.
  package func searcher() throws -> CorpusSearcher { try index().searcher }

  func indexStatus() throws -> IndexStatus {
    try project.read { try $0.indexStatus(analysisVersion: FrenchAnalyzer.version) }
  }

  /// The segments, or nil where another version of the program wrote one of them in another format.
  private func storedUnlessOtherFormat(_ entries: [IndexSegmentEntry]) throws -> [CorpusSegment]? {
    do {
      return try stored(entries)
    } catch IndexError.otherVersion {
      return nil
    }
  }

  /// What to do about segments in another format: make them all again.
  private func outdated(_ status: IndexStatus) throws -> IndexStatus {
    let ends = status.valid.map(\.answers)
    guard let first = ends.first, let last = ends.last else { return status }
    return IndexStatus(valid: [], stale: status.valid, missing: [first.lowerBound...last.upperBound])
  }

  /// Stored segments, opened.
  func stored(_ entries: [IndexSegmentEntry]) throws -> [CorpusSegment] {
    try entries.map { try CorpusSegment(storage: StoredSegment(project: project, id: $0.id)) }
  }

  /// The answers that a query finds.
  ///
  /// - Throws: `QueryError` with the position of what is wrong.
  ///
  /// - Parameter code: where given, `coder:anna` means the answers that anna gave this code in, and not any.
  func answers(matching query: String, coded code: RowID<Code>? = nil) throws -> AnswerSet {
    try search(query, coded: code).answers()
  }

  /// Evaluates a query, or a code's rule, which sees the codings as ``RuleSight`` says.
  func search(_ query: String, seeing sight: RuleSight? = nil, coded code: RowID<Code>? = nil) throws
    -> SearchResult
  {
    let parsed = try QueryParser.parse(query)
    let searcher = try index().searcher
    // One transaction around all that the search reads.
    return try project.read { _ in
      try searcher.search(parsed, in: QueryNames(study: self, sight: sight, reviewed: code))
    }
  }
}
