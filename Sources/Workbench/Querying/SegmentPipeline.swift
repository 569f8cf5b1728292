import CodingModel
import CorpusIndex
import Foundation
import FrenchText

/// Makes segments on threads of its own, one a core, while the answers are still being read or stored.
///
/// Answers go into batches; whichever analyser is free takes the next one, and the results are put together in
/// the order of the answers, so that the segments are those that one analyser alone would make.
/// `@unchecked Sendable`: ``add(_:_:)``, ``finished()`` and ``finish()`` are called by one thread; all that the
/// workers share is behind ``lock``, and an analyser is used by one of them at a time.
final class SegmentPipeline: @unchecked Sendable {
  private typealias Batch = [(id: RowID<Answer>, text: String, annotations: [TokenAnnotation]?)]

  /// An analyser with the numbers that its types have in the segments.
  private final class Worker {
    let analyzer: FrenchAnalyzer
    /// How many of its types have been handed over.
    var knownTypes = 0
    var numbers: [UInt32] = []
    var tokens: [AnalyzedToken] = []
    private var annotated: AnnotatedTokens

    init(_ analyzer: FrenchAnalyzer) {
      self.analyzer = analyzer
      annotated = AnnotatedTokens(analyzer)
    }

    /// Finds the tokens of an answer: its annotations from elsewhere where it has some that fit, else the
    /// analyser's own.
    func read(_ text: String, _ annotations: [TokenAnnotation]?) {
      if let annotations, let found = annotated.tokens(of: text, annotations) {
        tokens = found
      } else {
        analyzer.analyze(text, into: &tokens)
      }
    }
  }

  /// What became of a batch.
  private struct Product {
    let worker: Worker
    let tokens: TokenBatch
    /// The types that the worker met for the first time.
    let types: [TokenType]
  }

  /// A segment being built; by one worker at a time.
  private final class OpenSegment: @unchecked Sendable {
    var builder: SegmentBuilder? = SegmentBuilder()
  }

  /// Answers handed over at a time, and batches that may wait: memory stays bounded if storing runs ahead.
  private static let batchSize = 512, waitingLimit = 16

  private let queue = OperationQueue()
  private let places = DispatchSemaphore(value: waitingLimit)
  private let segmentTokens: Int
  private let makeAnalyzer: () -> FrenchAnalyzer
  private var batch: Batch = []

  // Behind the lock.
  private let lock = NSLock()
  private var waiting: [Int: Batch] = [:]
  private var nextToTake = 0, nextToAdd = 0, batchCount = 0
  private var idle: [Worker]
  private var products: [Int: Product] = [:]
  private var isAdding = false
  private var failure: (any Error)?

  // Touched only by the worker that is adding.
  private var segment = OpenSegment()
  private var types = TypeUnion()

  private var drafts: [Int: SegmentDraft] = [:]
  private var segmentCount = 0, nextDraft = 0

  /// - Parameters:
  ///   - analyzer: used by nobody else until ``drain()`` or ``finish()`` returns.
  ///   - another: makes a further analyser, which is done where there is work for one.
  ///   - threads: how many analysers may work at a time.
  ///   - segmentTokens: a segment is closed with the answer that brings it to so many tokens.
  init(
    _ analyzer: FrenchAnalyzer, another: @escaping () -> FrenchAnalyzer,
    threads: Int = ProcessInfo.processInfo.activeProcessorCount, segmentTokens: Int = Indexing.segmentTokens
  ) {
    idle = [Worker(analyzer)]
    makeAnalyzer = another
    self.segmentTokens = segmentTokens
    queue.maxConcurrentOperationCount = max(1, min(threads, 8))
  }

  /// Adds an answer, with its annotations where it has some from elsewhere; identities ascend.
  func add(_ id: RowID<Answer>, _ text: String, _ annotations: [TokenAnnotation]? = nil) {
    batch.append((id, text, annotations))
    if batch.count >= Self.batchSize { handOver() }
  }

  private func handOver() {
    guard !batch.isEmpty else { return }
    let full = batch
    batch = []
    places.wait()
    lock.withLock {
      waiting[batchCount] = full
      batchCount += 1
    }
    queue.addOperation { [self] in
      analyzeNext()
      places.signal()
    }
  }

  /// Analyses the batch that has waited longest, then adds what is ready unless another worker is doing so.
  private func analyzeNext() {
    // Batch and analyser are taken together, so that each analyser's batches have ascending numbers.
    let (number, batch, worker) = lock.withLock {
      defer { nextToTake += 1 }
      let worker = failure == nil ? idle.popLast() ?? Worker(makeAnalyzer()) : nil
      return (nextToTake, waiting.removeValue(forKey: nextToTake) ?? [], worker)
    }
    guard let worker else { return }
    var tokens = TokenBatch()
    do {
      for (id, text, annotations) in batch {
        worker.read(text, annotations)
        try tokens.add(answer: id, tokens: worker.tokens)
      }
    } catch {
      lock.withLock { failure = failure ?? error }
    }
    let known = worker.analyzer.types.count
    let new = (UInt32(worker.knownTypes)..<UInt32(known)).map { worker.analyzer.types[$0] }
    worker.knownTypes = known
    lock.withLock {
      idle.append(worker)
      products[number] = Product(worker: worker, tokens: tokens, types: new)
    }
    addProducts()
  }

  private func addProducts() {
    while true {
      let product: Product? = lock.withLock {
        guard !isAdding, failure == nil, let product = products.removeValue(forKey: nextToAdd) else {
          return nil
        }
        isAdding = true
        nextToAdd += 1
        return product
      }
      guard let product else { return }
      do {
        try add(product)
      } catch {
        lock.withLock { failure = failure ?? error }
      }
      lock.withLock { isAdding = false }
    }
  }

  private func add(_ product: Product) throws {
    for type in product.types { product.worker.numbers.append(types.number(of: type)) }
    var next = 0
    while next < product.tokens.answerCount {
      next =
        try segment.builder?.add(
          product.tokens, from: next, types: product.worker.numbers, limit: segmentTokens)
        ?? product.tokens.answerCount
      if segment.builder?.tokenCount ?? 0 >= segmentTokens { close() }
    }
  }

  /// Has the open segment finished, by whichever worker is free, and opens another.
  private func close() {
    guard segment.builder?.answerCount ?? 0 > 0 else { return }
    let (full, types) = (segment, types)
    segment = OpenSegment()
    let number = lock.withLock {
      defer { segmentCount += 1 }
      return segmentCount
    }
    queue.addOperation { [self] in
      guard let draft = full.builder.take()?.finish(types: types) else { return }
      lock.withLock { drafts[number] = draft }
    }
  }

  /// Waits until the workers are idle, so that the analyser is free again whatever became of the import.
  func drain() {
    queue.waitUntilAllOperationsAreFinished()
  }

  /// The segments that are complete, in order, each given once: they can be stored while others are made.
  func finished() -> [SegmentDraft] {
    lock.withLock {
      var ready: [SegmentDraft] = []
      while let draft = drafts.removeValue(forKey: nextDraft) {
        ready.append(draft)
        nextDraft += 1
      }
      return ready
    }
  }

  /// Waits for the workers.
  ///
  /// - Returns: the segments made that ``finished()`` has not given.
  func finish() throws -> [SegmentDraft] {
    handOver()
    drain()
    if let failure { throw failure }
    close()
    drain()
    return finished()
  }
}
