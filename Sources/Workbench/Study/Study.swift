import CodingModel
import CorpusIndex
import Foundation
import FrenchText
public import ProjectStore

/// An open project with what use cases share: its index, the French analysis, who codes.
///
/// Everything is opened when it is first needed: listing codes loads no dictionary. One thread at a time.
public final class Study {
  /// What long work is doing, for a progress bar.
  public enum Stage: Sendable {
    /// Reading a survey and storing its answers.
    case importing
    /// Analysing answers for the index.
    case indexing
    /// Applying codes' rules.
    case applyingRules
  }

  /// The project file.
  public let project: ProjectFile
  /// Where the project file is, as given.
  public var path: String { project.path }
  /// Whether one query is all that will be asked, so that nothing of what it needs is to be kept for others.
  public var isForOneQuery = false
  /// Called now and then during long work with its stage and the share done, 0 to 1.
  public var progress: ((Stage, Double) -> Void)?

  var loadedAnalyzer: FrenchAnalyzer?
  var openIndex: OpenIndex?
  /// The numbers of segments that were looked at and are of the format in use.
  var segmentsOfThisFormat: Set<Int64> = []
  var knownColumns: CountingColumns?
  var knownTexts: KnownTexts?
  var knownFilters: KnownFilters?

  /// Opens the project at `path`.
  ///
  /// - Throws: ``ProjectError``.
  public init(opening path: String) throws {
    project = try ProjectFile.open(path)
  }

  /// Creates an empty project at `path` and opens it.
  ///
  /// - Throws: ``ProjectError``.
  public init(creating path: String) throws {
    project = try ProjectFile.create(path)
  }

  /// An empty project that is only for a trial and is gone with the process.
  ///
  /// - Throws: ``ProjectError``.
  public static func forTrial() throws -> Study { Study(try ProjectFile.unnamed()) }

  private init(_ project: ProjectFile) { self.project = project }

  /// Takes a project's file away again that was created in vain; it stays if anything was done in it.
  public func removeIfUnused() { try? project.removeIfUnused() }

  /// The French analyser. The first use loads the lexicon.
  ///
  /// - Throws: `LexiconError` where the dictionary is not installed.
  func analyzer() throws -> FrenchAnalyzer {
    if let loadedAnalyzer { return loadedAnalyzer }
    let analyzer = FrenchAnalyzer(lexicon: try Lexicon())
    loadedAnalyzer = analyzer
    return analyzer
  }

  /// Analysis on several threads, by the analyser and as many more as there is work for.
  ///
  /// - Throws: `LexiconError` where the dictionary is not installed.
  func segmentPipeline() throws -> SegmentPipeline {
    let lexicon = try Lexicon()
    return SegmentPipeline(try analyzer(), another: { FrenchAnalyzer(lexicon: lexicon) })
  }
}
