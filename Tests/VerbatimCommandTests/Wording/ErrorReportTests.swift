import Foundation
import Testing

@testable import Interchange
@testable import VerbatimCommand
@testable import Workbench

@Suite struct ErrorReportTests {
  @Test(
    "Every error is one line in each language, with a code of its kind", arguments: ErrorSamples.all.indices)
  func everyError(index: Int) {
    let error = ErrorSamples.all[index]
    let french = inLanguage(.fr) { ErrorReport(error) }
    let english = inLanguage(.en) { ErrorReport(error) }
    #expect(french.message != english.message || french.message.hasPrefix("s.csv"), "\(error)")
    #expect([64, 65, 66, 70, 73, 74].contains(french.code), "\(error)")
    #expect(french.code == english.code)
    #expect((french.hint == nil) == (english.hint == nil))
    for report in [french, english] {
      #expect(report.code != 70, "only what nobody foresaw is our fault: \(error)")
      #expect(report.text.hasPrefix("error: "))
      #expect(report.text.split(separator: "\n").count == (report.hint == nil ? 1 : 2), "\(report.text)")
      for line in report.text.split(separator: "\n") {
        #expect(line.last != " " && !line.contains("  "), "\(line)")
        #expect(!line.contains("Optional(") && !line.contains("nil"), "\(line)")
      }
      #expect(report.message.last != ".", "a message is no sentence: \(report.message)")
    }
    // French sets these signs off by a space, English does not.
    #expect(!english.text.contains(" : ") && !english.text.contains("«"), "\(english.text)")
    if let hint = french.hint { #expect(!hint.contains("'%"), "\(hint)") }
  }

  @Test(
    "Wordings of those that people meet most",
    arguments: [
      (CommandError.noProject, "aucun projet dans ce dossier", "no project in this folder", 66),
      (
        ProjectError.noSuchFile(path: "a.verbatim"), "a.verbatim : ce fichier n'existe pas",
        "a.verbatim: no such file", 66
      ),
      (
        ProjectError.diskFull(path: "a.verbatim"), "a.verbatim : disque plein, rien n'a été changé",
        "a.verbatim: the disk is full, nothing was changed", 74
      ),
      (
        ActError.rangeOutside(range: TextRange(3, 90), length: 12),
        "le passage 3-90 sort de la réponse, qui compte 12 caractères",
        "the range 3-90 reaches out of the answer, which has 12 characters", 65
      ),
      (StudyError.unknownCode(name: "lein", near: "lien"), "aucun code « lein »", "no code 'lein'", 65),
      (
        FileError(path: "s.csv", underlying: SurveyError.text(.cellCount(line: 12, expected: 9, found: 4))),
        "s.csv:12:5: 4 cellule(s) au lieu de 9", "s.csv:12:5: 4 cell(s) instead of 9", 65
      ),
      (
        FileError(path: "s.csv", underlying: SurveyError.text(.unclosedQuote(line: 3, column: 2))),
        "s.csv:3:2: guillemet jamais fermé", "s.csv:3:2: this quote is never closed", 65
      ),
      (
        QueryError(.unknownCode("lein"), at: TextRange(5, 9), nearName: "code:lien"),
        "requête:6: aucun code « lein »", "query:6: no code 'lein'", 65
      ),
    ] as [(any Error, String, String, Int32)])
  func wording(error: any Error, french: String, english: String, code: Int32) {
    #expect(inLanguage(.fr) { ErrorReport(error).message } == french)
    #expect(inLanguage(.en) { ErrorReport(error).message } == english)
    #expect(ErrorReport(error).code == code)
  }

  @Test("What nobody foresaw is ours, and says nothing of what it was about")
  func unforeseen() {
    struct Strange: Error { let text = "les mots d'un répondant" }
    let report = inLanguage(.fr) { ErrorReport(Strange()) }
    #expect(report.message == "erreur interne (Strange)")
    #expect(report.code == 70)
    #expect(!report.text.contains("répondant"))
  }

  @Test("What a name holds cannot break the line or steer the terminal")
  func harmless() {
    let report = ErrorReport(StudyError.unknownCode(name: "a\n\u{1B}[2Jb", near: "c\nd\u{1B}"))
    #expect(report.text.split(separator: "\n", omittingEmptySubsequences: false).count == 3)
    #expect(!report.text.contains("\u{1B}"))
  }

  @Test("An error in a rule or on a line of a file is worded inside the other")
  func nested() {
    let inner = QueryError(.unclosedParenthesis, at: TextRange(0, 1), expected: [.text(")")])
    #expect(
      inLanguage(.fr) { ErrorReport(StudyError.badRule(code: "lien", underlying: inner)).text }
        == "error: règle de « lien » : requête:1: parenthèse jamais fermée\nAttendu : ).\n")
    #expect(
      inLanguage(.en) {
        ErrorReport(StudyError.inFile(path: "c.csv", line: 7, underlying: ActError.rangeEmpty)).text
      } == "error: c.csv:7: the range is empty\n")
  }
}

/// At least one error of each case that can be thrown.
private enum ErrorSamples {
  static let all: [any Error] =
    commands + projects + acts + studies + queries + expressions + sequences + files + others

  private static let commands: [CommandError] = [
    .noProject, .severalProjects(["a.verbatim", "b.verbatim"]), .exclusive("--quote", "--range"),
    .repeated("--quote"),
    .unknownCommand("kwik", near: "kwic"), .unknownCommand("zzz", near: nil),
    .badValue(option: "--range", value: "x", expected: say("de la forme", "of the form")), .missing("--by"),
    .cannotWrite(path: nil), .cannotWrite(path: "f.csv"), .defectsFound(2),
    .queryAsAnswer("seen:anna"),
  ]

  private static let projects: [ProjectError] = [
    .noSuchFile(path: "p"), .isDirectory(path: "p"), .notAFile(path: "p"), .alreadyExists(path: "p"),
    .cannotCreate(path: "p"),
    .notSQLite(path: "p"), .notProject(path: "p"), .newerVersion(path: "p"), .readOnly(path: "p"),
    .busy(path: "p"),
    .diskFull(path: "p"), .damaged(path: "p"), .readOrWriteFailed(path: "p", code: 10),
  ]

  private static let acts: [ActError] = [
    .noSuchAct(RowID(3)), .notInForce(RowID(3)), .notUndone(RowID(3)), .notUndoable(RowID(3)),
    .dependentActs([RowID(4), RowID(5)], on: RowID(3)), .conflictingActs([RowID(2)], with: RowID(3)),
    .stateForgotten(RowID(3)),
    .nothingToUndo, .nothingToRedo, .rangeOutside(range: TextRange(0, 9), length: 3), .rangeEmpty,
    .answerDiffers(respondent: "R1", question: "q1"), .valueDiffers(respondent: "R1", variable: "groupe"),
    .codeExists(name: "c"), .codeInUse(name: "c", codings: 2, children: 1), .codeCycle(name: "c"),
  ]

  private static let answer = AnswerName(respondent: "R1", question: "q1")

  private static let studies: [StudyError] = [
    .unknownCode(name: "c", near: nil), .unknownCode(name: "c", near: "d"),
    .ambiguousCode(name: "c", candidates: ["a/c", "b/c"]), .unknownRespondent(identifier: "R", near: "R1"),
    .unknownRespondent(identifier: "R", near: nil), .unknownQuestion(name: "q", near: "q1"),
    .questionNeeded(respondent: "R1", questions: ["q1", "q2"]), .noAnswer(answer),
    .unknownCoder(name: "x", near: nil),
    .coderNeeded(coders: ["a", "b"]), .badCoderName, .badCodeName, .emptyMemo,
    .overlapTooLarge(asked: 500, answers: 150), .nameOfSecondCopy("a (2)", of: "a"),
    .hiddenInCodeName(HiddenCharacter(in: "a\u{200B}")!), .codeLike(existing: "c"),
    .codeLooksLike("c", existing: "d"),
    .sameNames(path: "p", table: "question", name: "é"), .sameCode("A"),
    .notSiblings("A", "B"), .codeInRules(name: "A", codes: ["B", "C"]), .unknownState("x"), .badDate("x"),
    .unknownVariable(name: "v", near: nil),
    .unknownPartOfSpeech(name: "p", near: "q", known: ["q"]),
    .quoteNotFound(answer), .nothingShared(answer), .nothingDisputed(answer, code: "c", coders: 2),
    .nothingDisputed(answer, code: "c", coders: 1),
    .quoteRepeated(answer, times: 3), .noSuchCoding(answer, code: "c"), .noRule(name: "c"),
    .noRule(name: nil),
    .badRule(code: "c", underlying: QueryError(.emptyQuery, at: TextRange(0, 0))), .nothingToDo(.answers),
    .nothingToDo(.codes), .nothingToDo(.codings), .nothingToDo(.respondents), .nothingToDo(.weights),
    .inFile(path: "f.csv", line: 2, underlying: ActError.rangeEmpty),
  ]

  private static let queries: [QueryError] =
    [
      .emptyQuery, .tooLong(limit: 9), .tooDeep(limit: 9), .unclosedQuote,
      .unclosedParenthesis,
      .unopenedParenthesis, .emptyParentheses, .emptyPhrase, .unexpectedCharacter("]"), .danglingBackslash,
      .unopenedQuote, .missingLeftOperand(of: "OU"), .missingRightOperand(of: "OU"),
      .missingDistance(of: "NEAR"),
      .badDistance(of: "NEAR", text: "x"), .distanceOutOfRange(of: "NEAR", limit: 9), .unknownUnit("p"),
      .operandNotPositional(of: "NEAR"), .operatorNotInCapitals("near"),
      .foreignOperator(.and, sign: "&", word: "&"), .foreignOperator(.near, sign: "~5", word: nil),
      .singleQuotes,
      .withinNeedsCode, .emptyExact,
      .matchesEverything, .wildcardNotAllowed, .emptyLemma, .emptyPartOfSpeech, .unknownPartOfSpeech("X1"),
      .emptyFilterValue(of: "code"), .comparisonNotAllowed(of: "code"), .notANumber("x"), .unknownCode("c"),
      .ambiguousCode("c"), .unknownVariable("v"), .unknownValue(variable: "v", value: "x"),
      .variableNotNumeric("v"),
      .unknownQuestion("q"), .unknownCoder("x"), .weightAsVariable("poids"),
      .wildcardInValue(variable: "v", value: "a*"),
    ].map { QueryError($0, at: TextRange(2, 3)) }
    + [
      .operand, .positionalOperand, .word, .value(of: "code"), .number, .wholeNumber(1...9), .operatorOrEnd,
      .codeFilter, .token, .constraint,
      .text(")"), .oneOf(["a", "b"]), .wholeAsSequence,
    ].map { QueryError(.emptyQuery, at: TextRange(0, 0), expected: [$0, .word]) } + [
      QueryError(.unknownCode("c"), at: TextRange(0, 1), nearName: "code:d")
    ]

  private static let expressions: [QueryError] = [
    .unclosed, .empty, .unclosedGroup, .unopenedGroup, .unclosedClass, .emptyClass, .backwardRange,
    .nothingToRepeat,
    .doubleQuantifier, .badRepeat, .backwardRepeat, .repeatTooLarge(limit: 9), .danglingBackslash,
    .unknownEscape("q"),
    .unsupportedGroup, .lookAround, .backreference, .unknownProperty("Lx"), .anchor, .tooDeep(limit: 9),
    .tooLarge(limit: 9),
  ].map { QueryError(.expression($0), at: TextRange(0, 1)) }

  private static let sequences: [QueryError] = [
    .unclosedBracket, .unopenedBracket, .unknownAttribute("lema"), .missingAttribute,
    .missingComparison(of: "lemma"), .badComparison("=="), .missingValue(of: "lemma"), .unclosedString,
    .unknownFlag("x"), .missingToken, .bareWord("lien"), .unexpected("]"), .unclosedGroup, .unopenedGroup,
    .emptyGroup, .nothingToRepeat, .doubleQuantifier, .badRepeat, .backwardRepeat, .repeatTooLarge(limit: 9),
    .tooDeep(limit: 9), .tooLarge(limit: 9), .noToken, .unclosedTag, .unknownRegion("p"),
    .tooManyRegions(limit: 9), .unknownStrategy("x"), .missingConstraint, .unknownLabel("a"),
    .badLabel("lemma"), .tooManyLabels(limit: 9), .labelNeeded("lemma"), .unknownFunction("f"),
    .badFunction("distance"), .badExtent(""), .badExtent("p"), .extentOutOfRange(limit: 9), .badCut,
    .repeatedClause("within"), .meetUnion("MU"), .unsupported("expand"), .notAtStart, .tooCostly,
  ].map { QueryError(.sequence($0), at: TextRange(0, 1)) }

  private static let delimited: [DelimitedError] =
    [
      .file(.missing), .file(.isDirectory), .file(.notPermitted), .file(.unreadable), .notText, .empty,
      .headerOnly,
      .duplicateColumn("id", first: 1, second: 3), .unnamedColumn(line: 2, column: 3),
      .cellCount(line: 2, expected: 3, found: 2), .cellCount(line: 2, expected: 3, found: 4),
      .unclosedQuote(line: 2, column: 1), .textAfterQuote(line: 2, column: 1),
      .cellTooLarge(line: 2, column: 1),
    ] + ForeignFormat.allCases.map { .foreignFormat($0) }
    + TextEncoding.allCases.map { .invalidText($0, line: 2, column: 1) }

  private static let surveys: [SurveyError] = [
    .unknownColumn("x", near: ["y"]), .unknownColumn("x", near: []),
    .ambiguousColumn("x", matches: ["x1", "x2"]),
    .columnUsedTwice("x"), .questionColumnWithSeveralAnswers, .noAnswers,
    .missingRespondent(line: 2, column: 1, name: "id"), .missingQuestion(line: 2, column: 1, name: "q"),
    .badWeight(line: 2, column: 1, name: "poids"),
  ]

  private static let codingFiles: [CodingFileError] = [
    .text(.empty), .missingColumn(.respondent), .missingRespondent(line: 2, column: 1, name: "id"),
    .missingCode(line: 2, column: 1, name: "code"), .badOffset(line: 2, column: 1, name: "start"),
    .badDate(line: 2, column: 7, name: "date"),
    .halfRange(line: 2, column: 1, name: "end"), .backwardRange(line: 2, column: 1, name: "end"),
  ]

  private static let codebooks: [CodebookFileError] = [
    .file(.missing), .text(.notText), .tooLarge, .empty, .syntax(detail: "did not find expected key"),
    .alias("a"),
    .unknownKey("nom", near: ["name"]), .unknownKey("nom", near: []), .repeatedKey("name"),
    .missingKey("codes"),
    .wrongType(key: "codes", expected: .list), .wrongType(key: "name", expected: .text),
    .wrongType(key: "code", expected: .mapping), .missingName, .longName(300),
    .duplicateName("a", firstLine: 2),
    .duplicateID("a", firstLine: 2), .badID("é"), .badColour("rouge"), .unquotedColour,
    .unknownParent("a", near: ["b"]), .ambiguousParent("a"), .cycle(["a", "b", "a"]), .tooDeep, .tooManyCodes,
  ].map { CodebookFileError($0, at: FilePosition(line: 3, column: 5)) }

  private static let files: [FileError] =
    (delimited.map { SurveyError.text($0) } + surveys).map { FileError(path: "s.csv", underlying: $0) }
    + codingFiles.map { FileError(path: "s.csv", underlying: $0) }
    + codebooks.map { FileError(path: "s.csv", underlying: $0) }

  private static let others: [any Error] = [
    LexiconError.missing(paths: ["/usr/share/hunspell/fr"]), LexiconError.unreadable(path: "/d/fr"),
    IndexError.notASegment, IndexError.otherVersion(2), IndexError.outOfOrder, IndexError.tooLarge,
  ]
}

@Suite("Errors about acts of the history") struct ActErrorWordingTests {
  private func messages(_ error: ActError) -> [String] { inBoth { ErrorReport(error).text } }

  @Test("What depends on an act is named, one or several")
  func dependents() {
    #expect(
      messages(.dependentActs([RowID(5)], on: RowID(3))) == [
        "error: l'acte 3 ne peut pas être annulé : l'acte 5 en dépend\nPour l'annuler, commencez par : verbatim undo 5\n",
        "error: act 3 cannot be undone: act 5 depends on it\nTo undo it, start with: verbatim undo 5\n",
      ])
    #expect(
      messages(.dependentActs([RowID(5), RowID(6), RowID(9)], on: RowID(3)))[0].hasPrefix(
        "error: l'acte 3 ne peut pas être annulé : les actes 5, 6 et 9 en dépendent\n"))
    #expect(
      messages(.conflictingActs([RowID(2), RowID(4)], with: RowID(3)))[1].hasPrefix(
        "error: act 3 cannot be redone: acts 2 and 4 stand in the way\n"))
    let many = (1...20).map { RowID<Act>(Int64($0)) }
    #expect(
      messages(.dependentActs(many, on: RowID(1)))[0].contains("les actes 1, 2, 3, 4, 5, 6, 7 et 8… en"))
  }

  @Test("No error is left without words")
  func all() {
    for error in [
      ActError.noSuchAct(RowID(1)), .notInForce(RowID(1)), .notUndone(RowID(1)), .notUndoable(RowID(1)),
      .stateForgotten(RowID(1)), .codeInUse(name: "A", codings: 0, children: 2),
    ] {
      let texts = messages(error)
      #expect(texts[0] != texts[1] && texts.allSatisfy { $0.count > 20 })
    }
    #expect(
      messages(.codeInUse(name: "A", codings: 2, children: 1))[0].hasPrefix(
        "error: le code « A » porte encore 2\u{A0}codages et 1\u{A0}sous-code\n"))
  }
}
