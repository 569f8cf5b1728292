import CodingModel
import GRDB

/// That a coder has gone through an answer is noted by the first act that shows it, but each coding of theirs there
/// shows it as well.
///
/// Were the note the first act's alone, undoing that act would make an answer unseen that the coder has coded since, and
/// an undone coding could not be done again after another on the same answer.
enum SeenHandover {
  /// Before a coding by hand is undone: hands its note over to the earliest other act in force that coded the same answer
  /// in the same name and would have noted it: a later one, or an earlier one that was done again after this one.
  static func release(_ db: Database, from act: Act) throws {
    guard act.kind == .code else { return }
    let added = try Row.fetchAll(
      db,
      sql: """
        SELECT sequence, firstRow FROM change
        WHERE actID = ? AND tableName = 'seen' AND operation = 'insert' AND firstRow = lastRow
        """, arguments: [act.id.value])
    for note in added {
      let (sequence, row): (Int64, Int64) = (note[0], note[1])
      let codings = try Int64.fetchAll(
        db,
        sql: """
          SELECT coding.id FROM coding JOIN seen USING (answerID, coderID)
          WHERE seen.id = ? AND coding.origin = 'hand'
          """, arguments: [row])
      let heirs = try ActFootprint.actsInForce(db, on: .coding, codings, except: act.id.value)
      guard !heirs.isEmpty else { continue }
      let yielded = Set(
        try Int64.fetchAll(
          db, sql: "SELECT actID FROM change WHERE tableName = 'seen' AND firstRow > lastRow AND actID < ?",
          arguments: [act.id.value]))
      guard let heir = heirs.filter({ $0 > act.id.value || yielded.contains($0) }).min() else { continue }
      try empty(db, act.id.value, sequence)
      try db.execute(
        sql: """
          INSERT INTO change
          SELECT ?1, min(sequence) - 1, 'seen', 'insert', ?2, ?2 FROM change WHERE actID = ?1
          """, arguments: [heir, row])
    }
  }

  /// Before an act is done again: forgets those of its notes that another act has made since.
  static func yield(_ db: Database, for act: Int64) throws {
    let repeated = try Row.fetchAll(
      db,
      sql: """
        SELECT image.id, image.sequence FROM seen_image AS image JOIN seen USING (answerID, coderID)
        JOIN change ON change.actID = image.actID AND change.sequence = image.sequence
        WHERE image.actID = ? AND change.operation = 'insert'
        """, arguments: [act])
    for note in repeated {
      let (row, sequence): (Int64, Int64) = (note[0], note[1])
      try db.execute(
        sql: "DELETE FROM seen_image WHERE actID = ? AND sequence = ? AND id = ?",
        arguments: [act, sequence, row])
      let rest = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM seen_image WHERE actID = ? AND sequence = ?",
        arguments: [act, sequence])
      if rest == 0 { try empty(db, act, sequence) }
    }
  }

  /// Before a coding is done again: gets back the note that it made, or would have made, where an act that has been undone
  /// since took it along and the answer is not gone through in the coder's name without it.
  static func fetch(_ db: Database, for act: Act) throws {
    guard act.kind == .code else { return }
    let notes = try Row.fetchAll(
      db,
      sql: """
        SELECT min(note.actID), note.id, note.answerID, note.coderID, noted.sequence FROM seen_image AS note
        JOIN change AS noted ON noted.actID = note.actID AND noted.sequence = note.sequence
          AND noted.operation = 'insert' AND noted.firstRow = noted.lastRow
        JOIN act AS holder ON holder.id = note.actID AND holder.state = 'undone' AND holder.kind = 'code'
        WHERE note.actID <> ?1
        AND (note.actID < ?1 OR EXISTS
          (SELECT 1 FROM change WHERE actID = ?1 AND tableName = 'seen' AND firstRow > lastRow))
        AND EXISTS (SELECT 1 FROM coding_image AS coding JOIN change USING (actID, sequence)
          WHERE coding.actID = ?1 AND change.operation = 'insert' AND coding.origin = 'hand'
          AND coding.answerID = note.answerID AND coding.coderID = note.coderID)
        AND NOT EXISTS (SELECT 1 FROM seen WHERE seen.answerID = note.answerID AND seen.coderID = note.coderID)
        AND NOT EXISTS (SELECT 1 FROM seen_image AS own WHERE own.actID = ?1
          AND own.answerID = note.answerID AND own.coderID = note.coderID)
        GROUP BY note.answerID, note.coderID
        """, arguments: [act.id.value])
    for note in notes {
      let (holder, row, sequence): (Int64, Int64, Int64) = (note[0], note[1], note[4])
      let place =
        try Int64.fetchOne(
          db, sql: "SELECT min(sequence) - 1 FROM change WHERE actID = ?", arguments: [act.id.value]) ?? 0
      try db.execute(
        sql: "UPDATE seen_image SET actID = ?, sequence = ? WHERE actID = ? AND sequence = ? AND id = ?",
        arguments: [act.id.value, place, holder, sequence, row])
      try empty(db, holder, sequence)
      try db.execute(
        sql: "INSERT INTO change VALUES (?, ?, 'seen', 'insert', ?, ?)",
        arguments: [act.id.value, place, row, row])
    }
  }

  /// Makes an entry one of nothing, which keeps the numbering of the act's changes whole.
  private static func empty(_ db: Database, _ act: Int64, _ sequence: Int64) throws {
    try db.execute(
      sql: "UPDATE change SET firstRow = 1, lastRow = 0 WHERE actID = ? AND sequence = ?",
      arguments: [act, sequence])
  }
}
