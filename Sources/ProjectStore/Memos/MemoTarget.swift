import CodingModel

extension Memo.Target {
  /// The target as stored: what it is, and its row (0 for the project).
  var stored: (kind: String, row: Int64) {
    switch self {
    case .project: ("project", 0)
    case .respondent(let id): ("respondent", id.value)
    case .question(let id): ("question", id.value)
    case .answer(let id): ("answer", id.value)
    case .code(let id): ("code", id.value)
    case .coding(let id): ("coding", id.value)
    case .coder(let id): ("coder", id.value)
    case .refusal(let id): ("refusal", id.value)
    }
  }

  init(kind: String, row: Int64) {
    switch kind {
    case "respondent": self = .respondent(RowID(row))
    case "question": self = .question(RowID(row))
    case "answer": self = .answer(RowID(row))
    case "code": self = .code(RowID(row))
    case "coding": self = .coding(RowID(row))
    case "coder": self = .coder(RowID(row))
    case "refusal": self = .refusal(RowID(row))
    default: self = .project
    }
  }
}
