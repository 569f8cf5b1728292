public import CodingModel

/// Which column of a survey is what: as the user says, and guessed from names and values where nothing is
/// said.
public struct SurveyLayoutGuess: Hashable, Sendable {
  /// The layout to read the file with. Its `respondent` is nil where no column identifies the respondents:
  /// rows are then numbered from 1.
  public let layout: SurveyLayout
  /// Every column with what it is taken for, in the header's order.
  public let columns: [SurveyColumn]
  /// Whether the sample is the whole file, so that the columns' counts are exact.
  public let isExact: Bool
  /// The index of a column that is named as a weight and holds numbers but for a few cells, so that it is taken for none;
  /// nil where there is none, or a weight.
  public let spoiltWeight: Int?

  /// Guesses from a sample. Cost: linear in the sample.
  public init(_ sample: SurveySample, roles: SurveyRoles = SurveyRoles()) throws(SurveyError) {
    var guesser = SurveyGuesser(sample)
    try guesser.take(roles)
    guesser.ignoreEmpty()
    guesser.findWeight()
    guesser.findRespondent()
    try guesser.findAnswers()
    guesser.findVariables(given: roles.variables != nil)
    columns = guesser.columns
    spoiltWeight = guesser.spoiltWeight
    layout = Self.layout(columns, header: sample.header)
    isExact = sample.rows.count == sample.rowCount
  }

  private static func layout(_ columns: [SurveyColumn], header: [String]) -> SurveyLayout {
    func indices(_ isWanted: (SurveyColumn.Role) -> Bool) -> [Int] {
      columns.filter { isWanted($0.role) }.map(\.index)
    }
    let answers = indices { $0 == .answers }
    let name = indices { $0 == .questionName }.first
    let kinds = columns.compactMap { column -> (Int, Variable.Kind)? in
      if case .variable(let kind) = column.role { (column.index, kind) } else { nil }
    }
    return SurveyLayout(
      header: header,
      respondent: indices { $0 == .respondent }.first,
      weight: indices { $0 == .weight }.first,
      variables: kinds.map(\.0),
      variableKinds: kinds.map(\.1),
      questions: name.map {
        .rows(question: $0, wording: indices { $0 == .questionWording }.first, answer: answers[0])
      } ?? .columns(answers),
      ignored: columns.filter {
        if case .ignored = $0.role { true } else { $0.role == .questionWording && name == nil }
      }.map(\.index))
  }
}
