public import CodingModel
import Foundation
import GRDB

/// A project: one study in one SQLite file.
///
/// Reading and writing go through ``read(_:)`` and ``perform(_:coder:_:)``; every act is one transaction
/// with its entry in the history, so that whatever interrupts the process, the file holds each act whole
/// or not at all. Commits are flushed to the disk before they are reported.
///
/// SQLite's rollback journal is used rather than its write-ahead log: a project then is one file at rest,
/// also on a shared folder or a memory stick.
public final class ProjectFile: Sendable {
  /// Where the file is, as given.
  public let path: String
  /// Whether acts can be performed; otherwise only reading is possible.
  public let isWritable: Bool
  let queue: DatabaseQueue
  private let mapping = ReadMapping()
  private let now: @Sendable () -> String

  private init(path: String, isWritable: Bool, queue: DatabaseQueue, now: @escaping @Sendable () -> String) {
    self.path = path
    self.isWritable = isWritable
    self.queue = queue
    self.now = now
  }

  /// Opens a project file, bringing an older one to this version's tables.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - busyTimeout: for how many seconds to wait while another process writes.
  ///   - now: gives the time stamped on acts, as `2026-11-22T10:30:00Z`.
  /// - Throws: ``ProjectError``.
  public static func open(
    _ path: String, busyTimeout: Double = 10, now: @escaping @Sendable () -> String = ProjectFile.systemTime
  ) throws(ProjectError) -> ProjectFile {
    let isWritable = try ProjectHeader.check(path)
    return try translating(path) {
      let queue = try DatabaseQueue(
        path: path, configuration: configuration(readonly: !isWritable, busyTimeout: busyTimeout))
      let migrator = ProjectSchema.migrator
      let age = try queue.read { try ProjectSchema.age($0, migrator) }
      if age == .newer { throw ProjectError.newerVersion(path: path) }
      if age == .older {
        guard isWritable else { throw ProjectError.readOnly(path: path) }
        try migrator.migrate(queue)
      }
      return ProjectFile(path: path, isWritable: isWritable, queue: queue, now: now)
    }
  }

  /// Opens a project file that is not to be changed, whatever happens: an older one is brought to this version's tables
  /// in a copy, which goes when the project is let go, and so is one that a process left in the middle of an act.
  ///
  /// - Throws: ``ProjectError``.
  public static func openToRead(_ path: String) throws(ProjectError) -> ProjectFile {
    _ = try ProjectHeader.check(path)
    do {
      let opened = try translating(path) { () throws -> ProjectFile? in
        let queue = try DatabaseQueue(
          path: path, configuration: configuration(readonly: true, busyTimeout: 10))
        let migrator = ProjectSchema.migrator
        let age = try queue.read { try ProjectSchema.age($0, migrator) }
        if age == .newer { throw ProjectError.newerVersion(path: path) }
        return age == .current
          ? ProjectFile(path: path, isWritable: false, queue: queue, now: systemTime) : nil
      }
      if let opened { return opened }
    } catch .readOnly where FileManager.default.fileExists(atPath: path + "-journal") {
      // What was in the middle of an act can be undone in a copy only.
    } catch .cannotCreate where FileManager.default.fileExists(atPath: path + "-journal") {
    }
    return try openCopy(of: path)
  }

  private static func openCopy(of path: String) throws(ProjectError) -> ProjectFile {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "verbatim-\(UUID().uuidString)")
    let copy = folder.appendingPathComponent("copy.verbatim").path
    // An open file needs no name: the folder can go as soon as all is read into the copy's own pages.
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try FileManager.default.copyItem(atPath: path, toPath: copy)
      if FileManager.default.fileExists(atPath: path + "-journal") {
        try FileManager.default.copyItem(atPath: path + "-journal", toPath: copy + "-journal")
      }
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: copy)
    } catch {
      throw .readOrWriteFailed(path: path, code: 10)
    }
    return try translating(path) {
      let queue = try DatabaseQueue(path: copy, configuration: configuration(readonly: false, busyTimeout: 0))
      let migrator = ProjectSchema.migrator
      if try queue.read({ try ProjectSchema.age($0, migrator) }) == .newer {
        throw ProjectError.newerVersion(path: path)
      }
      try migrator.migrate(queue)
      return ProjectFile(path: path, isWritable: false, queue: queue, now: systemTime)
    }
  }

  /// Creates an empty project file. It appears under its name only when it is complete.
  ///
  /// - Throws: ``ProjectError/alreadyExists(path:)``, ``ProjectError/cannotCreate(path:)`` and the errors
  ///   of the disk.
  public static func create(
    _ path: String, now: @escaping @Sendable () -> String = ProjectFile.systemTime
  ) throws(ProjectError) -> ProjectFile {
    try makeFile(path) { queue in
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA application_id = \(ProjectHeader.applicationID)")
      }
      try ProjectSchema.migrator.migrate(queue)
      // The steps leave pages of tables that later steps replaced.
      try queue.vacuum()
    }
    return try open(path, now: now)
  }

  /// An empty project in a file without a name, for what is only tried: the system takes it back when the process ends,
  /// however it ends.
  ///
  /// - Throws: ``ProjectError``.
  public static func unnamed(
    now: @escaping @Sendable () -> String = ProjectFile.systemTime
  ) throws(ProjectError) -> ProjectFile {
    try translating("") {
      // SQLite takes the name of such a file away as it opens it.
      let queue = try DatabaseQueue(path: "", configuration: configuration(readonly: false, busyTimeout: 0))
      try ProjectSchema.migrator.migrate(queue)
      return ProjectFile(path: "", isWritable: true, queue: queue, now: now)
    }
  }

  /// Copies the project, complete and consistent, into a new file, which appears under its name only when
  /// it is complete.
  ///
  /// - Throws: ``ProjectError/alreadyExists(path:)`` rather than writing over anything,
  ///   ``ProjectError/cannotCreate(path:)`` and the errors of the disk.
  public func backup(to target: String) throws(ProjectError) {
    try Self.makeFile(target) { try queue.backup(to: $0) }
  }

  private static func makeFile(
    _ path: String, _ fill: (DatabaseQueue) throws -> Void
  ) throws(ProjectError) {
    guard !FileManager.default.fileExists(atPath: path) else { throw .alreadyExists(path: path) }
    let target = URL(fileURLWithPath: path)
    let draft = target.deletingLastPathComponent()
      .appendingPathComponent(".\(target.lastPathComponent).\(UUID().uuidString.prefix(8))")
    guard FileManager.default.createFile(atPath: draft.path, contents: nil) else {
      throw .cannotCreate(path: path)
    }
    defer { try? FileManager.default.removeItem(at: draft) }
    try translating(path) {
      let queue = try DatabaseQueue(
        path: draft.path, configuration: configuration(readonly: false, busyTimeout: 0))
      try fill(queue)
      try queue.close()
    }
    // A link is made or not in one step, where a move looks first and may then replace what came in between.
    if unsafe link(draft.path, target.path) == 0 { return }
    if errno == EEXIST { throw .alreadyExists(path: path) }
    do {
      // Where the disk knows no links.
      try FileManager.default.moveItem(at: draft, to: target)
    } catch {
      throw FileManager.default.fileExists(atPath: path)
        ? .alreadyExists(path: path) : .cannotCreate(path: path)
    }
  }

  /// Takes the file away again if no act was ever performed in it, by this process or another that found it meanwhile.
  /// A process that has it open and comes to write later gets ``ProjectError/noSuchFile(path:)``.
  ///
  /// - Throws: ``ProjectError``.
  public func removeIfUnused() throws(ProjectError) {
    try Self.translating(path) {
      try queue.inDatabase { db in
        try db.inTransaction(.exclusive) {
          if try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM act)") == false {
            try FileManager.default.removeItem(atPath: path)
          }
          return .rollback
        }
      }
    }
  }

  /// Reads from one consistent state of the project. Reading may be nested, also inside an act, whose own
  /// changes are then seen.
  ///
  /// - Throws: ``ProjectError``, or what `body` throws.
  public func read<Result>(_ body: (ProjectReader) throws -> Result) throws -> Result {
    try reading(body, before: mapping.end, after: mapping.end)
  }

  /// The same for reading many answers together with parts of the index: the file is not mapped for these, which would hold
  /// the answers in memory as well.
  ///
  /// - Throws: ``ProjectError``, or what `body` throws.
  public func readAnswers<Result>(_ body: (ProjectReader) throws -> Result) throws -> Result {
    try reading(body, before: mapping.forbid, after: mapping.end)
  }

  private func reading<Result>(
    _ body: (ProjectReader) throws -> Result, before: (Database) -> Void, after: (Database) -> Void
  ) throws -> Result {
    do {
      return try queue.unsafeReentrantRead { db in
        if db.isInsideTransaction { return try body(ProjectReader(db: db)) }
        var result: Result?
        before(db)
        defer { after(db) }
        try db.inTransaction(.deferred) {
          result = try RowFaults.refusing(path) { try body(ProjectReader(db: db)) }
          return .commit
        }
        return result!
      }
    } catch let error as DatabaseError {
      throw Self.projectError(error, path)
    }
  }

  /// Reads so many bytes of the index, from the same state of the project as all else that is read around it.
  ///
  /// - Throws: ``ProjectError``, or what `body` throws.
  public func readIndex<Result>(
    byteCount: Int, _ body: (ProjectReader) throws -> Result
  ) throws -> Result {
    try reading(
      { reader in
        try mapping.begin(reader.db, byteCount: byteCount)
        return try body(reader)
      }, before: { _ in }, after: mapping.rest)
  }

  /// Performs an act: one transaction, one entry in the history, and all that is needed to undo it.
  ///
  /// Where `body` changes nothing, nothing is entered. Where it throws, nothing is changed.
  ///
  /// - Parameters:
  ///   - kind: what is done.
  ///   - coder: in whose name; empty for nobody's.
  ///   - body: makes the changes and fills ``ActWriter/details``.
  /// - Returns: what `body` returns, and the act entered, if any.
  /// - Throws: ``ProjectError``, ``ActError``, or what `body` throws.
  @discardableResult
  public func perform<Result>(
    _ kind: Act.Kind, coder: String = "", _ body: (ActWriter) throws -> Result
  ) throws -> (result: Result, act: Act?) {
    try writing { db in
      let writer = try ActWriter(db: db, date: now())
      let result = try body(writer)
      return (result, try writer.finish(kind: kind, coder: coder))
    }
  }

  /// Writes what can be rebuilt or chosen again and is no act: the index, settings.
  func writing<Result>(_ body: (Database) throws -> Result) throws -> Result {
    guard isWritable else { throw ProjectError.readOnly(path: path) }
    do {
      try queue.writeWithoutTransaction { try $0.execute(sql: Self.forWriting) }
      defer { try? queue.writeWithoutTransaction { try $0.execute(sql: Self.forReading) } }
      return try queue.write { db in try RowFaults.refusing(path) { try body(db) } }
    } catch let error as DatabaseError {
      throw Self.projectError(error, path)
    }
  }

  /// The time that undoing and redoing are stamped with.
  var time: String { now() }

  /// The system's time in UTC, to the second, as `2026-11-22T10:30:00Z`. Where `SOURCE_DATE_EPOCH` is set,
  /// it is that instant, so that a run can be repeated to the byte.
  public static let systemTime: @Sendable () -> String = {
    let endOfYear9999: Int64 = 253_402_300_799
    let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap { Int64($0) }
    let date = epoch.map { Date(timeIntervalSince1970: Double(min(max(0, $0), endOfYear9999))) } ?? Date()
    return date.formatted(.iso8601)
  }

  /// A mapped page is met anew at each look-up, so that going through all its cells each time would take most of the
  /// time; what a look-up itself uses of a page is checked in any case.
  private static let forReading = "PRAGMA cache_size = -16384; PRAGMA cell_size_check = OFF"
  private static let forWriting = "PRAGMA cache_size = -65536; PRAGMA cell_size_check = ON"

  private static func configuration(readonly: Bool, busyTimeout: Double) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readonly
    configuration.busyMode = .timeout(busyTimeout)
    configuration.label = "verbatim"
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA trusted_schema = OFF; " + forReading)
      if !readonly { try db.execute(sql: "PRAGMA synchronous = EXTRA; PRAGMA journal_mode = DELETE") }
    }
    return configuration
  }

  private static func translating<Result>(
    _ path: String, _ body: () throws -> Result
  ) throws(ProjectError) -> Result {
    do {
      return try body()
    } catch let error as ProjectError {
      throw error
    } catch let error as DatabaseError {
      throw projectError(error, path)
    } catch {
      throw .readOrWriteFailed(path: path, code: 1)
    }
  }

  private static func projectError(_ error: DatabaseError, _ path: String) -> ProjectError {
    // The file was taken away or replaced after it was opened.
    if error.extendedResultCode == .SQLITE_READONLY_DBMOVED { return .noSuchFile(path: path) }
    return switch error.resultCode {
    case .SQLITE_FULL: .diskFull(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM: .readOnly(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
    case .SQLITE_CORRUPT: .damaged(path: path)
    case .SQLITE_NOTADB: .notSQLite(path: path)
    case .SQLITE_CANTOPEN: .cannotCreate(path: path)
    default: .readOrWriteFailed(path: path, code: Int(error.extendedResultCode.rawValue))
    }
  }
}
