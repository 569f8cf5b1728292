import CodingModel

/// The steps of the guess: each gives a role to columns that have none yet.
struct SurveyGuesser {
  private let header: [String]
  private let keys: [String]
  private let rows: [[String]]
  private let profiles: [ColumnProfile]
  private var roles: [SurveyColumn.Role?]
  private var given: Set<Int> = []
  /// A column that would be the weight but for a few cells.
  private(set) var spoiltWeight: Int?

  init(_ sample: SurveySample) {
    header = sample.header
    keys = sample.header.map(CodeKeyName.key)
    rows = sample.rows
    profiles = sample.header.indices.map { column in ColumnProfile(sample.rows.map { $0[column] }) }
    roles = sample.header.map { _ in nil }
  }

  /// Every column with its role, once all steps are done.
  var columns: [SurveyColumn] {
    header.indices.map {
      SurveyColumn(
        index: $0, name: header[$0], role: roles[$0] ?? .ignored(.empty), isGiven: given.contains($0),
        filled: profiles[$0].filled, distinct: profiles[$0].distinct)
    }
  }

  private var free: [Int] { header.indices.filter { roles[$0] == nil } }

  /// Takes what the user says.
  mutating func take(_ wanted: SurveyRoles) throws(SurveyError) {
    if let name = wanted.respondent { try give(name, .respondent) }
    if let name = wanted.weight { try give(name, .weight) }
    if let name = wanted.question { try give(name, .questionName) }
    for name in wanted.answers { try give(name, .answers) }
    for name in wanted.variables ?? [] {
      let index = try give(name, .variable(.categorical))
      roles[index] = .variable(kind(index))
    }
    if wanted.question != nil, wanted.answers.count > 1 { throw .questionColumnWithSeveralAnswers }
  }

  @discardableResult
  private mutating func give(_ name: String, _ role: SurveyColumn.Role) throws(SurveyError) -> Int {
    let index = try ColumnLookup(header: header).index(of: name)
    guard given.insert(index).inserted else { throw .columnUsedTwice(header[index]) }
    roles[index] = role
    return index
  }

  /// Leaves out columns without a name or a value.
  mutating func ignoreEmpty() {
    for index in free where header[index].isEmpty || profiles[index].filled == 0 && !rows.isEmpty {
      roles[index] = .ignored(.empty)
    }
  }

  /// A weight is named so and holds positive numbers, with decimals or about 1.
  mutating func findWeight() {
    guard !roles.contains(.weight) else { return }
    let likely = free.filter {
      ColumnWords.isWeight(keys[$0]) && profiles[$0].numbers * 2 > profiles[$0].filled
        && (profiles[$0].hasDecimals || profiles[$0].meanNumber <= 5)
    }
    let found = likely.first { profiles[$0].isNumeric && profiles[$0].allPositive }
    if let found { roles[found] = .weight } else { spoiltWeight = likely.first }
  }

  /// An identifier is named so, or is the first column with another short value on every row.
  mutating func findRespondent() {
    guard !roles.contains(.respondent) else { return }
    let possible = free.filter {
      let profile = profiles[$0]
      return profile.filled * 10 >= profile.rows * 9 && profile.meanLength <= 60
        && profile.spaced * 2 <= profile.filled && !profile.hasDecimals && !profile.isDates
    }
    let named = possible.compactMap { column in
      ColumnWords.identifiers.firstIndex(of: keys[column]).map { (column, $0) }
    }
    func rank(_ candidate: (column: Int, rank: Int)) -> [Int] {
      [
        ColumnWords.namesPerson(keys[candidate.column]) ? 0 : 1, profiles[candidate.column].isUnique ? 0 : 1,
        candidate.rank, candidate.column,
      ]
    }
    let surest = named.min { rank($0).lexicographicallyPrecedes(rank($1)) }
    let found =
      surest?.0
      ?? possible.first { ColumnWords.mayIdentify(keys[$0]) && profiles[$0].isUnique }
      ?? possible.first {
        // A name that means an identifier, and a few values twice: mistakes to be pointed out at import.
        ColumnWords.mayIdentify(keys[$0]) && profiles[$0].filled == rows.count && profiles[$0].variety >= 0.9
      }
      ?? possible.first {
        $0 == 0 && header.count > 1 && rows.count > 1 && profiles[0].isUnique && profiles[0].spaced == 0
          && (profiles[0].numbers == 0 || profiles[0].isConsecutive) && !ColumnWords.isAsking(header[0])
      }
    if let found { roles[found] = .respondent }
  }

  /// Finds the questions, as columns or as rows.
  mutating func findAnswers() throws(SurveyError) {
    let answers = header.indices.filter { roles[$0] == .answers }
    if answers.count <= 1, let naming = questionColumns(answer: answers.first) {
      let answer =
        answers.first ?? free.first { ColumnWords.isAnswer(keys[$0]) && !naming.all.contains($0) }
        ?? free.filter { !naming.all.contains($0) && isOpen($0) }
        .max { (profiles[$0].meanLength, $1) < (profiles[$1].meanLength, $0) }
      if let answer {
        roles[answer] = .answers
        for column in naming.all where roles[column] == nil { roles[column] = .ignored(.repeatsQuestion) }
        roles[naming.name] = .questionName
        if let wording = naming.wording { roles[wording] = .questionWording }
        return
      }
    }
    guard answers.isEmpty else { return }
    for column in free where isOpen(column) { roles[column] = .answers }
    guard !roles.contains(.answers) else { return }
    // Nothing looks like free text: a name may still say it, or there is but one column left.
    let named = free.filter { ColumnWords.isAnswer(keys[$0]) && !profiles[$0].isNumeric }
    let left = free.filter { !profiles[$0].isNumeric }
    guard let last = named.first ?? (left.count == 1 && free.count == 1 ? left[0] : nil) else {
      throw .noAnswers
    }
    roles[last] = .answers
  }

  private func isOpen(_ column: Int) -> Bool {
    profiles[column].isOpen(isAsking: ColumnWords.isAsking(header[column]))
  }

  /// What is left is a variable, unless it is free text or says nothing that can be counted.
  mutating func findVariables(given: Bool) {
    for column in free {
      let profile = profiles[column]
      if given {
        roles[column] = .ignored(.notAskedFor)
      } else if isOpen(column) {
        roles[column] = .ignored(.freeText)
      } else if !profile.isNumeric, profile.filled >= 20, profile.variety > 0.8,
        !ColumnWords.isPlace(keys[column])
      {
        roles[column] = .ignored(.nearlyAllDifferent)
      } else {
        roles[column] = .variable(kind(column))
      }
    }
  }

  private func kind(_ column: Int) -> Variable.Kind {
    profiles[column].isNumeric && !ColumnWords.isPlace(keys[column]) ? .numeric : .categorical
  }
}

extension SurveyGuesser {
  /// The columns that say which question a row answers: the one with its name, and one with its wording.
  private func questionColumns(answer: Int?) -> (name: Int, wording: Int?, all: [Int])? {
    let explicit = header.indices.first { roles[$0] == .questionName }
    let named = free.filter { ColumnWords.namesQuestion(keys[$0]) && $0 != answer && repeats($0) }
    guard let name = explicit ?? named.min(by: { (length($0), $0) < (length($1), $1) }) else { return nil }
    let others = named.filter { $0 != name }
    let wording = others.filter { length($0) > length(name) && isPaired(name, $0) }
      .max { (length($0), $1) < (length($1), $0) }
    return (name, wording, Array(Set(others + [name])).sorted())
  }

  private func length(_ column: Int) -> Double { profiles[column].meanLength }

  /// Whether a column's values come back on many rows, or on all rows of a respondent with several.
  private func repeats(_ column: Int) -> Bool {
    let profile = profiles[column]
    if profile.distinct * 2 <= profile.filled { return true }
    let hasAnswers = keys.indices.contains { ColumnWords.isAnswer(keys[$0]) || roles[$0] == .answers }
    let respondent = header.indices.first { roles[$0] == .respondent }
    return hasAnswers && (rows.count == 1 || respondent.map { !profiles[$0].isUnique } ?? false)
  }

  /// Whether each value of one column always goes with the same value of the other.
  private func isPaired(_ name: Int, _ wording: Int) -> Bool {
    var pairs: [String: String] = [:]
    return rows.allSatisfy { row in
      let value = row[wording]
      return Blank.trimmed(value).isEmpty || pairs.updateValue(value, forKey: row[name]) ?? value == value
    }
  }
}
