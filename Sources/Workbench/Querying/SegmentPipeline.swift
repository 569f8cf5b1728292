import CodingModel
import CorpusIndex
import Dispatch
import FrenchText

/// Makes segments on a thread of its own, while the answers are still being stored.
///
/// Analysing takes longer than storing; on two cores an import then takes as long as the analysis alone.
/// `@unchecked Sendable`: what the worker uses is touched only on its serial queue, and what the caller uses
/// only by the caller.
final class SegmentPipeline: @unchecked Sendable {
  private typealias Batch = [(id: RowID<Answer>, text: String, annotations: [TokenAnnotation]?)]

  /// Answers handed over at a time, and batches that may wait: memory stays bounded if storing runs ahead.
  private static let batchSize = 1024, waitingLimit = 8

  private let queue = DispatchQueue(label: "verbatim.analysis")
  private let places = DispatchSemaphore(value: waitingLimit)
  private var maker: SegmentMaker
  private var failure: (any Error)?
  private var batch: Batch = []

  /// - Parameter analyzer: used by nobody else until ``finish()`` returns.
  init(_ analyzer: FrenchAnalyzer) {
    maker = SegmentMaker(analyzer)
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
    queue.async { [self] in
      defer { places.signal() }
      guard failure == nil else { return }
      do {
        for (id, text, annotations) in full { try maker.add(id, text, annotations) }
      } catch {
        failure = error
      }
    }
  }

  /// Waits until the worker is idle, so that the analyser is free again whatever became of the import.
  func drain() {
    queue.sync {}
  }

  /// Waits for the worker.
  ///
  /// - Returns: the segments made.
  func finish() throws -> [SegmentDraft] {
    handOver()
    return try queue.sync {
      if let failure { throw failure }
      return maker.finish()
    }
  }
}
