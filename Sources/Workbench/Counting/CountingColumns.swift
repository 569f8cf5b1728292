import CodingModel
import ProjectStore

/// What counting needs of a project, as numbers: each column is read when it is first asked for and kept until the
/// project changes, so that of several tables one after another only the first waits for the disk.
final class CountingColumns {
  private let stamp: ChangeStamp?
  private var knownOwners: AnswerOwners?
  private var knownCodings: CodingColumns?
  private var knownWeights: WeightColumn?
  private var knownValues: [RowID<Variable>: ValueColumn] = [:]

  fileprivate init(_ stamp: ChangeStamp?, owners: AnswerOwners?) {
    self.stamp = stamp
    knownOwners = owners
  }

  /// These columns where nothing has changed since; else empty ones, which keep what rests on answers alone as long
  /// as these are the same.
  fileprivate func current(_ stamp: ChangeStamp?) -> CountingColumns {
    guard let stamp, let old = self.stamp else { return CountingColumns(stamp, owners: nil) }
    return stamp == old
      ? self : CountingColumns(stamp, owners: stamp.corpus == old.corpus ? knownOwners : nil)
  }

  /// Whose each answer is.
  func owners(_ reader: ProjectReader) throws -> AnswerOwners {
    if let knownOwners { return knownOwners }
    let owners = try AnswerOwners(reader)
    knownOwners = owners
    return owners
  }

  /// All codings.
  func codings(_ reader: ProjectReader) throws -> CodingColumns {
    if let knownCodings { return knownCodings }
    let codings = try CodingColumns(reader)
    knownCodings = codings
    return codings
  }

  /// Every respondent's weight.
  func weights(_ reader: ProjectReader) throws -> WeightColumn {
    if let knownWeights { return knownWeights }
    let weights = try WeightColumn(reader)
    knownWeights = weights
    return weights
  }

  /// Every respondent's value of a variable.
  func values(of variable: RowID<Variable>, _ reader: ProjectReader) throws -> ValueColumn {
    if let known = knownValues[variable] { return known }
    let values = try reader.valueColumn(of: variable)
    knownValues[variable] = values
    return values
  }
}

extension Study {
  /// The columns of the project as `reader` sees it.
  func columns(_ reader: ProjectReader) throws -> CountingColumns {
    let stamp = try reader.changeStamp()
    let columns = knownColumns?.current(stamp) ?? CountingColumns(stamp, owners: nil)
    // What is read within an act is forgotten with it.
    if stamp != nil { knownColumns = columns }
    return columns
  }
}
