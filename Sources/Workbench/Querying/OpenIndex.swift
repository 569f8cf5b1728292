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
    if status.isCurrent || project.isWritable {
      if !status.isCurrent {
        try Indexing(self).bringUpToDate(status)
        status = try indexStatus()
      }
      segments = try stored(status.valid)
    } else {
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

  func indexStatus() throws -> IndexStatus { try project.read { try indexStatus($0) } }

  /// The index as `reader` sees it: what another version of the analysis made, or of the program wrote in another format,
  /// is to be made again.
  func indexStatus(_ reader: ProjectReader) throws -> IndexStatus {
    try reader.indexStatus { entry in
      guard entry.analysisVersion == FrenchAnalyzer.version else { return false }
      if segmentsOfThisFormat.contains(entry.id) { return true }
      guard try !CorpusSegment.isOfOtherFormat(StoredSegment(project: project, id: entry.id)) else {
        return false
      }
      // Numbers of segments are given once.
      segmentsOfThisFormat.insert(entry.id)
      return true
    }
  }

  /// Stored segments, opened.
  func stored(_ entries: [IndexSegmentEntry]) throws -> [CorpusSegment] {
    try entries.map { try CorpusSegment(storage: StoredSegment(project: project, id: $0.id)) }
  }

  /// The answers that a query finds.
  ///
  /// - Throws: `QueryError` with the position of what is wrong.
  ///
  /// - Parameters:
  ///   - code: where given, `coder:anna` means the answers that anna gave this code in, and not any.
  ///   - coders: whose codings the codes in the query stand for, by name; everybody's where empty.
  func answers(
    matching query: String, coded code: RowID<Code>? = nil, by coders: [String] = []
  ) throws -> AnswerSet {
    try search(query, coded: code, by: coders).answers()
  }

  /// Evaluates a query, or a code's rule, which sees the codings as ``RuleSight`` says.
  ///
  /// - Parameter coders: whose codings the codes in the query stand for, by name; everybody's where empty.
  func search(
    _ query: String, seeing sight: RuleSight? = nil, coded code: RowID<Code>? = nil, by coders: [String] = []
  ) throws -> SearchResult {
    let parsed = try QueryParser.parse(query)
    let searcher = try index().searcher
    // One transaction around all that the search reads.
    return try project.read { reader in
      let coders = try coders.isEmpty ? nil : Set(coders.map { try reader.coder(called: $0).id })
      return try searcher.search(
        parsed, in: QueryNames(study: self, sight: sight, coders: coders, reviewed: code))
    }
  }
}
