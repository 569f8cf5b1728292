/// What a line typed while coding asks for.
public enum CodingRequest: Hashable, Sendable {
  /// A part of an answer, as typed.
  public enum Part: Hashable, Sendable {
    /// Text quoted from it; `occurrence` (from 1) says which where it stands several times.
    case quote(String, occurrence: Int?)
    /// Words by their numbers, from 1: see ``AnswerWords``.
    case words(ClosedRange<Int>)
  }

  /// Codes, as abbreviated, for one or more parts of an answer; for all of it where no part is named.
  public struct Group: Hashable, Sendable {
    /// The codes as typed, at least one.
    public var codes: [String]
    /// The parts that all of them are meant for.
    public var parts: [Part]
  }

  /// Which of the proposals on show.
  public enum Choice: Hashable, Sendable {
    /// The only one.
    case only
    /// All of them.
    case all
    /// Those with these numbers.
    case numbers([Int])
  }

  /// Nothing: a remark.
  case nothing
  /// The next answer, the one read being gone through.
  case next
  /// The answer before.
  case previous
  /// The answer with that number in the list, from 1.
  case go(Int)
  /// The answer once more.
  case show
  /// The answer with its words numbered.
  case words
  /// Help; on codes where some are named.
  case help(String?)
  /// To leave.
  case leave
  /// To take back what was done last.
  case undo
  /// To do again what was taken back last.
  case redo
  /// To give codes.
  case code([Group])
  /// To take codes away.
  case uncode([Group])
  /// To take codings away by the numbers they are shown with.
  case uncodeNumbered([Int])
  /// To make a code of a part and give it; a name or a parent that is nil is asked for, an empty parent is none.
  case inVivo(Part, name: String?, parent: String?)
  /// To write a memo: on the coding given last, or on the answer where `onAnswer` or nothing was coded.
  case memo(String, onAnswer: Bool)
  /// To code what a rule proposes.
  case accept(Choice)
  /// To refuse what a rule proposes.
  case refuse(Choice)
  /// A command of the REPL.
  case command(String)
}

/// Why a line typed while coding says nothing.
public enum CodingRequestError: Error, Hashable, Sendable {
  /// A quote is left open.
  case unclosedQuote
  /// A quote holds nothing.
  case emptyQuote
  /// A part is named and no code.
  case codeMissing
  /// After a sign or a quote stands something that cannot: what is typed there.
  case unexpected(String)
  /// The numbers of words run backwards or are none.
  case badWords(String)
  /// `+` needs one part to make a code of.
  case partMissing
  /// A memo without text.
  case memoMissing
}
