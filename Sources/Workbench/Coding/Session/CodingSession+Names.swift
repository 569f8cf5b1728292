import CodingModel
import ProjectStore
import QueryLanguage

extension CodingSession {
  /// What things are called, read once and again after somebody else's act.
  struct Names {
    let codes: CodeNames
    let abbreviations: CodeAbbreviations
    let questions: [RowID<Question>: Question]
    let variables: [Variable]
    let coders: [RowID<Coder>: String]
    /// The latest act that this is known to hold after.
    private(set) var act: Int64

    fileprivate init(_ reader: ProjectReader) throws {
      codes = CodeNames(try reader.codes())
      abbreviations = CodeAbbreviations(codes)
      questions = Dictionary(uniqueKeysWithValues: try reader.questions().map { ($0.id, $0) })
      variables = try reader.variables()
      coders = Dictionary(uniqueKeysWithValues: try reader.coders().map { ($0.id, $0.name) })
      act = try reader.latestAct()
    }

    /// Names still hold after an act of coding, be it not the coder's first, which makes the coder, nor one that
    /// made a code.
    mutating func take(_ done: Act, by coder: String) {
      if done.id.value == act + 1, done.details["created"] == nil, coders.values.contains(coder) { act += 1 }
    }

    func coder(called name: String) -> RowID<Coder>? { coders.first { $0.value == name }?.key }
  }

  /// What things are called now.
  func names(_ reader: ProjectReader) throws -> Names {
    if let knownNames, try reader.latestAct() == knownNames.act { return knownNames }
    let names = try Names(reader)
    knownNames = names
    return names
  }

  /// What an answer is called.
  func name(of answer: Answer, _ names: Names, _ reader: ProjectReader) throws -> AnswerName {
    AnswerName(
      respondent: try reader.respondent(answer.respondent)?.identifier ?? "",
      question: names.questions[answer.question]?.name)
  }

  /// Codes by a few letters, as they are now.
  public func abbreviations() throws -> CodeAbbreviations {
    try study.project.read { try names($0).abbreviations }
  }

  /// The codes that an abbreviation may mean, each with its name.
  public func codes(matching typed: String) throws -> [(name: String, code: Code)] {
    try study.project.read { reader in
      let names = try names(reader)
      return names.abbreviations.matches(typed).map { (names.codes.name(of: $0.id), $0) }
    }
  }

  /// The coders whose codings the list's query asks for; nil where it asks for anybody's.
  private func coderFilter(_ reader: ProjectReader) throws -> Set<RowID<Coder>>? {
    guard let query = try request.query.map({ try QueryParser.parse($0) }) else { return nil }
    let names = query.filters.compactMap { if case .coder(let name) = $0.kind { name } else { nil } }
    return names.isEmpty ? nil : Set(try names.map { try reader.coder(called: $0).id })
  }

  /// The code under review with its name, and how many segments of it the list's answers have, by the coders that the
  /// query names if it does; nil where nothing is reviewed.
  public func reviewed() throws -> (name: String, code: Code, segments: Int)? {
    guard let review = request.review else { return nil }
    return try study.project.read { reader in
      let names = try names(reader).codes
      let code = try names.code(called: review)
      let scope = Set(answers)
      let coders = try coderFilter(reader)
      var segments = 0
      try reader.forEachCoding(.init(codes: [code.id], coders: coders)) {
        if scope.contains($0.answer) { segments += 1 }
      }
      return (names.name(of: code.id), code, segments)
    }
  }
}
