public import CodingModel

/// Writes excerpts as rows: CSV for spreadsheets, JSON Lines for programs.
public enum ExcerptTable {
  /// Writes a header and a row an excerpt. A variable named as another column is written
  /// `variable:NAME`.
  public static func writeCSV(
    _ excerpts: some Sequence<Excerpt>, variables: [ExcerptVariable] = [], as rows: DelimitedWriter = .csv,
    to output: inout some TextOutputStream
  ) {
    let document = ExcerptRows(variables: variables, as: rows)
    document.begin([], to: &output)
    for excerpt in excerpts { document.write(excerpt, to: &output) }
  }

  /// Writes a JSON object a line; numeric variables' values are numbers, missing ones `null`.
  public static func writeJSONLines(
    _ excerpts: some Sequence<Excerpt>, variables: [ExcerptVariable] = [],
    to output: inout some TextOutputStream
  ) {
    let document = ExcerptJSONLines(variables: variables)
    for excerpt in excerpts { document.write(excerpt, to: &output) }
  }
}

/// Excerpts as a header and a row each, as ``ExcerptTable`` says.
public struct ExcerptRows: ExcerptDocument {
  /// The columns before those of the variables.
  private static let columns = [
    "respondent", "question", "code", "coder", "origin", "start", "end", "before", "segment", "after", "memo",
  ]

  private let variables: [ExcerptVariable]
  private let rows: DelimitedWriter

  /// Rows with the values of these variables.
  public init(variables: [ExcerptVariable] = [], as rows: DelimitedWriter = .csv) {
    self.variables = variables
    self.rows = rows
  }

  /// Writes the header.
  public func begin(_ headings: [ExcerptHeading], to output: inout some TextOutputStream) {
    let names = variables.map { Self.columns.contains($0.name) ? "variable:\($0.name)" : $0.name }
    rows.write(Self.columns + names, to: &output)
  }

  /// Writes an excerpt's row.
  public func write(_ excerpt: Excerpt, to output: inout some TextOutputStream) {
    rows.write(
      [
        excerpt.respondent, excerpt.question, excerpt.code, excerpt.coder, excerpt.origin.rawValue,
        String(excerpt.range.start), String(excerpt.range.end), excerpt.before, excerpt.segment,
        excerpt.after, excerpt.memo,
      ] + excerpt.values, to: &output)
  }
}

/// Excerpts as a JSON object a line, as ``ExcerptTable`` says.
public struct ExcerptJSONLines: ExcerptDocument {
  private let variables: [ExcerptVariable]

  /// Lines with the values of these variables.
  public init(variables: [ExcerptVariable] = []) {
    self.variables = variables
  }

  /// Nothing.
  public func begin(_ headings: [ExcerptHeading], to output: inout some TextOutputStream) {}

  /// Writes an excerpt's line.
  public func write(_ excerpt: Excerpt, to output: inout some TextOutputStream) {
    let fields: [(String, TableValue)] = [
      ("respondent", .text(excerpt.respondent)), ("question", .text(excerpt.question)),
      ("code", .text(excerpt.code)), ("colour", TableValue(excerpt.colour?.description)),
      ("coder", .text(excerpt.coder)), ("origin", .text(excerpt.origin.rawValue)),
      ("start", .integer(excerpt.range.start)), ("end", .integer(excerpt.range.end)),
      ("before", .text(excerpt.before)), ("segment", .text(excerpt.segment)),
      ("after", .text(excerpt.after)), ("memo", .text(excerpt.memo)),
    ]
    let values = zip(variables, excerpt.values).map { ($0.name, Self.value($1, $0.kind)) }
    output.write("{\(Self.object(fields)),\"variables\":{\(Self.object(values))}}\n")
  }

  private static func value(_ text: String, _ kind: Variable.Kind) -> TableValue {
    if text.isEmpty { return .missing }
    if kind == .numeric, let number = Numeral.parse(text) { return .number(number) }
    return .text(text)
  }

  private static func object(_ fields: [(String, TableValue)]) -> String {
    fields.map { JSONText.quote($0) + ":" + $1.json }.joined(separator: ",")
  }
}
