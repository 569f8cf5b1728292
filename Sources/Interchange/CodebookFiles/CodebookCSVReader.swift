import CodingModel
public import Foundation

/// Reads a codebook from a table: a row a code, with the columns
/// `key,name,parent,colour,definition,inclusion,exclusion,examples,rule,memo` in any order, in English or
/// French. Only `name` must be there. `parent` is a key, a path such as `Parent/Child` or a name; the parent
/// may stand on any row. Examples stand one a line in their cell.
public enum CodebookCSVReader {
  /// Reads the file at `path`.
  public static func read(path: String) throws(CodebookFileError) -> CodebookFile {
    let rows: DelimitedReader
    do { rows = try DelimitedReader(path: path) } catch { throw problem(error) }
    return try read(rows)
  }

  /// Reads a file's bytes.
  public static func read(_ data: Data) throws(CodebookFileError) -> CodebookFile {
    let rows: DelimitedReader
    do { rows = try DelimitedReader(data: data) } catch { throw problem(error) }
    return try read(rows)
  }

  private static func read(_ reader: DelimitedReader) throws(CodebookFileError) -> CodebookFile {
    guard reader.totalBytes <= CodebookLimits.bytes else { throw CodebookFileError(.tooLarge) }
    var rows = reader
    let columns = try columns(of: rows.header)
    var entries: [CodebookAssembler.Entry] = []
    while try advance(&rows) {
      guard entries.count < CodebookLimits.codes else {
        throw CodebookFileError(.tooManyCodes, at: FilePosition(line: rows.line, column: 1))
      }
      entries.append(try entry(rows, columns))
    }
    return try CodebookAssembler.assemble(entries, title: "", description: "")
  }

  private static func entry(
    _ rows: DelimitedReader, _ columns: [CodebookColumn: Int]
  ) throws(CodebookFileError) -> CodebookAssembler.Entry {
    func text(_ column: CodebookColumn) -> String {
      columns[column].map(rows.text) ?? ""
    }
    func place(_ column: CodebookColumn) -> FilePosition {
      FilePosition(line: rows.line, column: (columns[column] ?? -1) + 1)
    }
    try CodebookFileError.check(text(.name), at: place(.name))
    let written = Blank.trimmed(text(.colour))
    let colour = Colour(written)
    guard colour != nil || written.isEmpty else {
      throw CodebookFileError(.badColour(written), at: place(.colour))
    }
    let (key, rule, parent) = (Blank.trimmed(text(.key)), text(.rule), text(.parent))
    let (hasRule, hasParent) = (!Blank.trimmed(rule).isEmpty, !Blank.trimmed(parent).isEmpty)
    let content = CodeContent(
      name: text(.name), colour: colour, definition: text(.definition), inclusion: text(.inclusion),
      exclusion: text(.exclusion), examples: ExamplesCell.read(text(.examples)),
      rule: hasRule ? rule : nil, memo: text(.memo))
    return CodebookAssembler.Entry(
      key: key.isEmpty ? nil : key, content: content, container: nil, parent: hasParent ? parent : nil,
      location: CodebookFile.Location(code: place(.name), rule: hasRule ? place(.rule) : nil),
      parentPosition: place(.parent))
  }

  private static func columns(of header: [String]) throws(CodebookFileError) -> [CodebookColumn: Int] {
    let keys = header.map(CodeKeyName.key)
    var columns: [CodebookColumn: Int] = [:]
    for column in CodebookColumn.allCases {
      columns[column] = column.names.lazy.compactMap { keys.firstIndex(of: $0) }.first
    }
    let used = Set(columns.values)
    for index in header.indices where !header[index].isEmpty && !used.contains(index) {
      let near = NearNames.find(header[index], among: CodebookColumn.allCases.map(\.rawValue))
      throw CodebookFileError(
        .unknownKey(header[index], near: near), at: FilePosition(line: 1, column: index + 1))
    }
    guard columns[.name] != nil else {
      throw CodebookFileError(.missingKey("name"), at: FilePosition(line: 1, column: 1))
    }
    return columns
  }

  private static func advance(_ rows: inout DelimitedReader) throws(CodebookFileError) -> Bool {
    do { return try rows.next() } catch { throw problem(error) }
  }

  private static func problem(_ error: DelimitedError) -> CodebookFileError {
    switch error {
    case .file(let error): CodebookFileError(.file(error))
    case .empty: CodebookFileError(.empty)
    default: CodebookFileError(.text(error), at: error.position ?? FilePosition(line: 0, column: 0))
    }
  }
}
