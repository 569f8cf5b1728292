import CodingModel
public import Interchange
import ProjectStore

/// The whole history as data: who did what when, act by act and change by change, so that others can follow how codings
/// came about.
///
/// Things are named (codes by key, answers by respondent and question); answers' texts are never given, memos and examples
/// only where asked for, since they may quote answers.
public struct HistoryExport {
  private let study: Study
  private let withMemos: Bool

  /// The history of a study.
  ///
  /// - Parameter withMemos: whether to give the texts of memos and examples.
  public init(_ study: Study, withMemos: Bool = false) {
    self.study = study
    self.withMemos = withMemos
  }

  /// The columns of the history as a table.
  static let columns = [
    "act", "date", "coder", "kind", "state", "details", "change", "subject", "operation", "before", "after",
  ]

  /// Calls `write` with the history piece by piece: as JSON Lines an object an act and, after it, one a change; as a table
  /// a row a change, with its act beside it, and one for an act of which no change is known.
  public func write(as format: TableFormat, _ write: (String) throws -> Void) throws {
    try study.project.read { reader in
      let acts = try reader.history().reversed()
      let changed = Set(try changedActs(reader))
      var waiting = acts[...]
      var table = TableWriter(columns: Self.columns, format: format)
      var text = ""
      if format != .jsonl { table.begin(&text) }
      try write(text)
      /// Acts up to one, those without changes with all that is known of them.
      func advance(to act: RowID<Act>?) throws {
        while let next = waiting.first, act.map({ next.id <= $0 }) ?? true {
          waiting = waiting.dropFirst()
          if format == .jsonl {
            try write(Self.line(next) + "\n")
          } else if !changed.contains(next.id) {
            var text = ""
            table.write(Self.cells(next) + Array(repeating: .missing, count: 5), to: &text)
            try write(text)
          }
        }
      }
      let byID = Dictionary(uniqueKeysWithValues: acts.map { ($0.id, $0) })
      var (current, number): (RowID<Act>?, Int) = (nil, 0)
      try reader.forEachChange(withMemos: withMemos) { change in
        guard let act = byID[change.act] else { return }
        if current != change.act {
          try advance(to: change.act)
          (current, number) = (change.act, 0)
        }
        number += 1
        if format == .jsonl { return try write(Self.line(change, number) + "\n") }
        var text = ""
        table.write(
          Self.cells(act) + [
            .integer(number), .text(change.subject), .text(change.operation),
            TableValue(change.before.map { Self.object($0).text }),
            TableValue(change.after.map { Self.object($0).text }),
          ], to: &text)
        try write(text)
      }
      try advance(to: nil)
      var end = ""
      if format != .jsonl { table.end(&end) }
      try write(end)
    }
  }

  /// The whole text.
  public func text(as format: TableFormat) throws -> String {
    var text = ""
    try write(as: format) { text += $0 }
    return text
  }

  private func changedActs(_ reader: ProjectReader) throws -> [RowID<Act>] { try reader.recordedActs() }

  private static func cells(_ act: Act) -> [TableValue] {
    [
      .integer(Int(act.id.value)), .text(act.date), .text(act.coder), .text(act.kind.rawValue),
      .text(act.state.rawValue), .text(details(act).text),
    ]
  }

  private static func details(_ act: Act) -> JSONObject {
    var object = JSONObject()
    for (name, value) in act.details.sorted(by: { $0.key < $1.key }) { object.add(name, .text(value)) }
    return object
  }

  private static func line(_ act: Act) -> String {
    var object = JSONObject()
    object.add("is", .text("act"))
    object.add("act", .integer(Int(act.id.value)))
    object.add("date", .text(act.date))
    object.add("coder", .text(act.coder))
    object.add("kind", .text(act.kind.rawValue))
    object.add("state", .text(act.state.rawValue))
    object.add("details", details(act))
    return object.text
  }

  private static func line(_ change: AuditedChange, _ number: Int) -> String {
    var object = JSONObject()
    object.add("is", .text("change"))
    object.add("act", .integer(Int(change.act.value)))
    object.add("change", .integer(number))
    object.add("subject", .text(change.subject))
    object.add("operation", .text(change.operation))
    if let before = change.before { object.add("before", self.object(before)) }
    if let after = change.after { object.add("after", self.object(after)) }
    return object.text
  }

  private static func object(_ state: AuditedChange.State) -> JSONObject {
    var object = JSONObject()
    for (name, value) in state {
      switch value {
      case .text(let text): object.add(name, .text(text))
      case .integer(let integer): object.add(name, .integer(Int(integer)))
      case .number(let number): object.add(name, .number(number))
      case .missing: object.add(name, .missing)
      }
    }
    return object
  }
}
