import GRDB

/// How many there are of what answers are counted by.
public struct SurveyCounts: Hashable, Sendable {
  /// Answers, respondents, and respondents with at least one answer.
  public let answers: Int, respondents: Int, answeringRespondents: Int
}

/// What is counted at every query, and written down when the index is found whole, since counting takes a while.
public enum SurveyCount: String, CaseIterable, Sendable {
  /// The answers.
  case answers
  /// The respondents.
  case respondents
  /// The respondents with at least one answer.
  case answeringRespondents

  fileprivate var sql: String {
    switch self {
    case .answers: "SELECT count(*) FROM answer"
    case .respondents: "SELECT count(*) FROM respondent"
    case .answeringRespondents: "SELECT count(DISTINCT respondentID) FROM answer"
    }
  }
}

/// A number that changes with every change of the answers or the respondents, by which a stale index is noticed.
enum CorpusGeneration {
  static func current(_ db: Database) throws -> Int64 {
    try number(db, "corpusGeneration") ?? 0
  }

  static func advance(_ db: Database) throws {
    try set(db, "corpusGeneration", try current(db) &+ 1)
  }

  static func set(_ db: Database, _ name: String, _ value: Int64) throws {
    try db.execute(
      sql: "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      arguments: [name, value])
  }

  static func indexed(_ db: Database) throws -> Int64 {
    try number(db, "indexedGeneration") ?? 0
  }

  /// A setting that is a number; asked for at every query.
  private static func number(_ db: Database, _ name: String) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT value FROM setting WHERE name = ?"), arguments: [name])
  }

  /// A number as it was written down, where nothing has changed since; else as it is counted now.
  static func count(_ db: Database, _ count: SurveyCount) throws -> Int {
    try self.count(db, count, written(db))
  }

  /// All these numbers, what was written down read at once.
  static func counts(_ db: Database) throws -> SurveyCounts {
    let written = try written(db)
    return SurveyCounts(
      answers: try count(db, .answers, written), respondents: try count(db, .respondents, written),
      answeringRespondents: try count(db, .answeringRespondents, written))
  }

  private static func count(_ db: Database, _ count: SurveyCount, _ written: [SurveyCount: Int]) throws -> Int
  {
    try written[count] ?? counted(db, count)
  }

  private static func counted(_ db: Database, _ count: SurveyCount) throws -> Int {
    try Int.fetchOne(db, sql: count.sql) ?? 0
  }

  /// Which of the numbers that were written down are not those of what there is.
  static func wrongCounts(_ db: Database) throws -> [SurveyCount] {
    let written = try written(db)
    return try SurveyCount.allCases.filter { count in
      try written[count].map { try $0 != counted(db, count) } ?? false
    }
  }

  /// The numbers that were written down; none where something has changed since.
  static func written(_ db: Database) throws -> [SurveyCount: Int] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT name, value FROM setting WHERE name IN ('corpusGeneration', 'indexedGeneration', 'count:answers',
        'count:respondents', 'count:answeringRespondents')
        """)
    var numbers: [String: Int] = [:]
    for row in try Row.fetchAll(statement) {
      let (name, value): (DatabaseValue, DatabaseValue) = (row[0], row[1])
      if let name = String.fromDatabaseValue(name) { numbers[name] = Int.fromDatabaseValue(value) }
    }
    guard numbers["corpusGeneration", default: 0] == numbers["indexedGeneration", default: 0] else {
      return [:]
    }
    var written: [SurveyCount: Int] = [:]
    for count in SurveyCount.allCases { written[count] = numbers["count:\(count.rawValue)"] }
    return written
  }

  /// Notes that the index is whole for the answers as they are.
  static func settle(_ db: Database) throws {
    for count in SurveyCount.allCases {
      try set(db, "count:\(count.rawValue)", Int64(try counted(db, count)))
    }
    try set(db, "indexedGeneration", try current(db))
  }
}
