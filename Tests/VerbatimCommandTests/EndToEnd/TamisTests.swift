import Foundation
import Testing

/// A survey that other people made: 2,204 answers.
@Suite("Tamis", .enabled(if: SharedData.isThere, "the data stand in ../shared/data"))
struct TamisTests {
  private static let survey = SharedData.folder + "/tamis/tamis_2204_reponses_utf8bom_pointvirgule.csv"
  private static let labels = SharedData.folder + "/tamis/tamis_libelles_long.csv"
  private static let windows = SharedData.folder + "/messy/tamis_cp1252_pointvirgule.csv"
  private static let utf16 = SharedData.folder + "/messy/tamis_utf16le_tab.txt"

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func run(_ arguments: String...) throws -> Binary.Run {
    let run = try Binary.run(arguments, in: folder)
    #expect(run.code == 0, "\(run.stderr)")
    return run
  }

  /// The texts of a project by respondent, as the program writes them in JSON Lines.
  private func texts(_ project: String) throws -> [String: String] {
    let lines = try run("search", "uncoded", "-p", project, "--format", "jsonl").stdout
    var texts: [String: String] = [:]
    for line in lines.split(separator: "\n") {
      let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      texts[try #require(object["respondent"] as? String)] = try #require(object["text"] as? String)
    }
    return texts
  }

  @Test(
    "It is imported with no option but the project's name, no character lost; its twins have the same texts")
  func texts() throws {
    let report = try run("import", Self.survey, "-p", "tamis.verbatim").stdout
    #expect(
      report.contains(
        "Importé dans tamis.verbatim : 2\u{202F}204\u{A0}réponses, 2\u{202F}204\u{A0}répondants"))
    let stored = try texts("tamis.verbatim")
    #expect(stored == (try SlowTable.texts(of: Self.survey)))
    #expect(stored.count == 2204)
    _ = try run("import", Self.utf16, "-p", "utf16.verbatim")
    #expect(try texts("utf16.verbatim") == stored)
    _ = try run("import", Self.windows, "-p", "windows.verbatim")
    let windows = try texts("windows.verbatim")
    // Nine rows have characters that Windows-1252 lacks.
    #expect(windows.count == 2195)
    #expect(windows.allSatisfy { stored[$0.key] == $0.value })
  }

  @Test("Its labels are codings of whole answers, and two themes meet on 79")
  func labels() throws {
    _ = try run("import", Self.survey, "-p", "tamis.verbatim")
    _ = try run("import", Self.labels, "-p", "tamis.verbatim", "--as", "codings", "--create-codes")
    let pairs = try run("cooccurrences", "codes", "--unit", "answer", "--format", "csv").stdout
    let row = try #require(
      pairs.split(whereSeparator: \.isNewline).first {
        $0.contains("Santé, maladie") && $0.contains("Formation, insertion pro")
      })
    #expect(row.contains(",79,2204,answer,"), "\(row)")
    #expect(try run("check").stdout.hasPrefix("Projet intact"))
  }
}

/// Reading delimited text slowly, by the letter, as a check on the reader that is fast.
private enum SlowTable {
  /// The column `reponse` by the first, without empty cells; NFC, line feeds.
  static func texts(of path: String) throws -> [String: String] {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    var text = String(decoding: data, as: UTF8.self)
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    var rows: [[String]] = [[""]]
    var isQuoted = false
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      if isQuoted {
        if scalar != "\"" {
          rows[rows.count - 1][rows[rows.count - 1].count - 1].unicodeScalars.append(scalar)
        } else if next == "\"" {
          rows[rows.count - 1][rows[rows.count - 1].count - 1].append("\"")
          next = scalars.next()
        } else {
          isQuoted = false
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if scalar == ";" {
        rows[rows.count - 1].append("")
      } else if scalar == "\n" {
        rows.append([""])
      } else if scalar != "\r" {
        rows[rows.count - 1][rows[rows.count - 1].count - 1].unicodeScalars.append(scalar)
      }
    }
    var texts: [String: String] = [:]
    let column = rows[0].firstIndex(of: "reponse") ?? 0
    for row in rows.dropFirst() where row.count > column && !row[column].isEmpty {
      texts[row[0]] = row[column].precomposedStringWithCanonicalMapping
        .replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\r", with: "\n")
    }
    return texts
  }
}
