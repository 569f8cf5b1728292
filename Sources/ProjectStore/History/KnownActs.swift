import CodingModel
import GRDB

/// The acts that a project knows of: its own, and those of the projects that were merged into it.
///
/// An act has an identity of its own, the same in every copy made after it. Which of two projects knows the other's last act
/// on something says which of them decided on it last, whatever their clocks said.
public struct KnownActs: Sendable {
  /// All that are known: own acts but for merges, undoing and redoing included, and those that merges in force brought.
  public internal(set) var all: Set<Int64> = []
  /// The identities of the project's entries, by their numbers, in order.
  public internal(set) var entries: [(number: Int64, identity: Int64)] = []
  /// The number of no act, for what merges that changed nothing brought to knowledge: nobody can undo it.
  static let none: Int64 = 0
  private var own: [Int64: Int64] = [:]
  /// The entry by which each act came to be known, as far as it was one.
  private var learned: [Int64: Int64] = [:]
  private var brought: [Int64: Set<Int64>] = [:]

  /// Nothing is known.
  public init() {}

  init(_ db: Database) throws {
    let noted = try Row.fetchCursor(db, sql: "SELECT actID, identity FROM knownAct")
    while let row = try noted.next() {
      let (number, identity): (Int64, Int64) = (row[0], row[1])
      brought[number, default: []].insert(identity)
      if number != Self.none { learned[identity] = min(learned[identity] ?? .max, number) }
    }
    all = brought[Self.none] ?? []
    var last: UInt64 = 0
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, identity, kind, state, date || ' ' || kind || ' ' || coder || ' ' || details FROM act ORDER BY id
        """)
    while let row = try rows.next() {
      let (number, kind, state, mark): (Int64, String, String, String) = (row[0], row[2], row[3], row[4])
      // Acts from before acts had identities are told by what they and those before them say.
      let identity = (row[1] as Int64?) ?? Int64(bitPattern: Self.hash(mark, after: last))
      last = UInt64(bitPattern: identity)
      entries.append((number, identity))
      if kind == Act.Kind.merge.rawValue {
        if state == Act.State.done.rawValue { all.formUnion(brought[number] ?? []) }
      } else {
        own[number] = identity
        learned[identity] = number
        all.insert(identity)
      }
    }
  }

  private static func hash(_ mark: String, after last: UInt64) -> UInt64 {
    var bytes = Array(mark.utf8)
    unsafe withUnsafeBytes(of: last.littleEndian) { unsafe bytes.append(contentsOf: $0) }
    return unsafe bytes.withUnsafeBytes { unsafe XXH64.hash($0) }
  }

  /// Whether the first acts were known here before the others; nil where that cannot be told.
  public func knew(_ first: Set<Int64>, before others: Set<Int64>) -> Bool? {
    guard let one = first.map({ learned[$0] ?? .max }).max(),
      let other = others.map({ learned[$0] ?? .max }).max(),
      one != other
    else { return nil }
    return one < other
  }

  /// The acts that an entry of the history stands for: itself, or, a merge, what it brought; nil where that is not known.
  public func acts(ofEntry number: Int64?) -> Set<Int64>? {
    guard let number else { return nil }
    return own[number].map { [$0] } ?? brought[number]
  }
}

extension ProjectReader {
  /// The acts that the project knows of. Cost: linear in its history.
  public func knownActs() throws -> KnownActs { try KnownActs(db) }
}

extension ActWriter {
  /// Notes that the project knows of these acts: as long as this act, a merge, is in force, or, where it has changed nothing,
  /// from now on.
  public func learn(_ identities: Set<Int64>) throws {
    let number = hasChanges ? actID : KnownActs.none
    for identity in identities {
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO knownAct VALUES (?, ?)")
        .execute(arguments: [number, identity])
    }
  }
}
