/// Why a file of codings cannot be read. Lines are physical lines from 1; columns are cells from 1.
public enum CodingFileError: Error, Hashable, Sendable {
  /// The file itself cannot be read as rows of cells.
  case text(DelimitedError)
  /// The file lacks a column that must be there.
  case missingColumn(CodingColumn)
  /// A row does not say whose answer is coded.
  case missingRespondent(line: Int, column: Int, name: String)
  /// A row names no code.
  case missingCode(line: Int, column: Int, name: String)
  /// A start or an end is no whole number from 0.
  case badOffset(line: Int, column: Int, name: String)
  /// A date is none.
  case badDate(line: Int, column: Int, name: String)
  /// A row gives a start and no end, or an end and no start.
  case halfRange(line: Int, column: Int, name: String)
  /// A range ends where it starts, or before.
  case backwardRange(line: Int, column: Int, name: String)
}

/// What a column of a file of codings holds; the raw value is the name it is written with.
public enum CodingColumn: String, Sendable, CaseIterable {
  /// The respondent's identifier.
  case respondent
  /// The question's name.
  case question
  /// The code.
  case code
  /// The offset where the coded part begins, in code points.
  case start
  /// The offset after the coded part.
  case end
  /// Who coded.
  case coder
  /// When.
  case date
  /// A note.
  case memo

  /// The folded names it is read by, the surest first.
  var names: [String] {
    switch self {
    case .respondent:
      ["respondent", "repondant", "repondante"] + ColumnWords.identifiers + ["case", "reference"]
    case .question:
      [
        "question-id", "id-question", "question-name", "nom-question", "question", "q", "code-question",
        "num-question", "numero-question",
      ]
    case .code:
      [
        "code", "code-name", "nom-du-code", "libelle", "theme", "label", "tag", "categorie", "category",
        "codes",
      ]
    case .start: ["start", "debut", "start-offset", "begin", "from"]
    case .end: ["end", "fin", "end-offset", "stop", "to"]
    case .coder: ["coder", "codeur", "codeuse", "annotateur", "annotatrice", "annotator", "coder-name"]
    case .date: ["date", "date-codage", "date-du-codage", "timestamp", "horodatage", "created-at"]
    case .memo: ["memo", "note", "notes", "commentaire", "comment", "remarque"]
    }
  }
}
