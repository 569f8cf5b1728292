import ArgumentParser
import Workbench

struct KwicCommand: SessionCommand {
  static let asksOneQuery = true
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "kwic",
      abstract: say("Les mots dans leur contexte.", "Words in context."), discussion: QueryHelp.text)
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var language: QueryLanguageOption

  @Option(
    help: ArgumentHelp(
      say(
        "Le contexte de chaque côté : 8 (mots et signes) ou 60c (caractères).",
        "The context on each side: 8 (words and marks) or 60c (characters)."),
      valueName: "n|nc"))
  var context: ContextWidth?

  @Option(
    help: ArgumentHelp(
      say(
        "L'ordre : answer, left, right, hit, random, question, code ou une variable ; plusieurs : groupe,right.",
        "The order: answer, left, right, hit, random, question, code or a variable; several: groupe,right."),
      valueName: say("ordre,…", "order,…")))
  var sort: String = "answer"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      say("Seulement n occurrences tirées au sort.", "Only n hits drawn at random."), valueName: "n"))
  var sample: Int?

  @Option(
    help: ArgumentHelp(
      say(
        "La graine du hasard : la même donne le même tirage.",
        "The seed of chance: the same gives the same draw."
      ), valueName: "n"))
  var seed: UInt64 = 1

  @Option(
    name: .customLong("code"),
    help: ArgumentHelp(
      say(
        "Seulement dans les segments de ce code (répétable).", "Only in segments with this code (repeatable)."
      ),
      valueName: "code"))
  var codes: [String] = []

  @Flag(
    help: ArgumentHelp(say("Un code compte aussi ceux placés dessous.", "A code counts those under it, too."))
  )
  var withChildren = false

  @OptionGroup var counted: CountedCoders
  @OptionGroup var scope: WhereOption

  @Argument(help: ArgumentHelp(say("La requête.", "The query."), valueName: say("requête", "query")))
  var query: [String]

  func validate() throws {
    try OptionChecks.atLeast(1, sample, "--sample")
  }

  func run(in session: Session) throws {
    let study = try session.study(common)
    let format = listing.format(on: session.terminal)
    let (from, limit) = page.range(format, default: 40)
    var request = Concordance.Request(
      "", context: context ?? (format == .table ? .characters(session.terminal.width / 2) : .tokens(10)),
      order: ColumnList.names(sort).map { Concordance.Order($0) }, seed: seed, sample: sample, codes: codes,
      withChildren: withChildren, coders: counted.names, scope: scope.query, from: from, limit: limit,
      variables: page.columns)
    let count = try language.read(query) { query in
      request.query = query
      return try list(request, of: study) { list in
        try show(list, request, in: session)
        return list.found
      }
    }
    if count.hits == nil, count.answers > 0 {
      try session.note([
        say(
          "Cette requête trouve des réponses, non des mots : pour les lire, verbatim search",
          "This query finds answers, not words: to read them, verbatim search")
      ])
    }
    try session.noteRemarks(
      on: request.query, in: scope.query, coders: counted.names, foundNothing: count.answers == 0,
      of: study)
  }

  private func show(_ list: ConcordanceList, _ request: Concordance.Request, in session: Session) throws {
    let columns =
      ["respondent", "question", "start", "end", "left", "hit", "right"] + list.variables
      + (request.showsCodes ? ["codes"] : [])
    try session.list(listing, columns: columns) {
      var lines: [Concordance.Line] = []
      try list.forEach { lines.append($0) }
      let footer = PageFooter.text(
        list.found, shown: lines.count, from: request.from, of: list.lineCount, page: page.page,
        limit: request.limit)
      return KwicScreen.lines(lines, from: request.from, showsCodes: request.showsCodes, session)
        + [footer + drawn(request, list.lineCount)]
    } rows: { add in
      try list.forEach { line in
        let parts = line.parts
        try add(
          [
            .text(line.answer.respondent), .text(line.answer.question ?? ""), .integer(line.range.start),
            .integer(line.range.end), .text(parts.left), .text(parts.hit), .text(parts.right),
          ] + line.values.map { .text($0) }
            + (request.showsCodes ? [.text(line.codes.joined(separator: "|"))] : []))
      }
    }
  }

  private func list(
    _ request: Concordance.Request, of study: Study, _ body: (ConcordanceList) throws -> QueryCount
  ) throws -> QueryCount {
    do {
      return try Concordance(study).list(request, body)
    } catch StudyError.unknownVariable(let name, nil) where ColumnList.names(sort).contains(name) {
      throw CommandError.badValue(
        option: "--sort", value: name,
        expected: say(
          "un ordre : answer, left, right, hit, random, question, code ou une variable",
          "an order: answer, left, right, hit, random, question, code or a variable"))
    }
  }

  /// What chance had to do with the lines.
  private func drawn(_ request: Concordance.Request, _ lineCount: Int) -> String {
    guard request.isRandom else { return "" }
    let seed = say("graine", "seed") + " \(request.seed)"
    guard request.sample != nil else { return say(" — au hasard (\(seed))", " — at random (\(seed))") }
    let size = NumberWording.count(lineCount)
    return say(" — \(size) tirées au sort (\(seed))", " — \(size) drawn at random (\(seed))")
  }
}

extension Concordance.Order {
  /// The order as an option names it: its own name, else a variable's.
  init(_ name: String) {
    switch name.lowercased() {
    case "answer": self = .answer
    case "left": self = .left
    case "right": self = .right
    case "hit": self = .hit
    case "random": self = .random
    case "question": self = .question
    case "code": self = .code
    default: self = .variable(name)
    }
  }
}
