public import CodingModel

/// What was asked of a study cannot be done. Names in it are names of codes, questions, variables and
/// respondents' identifiers; never an answer's text.
public enum StudyError: Error, Equatable, Sendable {
  /// No code is called so.
  case unknownCode(name: String, near: String?)
  /// Several codes are called so.
  case ambiguousCode(name: String, candidates: [String])
  /// No respondent has this identifier.
  case unknownRespondent(identifier: String, near: String?)
  /// No question has this name.
  case unknownQuestion(name: String, near: String?)
  /// The answer's question must be said, since the survey has several.
  case questionNeeded(respondent: String, questions: [String])
  /// The respondent did not answer this question.
  case noAnswer(AnswerName)
  /// No coder has this name.
  case unknownCoder(name: String, near: String?)
  /// Several coders have coded, and whose codings to count must be said.
  case coderNeeded(coders: [String])
  /// The command needs more coders than were named.
  case tooFewCoders(least: Int)
  /// The command takes no more coders at a time.
  case tooManyCoders(most: Int)
  /// More answers were to be given to several coders than there are.
  case overlapTooLarge(asked: Int, answers: Int)
  /// No answer was gone through by two of the coders: there is nothing to compare.
  case nothingInCommon(coders: [String])
  /// The file does not identify its respondents, and the project has others.
  case rowsWithoutIdentifier
  /// This name is kept for the program: for what rules code, for what is agreed on, or for a word of `settle`.
  case reservedCoder(String)
  /// This name is what a merge calls what of that coder's codings contradicts others of the same coder.
  case nameOfSecondCopy(String, of: String)
  /// A memo without a text.
  case emptyMemo
  /// Names of a project that cannot be told from each other: the same in two forms of Unicode.
  case sameNames(path: String, table: String, name: String)
  /// A coder's name that cannot be one: empty, too long, or with what cannot be seen, a comma or a double quote.
  case badCoderName
  /// A new coder's name that nobody could tell from another's: it differs only in case, accents or spaces.
  case coderLike(String, existing: String)
  /// A new coder's name that looks like another's by letters of another alphabet.
  case coderLooksLike(String, existing: String)
  /// No variable has this name.
  case unknownVariable(name: String, near: String?)
  /// No part of speech has this name, in this corpus.
  case unknownPartOfSpeech(name: String, near: String?, known: [String])
  /// The variable's values are not numbers, and classes of numbers were asked for.
  case notNumeric(variable: String)
  /// The query finds answers but no places in them, and places are what the command counts.
  case noPlaces
  /// The quoted text does not stand in the answer.
  case quoteNotFound(AnswerName)
  /// The quoted text stands in the answer several times.
  case quoteRepeated(AnswerName, times: Int)
  /// The coders gave the code to no part of the answer that is common to them, or not at all.
  case nothingShared(AnswerName)
  /// So many coders went through the answer, and they do not differ on the code: there is nothing to settle.
  case nothingDisputed(AnswerName, code: String, coders: Int)
  /// None of those who went through the answer gave it the code that is to be decided on; what each gave it instead.
  case givenByNobody(AnswerName, code: String, given: [CodesGiven])
  /// The coder, whose decision was to be taken over, has not gone through the answer.
  case notGoneThrough(AnswerName, coder: String)
  /// The answer has no such coding.
  case noSuchCoding(AnswerName, code: String)
  /// The codes have no rule.
  case noRule(name: String?)
  /// A code's rule is no right query.
  case badRule(code: String, underlying: any Error & Sendable)
  /// A code's name that cannot be one: empty or too long.
  case badCodeName
  /// A code's new name holds a character that cannot be seen.
  case hiddenInCodeName(HiddenCharacter)
  /// A code's new name differs only in case, blanks or what cannot be seen from that of a code under the same parent.
  case codeLike(existing: String)
  /// A new code's name that looks like another's by letters of another alphabet.
  case codeLooksLike(String, existing: String)
  /// A code was to be merged with itself, or its codings to go to a code that goes along.
  case sameCode(String)
  /// A place beside a code was asked for that does not stand under the same one.
  case notSiblings(String, String)
  /// The rules of other codes name the code, which would be no more.
  case codeInRules(name: String, codes: [String])
  /// What names a state of the codebook is no act, no date and no file.
  case unknownState(String)
  /// A date that is not written as 2026-11-22 or 2026-11-22T10:30:00Z.
  case badDate(String)
  /// The project has nothing that the command works on.
  case nothingToDo(Need)
  /// A problem on a line of a file that is read into the project; nothing was stored.
  case inFile(path: String, line: Int, underlying: any Error & Sendable)

  /// What a command needs and the project lacks.
  public enum Need: Equatable, Sendable {
    case answers, codes, codings, respondents, weights
  }

  /// What a coder gave an answer: the codes' names, in the codebook's order.
  public struct CodesGiven: Hashable, Sendable {
    /// The coder's name.
    public let coder: String
    /// The codes; none where the coder has gone through the answer and left it without.
    public let codes: [String]
  }

  /// Compares cases and what they name; underlying errors by their description.
  public static func == (left: StudyError, right: StudyError) -> Bool {
    String(describing: left) == String(describing: right)
  }
}
