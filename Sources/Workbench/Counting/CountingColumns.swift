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
  private var knownCodedOwners: [UInt32]?
  private var knownOwnerValues: [RowID<Variable>: [UInt32]] = [:]

  /// Stands for nobody, and for no value.
  static let none = UInt32.max

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

  /// The number of who gave each coded answer, in the order of `codings`; ``none`` for an answer that is not there.
  func owners(of codings: CodingColumns, _ reader: ProjectReader) throws -> [UInt32] {
    if codings.areAll, let knownCodedOwners { return knownCodedOwners }
    let owners = try owners(reader)
    let numbers = codings.codings.answers.map { owners.respondent(of: $0).map { UInt32($0) } ?? Self.none }
    if codings.areAll { knownCodedOwners = numbers }
    return numbers
  }

  /// The place in its column of the value of each respondent with an answer, by number; ``none`` for one without.
  func ownerValues(of variable: RowID<Variable>, _ reader: ProjectReader) throws -> [UInt32] {
    if let known = knownOwnerValues[variable] { return known }
    let column = try values(of: variable, reader)
    let places = try owners(reader).respondents.map { column[$0].map { UInt32($0) } ?? Self.none }
    knownOwnerValues[variable] = places
    return places
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
  /// Lets the columns go where a single thing is asked of the project, once what it needs has been made of them.
  func leaveColumns() {
    if isForOneQuery { knownColumns = nil }
  }

  /// The columns of the project as `reader` sees it.
  func columns(_ reader: ProjectReader) throws -> CountingColumns {
    let stamp = try reader.changeStamp()
    let columns = knownColumns?.current(stamp) ?? CountingColumns(stamp, owners: nil)
    // What is read within an act is forgotten with it.
    if stamp != nil { knownColumns = columns }
    return columns
  }
}
