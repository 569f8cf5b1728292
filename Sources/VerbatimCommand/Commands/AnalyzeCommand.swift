import ArgumentParser
import Foundation
import Workbench

struct AnalyzeCommand: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "analyze",
      abstract: say(
        "Analyser des textes, un par ligne de l'entrée standard.",
        "Analyse texts, one a line of standard input."),
      discussion: say(
        "Par mot : début, fin, texte, lemme, catégorie (UPOS), forme masculine, forme féminine ; une ligne vide après chaque texte.",
        "Per word: start, end, text, lemma, part of speech (UPOS), masculine form, feminine form; a blank line after each text."
      ))
  }

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case tsv, conllu, jsonl
  }

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("tsv, conllu, jsonl.", valueName: "format"))
  var format: Format = .tsv

  enum Convention: String, CaseIterable, ExpressibleByArgument {
    case verbatim, ud
  }

  @Option(
    help: ArgumentHelp(
      say(
        "Les lemmes des mots grammaticaux : verbatim, ou ud (Universal Dependencies).",
        "The lemmas of words of grammar: verbatim, or ud (Universal Dependencies)."), valueName: "convention")
  )
  var convention: Convention = .verbatim

  func run(in session: Session) throws {
    let analysis = try TextAnalysis(convention: convention == .ud ? .universalDependencies : .verbatim)
    var number = 0
    var rest: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { unsafe read(0, $0.baseAddress, $0.count) }
      guard count > 0 else { break }
      var start = 0
      for index in 0..<count where chunk[index] == 10 {
        number += 1
        rest.append(contentsOf: chunk[start..<index])
        try write(rest, number, analysis, session)
        rest.removeAll(keepingCapacity: true)
        start = index + 1
      }
      rest.append(contentsOf: chunk[start..<count])
    }
    if !rest.isEmpty { try write(rest, number + 1, analysis, session) }
  }

  private func write(_ bytes: [UInt8], _ number: Int, _ analysis: TextAnalysis, _ session: Session) throws {
    // Bytes that are no UTF-8 become U+FFFD, one code point each, so that offsets still count what is seen.
    let line = String(decoding: bytes.last == 13 ? bytes.dropLast() : bytes[...], as: UTF8.self)
    try session.output.write(
      AnalysisWriter.text(line, analysis.tokens(of: line, doublets: format != .tsv), number, format))
  }
}

/// Writing a line's tokens.
enum AnalysisWriter {
  static func text(
    _ line: String, _ tokens: [TextAnalysis.Token], _ number: Int, _ format: AnalyzeCommand.Format
  ) -> String {
    let surfaces = surfaces(line, tokens)
    switch format {
    case .tsv:
      var text = ""
      for (token, surface) in zip(tokens, surfaces) {
        text +=
          "\(token.start)\t\(token.end)\t\(surface)\t\(token.type.lemma)\t\(token.type.partOfSpeech.tag)\t"
          + "\(token.type.masculine ?? "_")\t\(token.type.feminine ?? "_")\n"
      }
      return text + "\n"
    case .conllu: return conllu(line, tokens, surfaces, number)
    case .jsonl:
      let items = zip(tokens, surfaces).map { token, surface in
        "{\"start\":\(token.start),\"end\":\(token.end),\"surface\":\(JSONText.quote(surface)),"
          + "\"lemma\":\(JSONText.quote(token.type.lemma)),\"upos\":\"\(token.type.partOfSpeech.tag)\","
          + "\"masculine\":\(token.type.masculine.map(JSONText.quote) ?? "null"),"
          + "\"feminine\":\(token.type.feminine.map(JSONText.quote) ?? "null"),\"starts_sentence\":\(token.startsSentence),"
          + "\"doublet\":\(token.doublet.map(String.init) ?? "null")}"
      }
      return "{\"line\":\(number),\"tokens\":[\(items.joined(separator: ","))]}\n"
    }
  }

  /// A sentence a block, as CoNLL-U wants it. In MISC stand the genders of an inclusive word, and of a doublet the
  /// number of the other word (`Doublet=3`).
  private static func conllu(
    _ line: String, _ tokens: [TextAnalysis.Token], _ surfaces: [String], _ number: Int
  ) -> String {
    var text = ""
    var sentence = 0
    var word = 0
    for (index, (token, surface)) in zip(tokens, surfaces).enumerated() {
      if token.startsSentence || index == 0 {
        if index > 0 { text += "\n" }
        sentence += 1
        word = 0
        let end = tokens[(index + 1)...].first(where: \.startsSentence).map(\.start) ?? line.scalarCount
        let whole = line.slice(TextRange(token.start, end))?.trimmingCharacters(in: .whitespaces) ?? ""
        text += "# sent_id = \(number)-\(sentence)\n# text = \(whole)\n"
      }
      word += 1
      var misc: [String] = []
      if let masculine = token.type.masculine { misc.append("Masc=\(masculine)") }
      if let feminine = token.type.feminine { misc.append("Fem=\(feminine)") }
      if let other = token.doublet, word + other - index > 0 {
        misc.append("Doublet=\(word + other - index)")
      }
      if index + 1 < tokens.count, tokens[index + 1].start == token.end { misc.append("SpaceAfter=No") }
      text +=
        "\(word)\t\(surface)\t\(token.type.lemma)\t\(token.type.partOfSpeech.tag)\t_\t_\t_\t_\t_\t"
        + (misc.isEmpty ? "_" : misc.joined(separator: "|")) + "\n"
    }
    return text + (tokens.isEmpty ? "" : "\n")
  }

  private static func surfaces(_ line: String, _ tokens: [TextAnalysis.Token]) -> [String] {
    let scalars = Array(line.unicodeScalars)
    return tokens.map { token in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[token.start..<min(token.end, scalars.count)])
      return String(view)
    }
  }
}
