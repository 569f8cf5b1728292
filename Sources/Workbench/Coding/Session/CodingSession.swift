public import CodingModel
import CorpusIndex
import ProjectStore
import QueryLanguage

/// Coding by hand, answer after answer: a coder's list, the place in it, and what can be done there.
///
/// Every coding is an act, durable before it is reported. Passing an answer notes that the coder has gone through it;
/// giving a code does so, too, in the coding's own act. The place is kept in the project, for the next day. One thread
/// at a time; other processes may change the project meanwhile.
public final class CodingSession {
  /// The study.
  public let study: Study
  /// Who codes.
  public let coder: String
  /// What the list is called.
  public let name: String
  /// What the list was made by.
  public let request: CodingListRequest
  /// Whether the list is one that was begun before.
  public let isResumed: Bool
  /// The list's answers, in order.
  public internal(set) var answers: [RowID<Answer>]
  /// How many answers lie behind; their number in all at the end.
  public internal(set) var position: Int
  /// How many answers were dropped from the list because they are no longer in the project.
  public internal(set) var dropped = 0

  /// How many answers of the list the coder has gone through.
  public private(set) var seenCount = 0
  private var seen: Set<RowID<Answer>> = []
  /// What was done here and is in force, in order.
  var done: [Done] = []
  /// What was taken back here, in that order.
  var undone: [Done] = []
  /// The codings given last on the answer on show.
  var latestCodings: [RowID<Coding>] = []
  /// The marks shown last, by whose numbers they are named, and the numbers of the proposals dealt with since.
  var shown: (answer: RowID<Answer>, marks: [Mark], settled: Set<Int>)?
  var knownNames: Names?
  var knownProposals: RuleProposals?

  /// Something done here.
  struct Done {
    let act: RowID<Act>
    /// Where in the list.
    let position: Int
    /// Whether only a going through was noted.
    let isPassing: Bool
  }

  private init(
    _ study: Study, _ coder: String, _ name: String, _ request: CodingListRequest, _ answers: [RowID<Answer>],
    position: Int, isResumed: Bool
  ) throws {
    self.study = study
    self.coder = coder
    self.name = name
    self.request = request
    self.isResumed = isResumed
    let known = try study.project.read { try $0.known(answers) }
    let isThere = Set(known)
    self.answers = known
    self.position = answers.prefix(position).count { isThere.contains($0) }
    dropped = answers.count - known.count
    try readSeen()
  }

  /// Begins a list, or goes on with it where the same was begun before and not ended.
  ///
  /// - Parameters:
  ///   - request: which answers.
  ///   - name: what to call the list; as the request reads where nil.
  ///   - coder: who codes; see ``Study/currentCoder(_:)``.
  ///   - isNew: whether to make the list afresh in any case.
  /// - Throws: ``StudyError``, `QueryError`, `ProjectError`.
  public static func begin(
    _ request: CodingListRequest, named name: String? = nil, coder: String? = nil, isNew: Bool = false,
    _ study: Study
  ) throws -> CodingSession {
    let coder = try Self.coder(coder, study)
    let name = (name ?? request.title).storedName
    if !isNew, request.answer == nil,
      let place = try places(of: coder, study).first(where: { $0.name == name }),
      let stored = CodingLists.Stored(place.content), stored.request == request
    {
      let session = try resumed(place, stored, study)
      if session.current != nil { return session }
    }
    let answers = try CodingLists.answers(for: request, coder: coder, study)
    if !answers.isEmpty, request.answer == nil {
      try study.project.keepCodingList(
        of: coder, named: name, CodingLists.Stored(request, answers).content, at: 0)
    }
    return try CodingSession(study, coder, name, request, answers, position: 0, isResumed: false)
  }

  /// Goes on with the list used last, or with that of a name. Where none was begun, begins what is assigned to the
  /// coder, else what nobody has coded.
  ///
  /// - Throws: ``CodingSessionError/noSuchList(name:near:)``, and what ``begin(_:named:coder:isNew:_:)`` throws.
  public static func resume(named name: String? = nil, coder: String? = nil, _ study: Study) throws
    -> CodingSession
  {
    let coder = try Self.coder(coder, study)
    let places = try places(of: coder, study)
    if let name {
      guard let place = places.first(where: { $0.name == name.storedName }) else {
        throw CodingSessionError.noSuchList(
          name: name, near: NearName.closest(to: name, among: places.map(\.name)))
      }
      return try resumed(place, CodingLists.Stored(place.content), study)
    }
    if let place = places.first, let stored = CodingLists.Stored(place.content) {
      return try resumed(place, stored, study)
    }
    return try begin(CodingLists.standard(coder: coder, study), coder: coder, study)
  }

  private static func resumed(_ place: CodingPlace, _ stored: CodingLists.Stored?, _ study: Study) throws
    -> CodingSession
  {
    let limit = try study.project.read { try $0.answerCount() }
    let answers = stored.map { AnswerRuns.answers($0.answers, atMost: limit + $0.answers.utf8.count) } ?? []
    let session = try CodingSession(
      study, place.coder, place.name, stored?.request ?? CodingListRequest(), answers,
      position: max(0, place.position), isResumed: true)
    // From now on this list is the one used last.
    try study.project.keepCodingPlace(of: place.coder, in: place.name, at: session.position)
    if session.dropped > 0 { try session.keepList() }
    return session
  }

  /// The lists that a coder has begun, the one used last first: their names, where the coder is, and when last.
  ///
  /// - Throws: ``StudyError``, `ProjectError`.
  public static func lists(of coder: String? = nil, _ study: Study) throws -> [(
    name: String, position: Int, answers: Int, date: String
  )] {
    try places(of: study.currentCoder(coder), study).map { place in
      let answers = CodingLists.Stored(place.content).map { AnswerRuns.count($0.answers) } ?? 0
      return (place.name, min(max(0, place.position), answers), answers, place.date)
    }
  }

  private static func places(of coder: String, _ study: Study) throws -> [CodingPlace] {
    try study.project.read { try $0.codingPlaces(of: coder) }
  }

  private static func coder(_ given: String?, _ study: Study) throws -> String {
    let coder = try study.currentCoder(given)
    guard coder != Study.ruleCoder else { throw StudyError.reservedCoder(coder) }
    return coder
  }

  // MARK: The place

  /// The answer to code; nil at the list's end.
  public var current: RowID<Answer>? { answers.indices.contains(position) ? answers[position] : nil }

  /// Passes the answer to code, which the coder has then gone through; goes to the next one or the list's end.
  public func next() throws {
    guard let answer = current else { throw CodingSessionError.atEnd }
    let (from, to) = (position, position + 1)
    if seen.contains(answer) {
      try keepPlace(to)
    } else {
      let act = try study.project.perform(.seen, coder: coder) { act in
        if request.answer == nil { try act.setCodingPlace(of: coder, in: name, at: to) }
        guard let stored = try act.reader.answer(answer) else { return }
        try act.markSeen(answer, by: act.coder(coder))
        act.details = [
          "answers": "1", "answer": try name(of: stored, names(act.reader), act.reader).description,
        ]
      }.act
      note(act, at: from, isPassing: true)
      noteSeen(answer)
    }
    moved(to: to)
  }

  /// Goes back to the answer before; stays at the first.
  public func previous() throws { try move(to: max(0, position - 1)) }

  /// Goes to an answer by its number in the list, from 1.
  ///
  /// - Throws: ``CodingSessionError/noAnswer(number:of:)``.
  public func go(to number: Int) throws {
    guard number >= 1, number <= answers.count else {
      throw CodingSessionError.noAnswer(number: number, of: answers.count)
    }
    try move(to: number - 1)
  }

  func move(to place: Int) throws {
    if place != position { try keepPlace(place) }
    moved(to: place)
  }

  private func keepPlace(_ place: Int) throws {
    if request.answer == nil { try study.project.keepCodingPlace(of: coder, in: name, at: place) }
  }

  private func moved(to place: Int) {
    position = place
    latestCodings = []
    shown = nil
  }

  /// Takes an answer that is no longer there out of the list.
  func drop(_ answer: RowID<Answer>) throws {
    guard let index = answers.firstIndex(of: answer) else { return }
    answers.remove(at: index)
    if seen.contains(answer) { seenCount -= 1 }
    if index < position { position -= 1 }
    dropped += 1
    try keepList()
  }

  private func keepList() throws {
    guard request.answer == nil else { return }
    try study.project.keepCodingList(
      of: coder, named: name, CodingLists.Stored(request, answers).content, at: position)
  }

  func readSeen() throws {
    seen = try study.project.read { reader in
      guard let id = try reader.coders().first(where: { $0.name == coder })?.id else { return [] }
      return Set(try reader.seenAnswers(by: id))
    }
    seenCount = answers.count { seen.contains($0) }
  }

  /// Remembers that the coder has gone through an answer of the list.
  func noteSeen(_ answer: RowID<Answer>) {
    if seen.insert(answer).inserted { seenCount += 1 }
  }

  /// Remembers an act done here.
  func note(_ act: Act?, at place: Int, isPassing: Bool = false) {
    guard let act else { return }
    done.append(Done(act: act.id, position: place, isPassing: isPassing))
    undone = []
    knownNames?.take(act, by: coder)
  }
}
