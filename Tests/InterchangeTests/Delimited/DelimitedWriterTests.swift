import Foundation
import Interchange
import Testing

@Suite("Writing delimited text")
struct DelimitedWriterTests {
  @Test("Only what must be quoted is quoted")
  func quoting() {
    var output = ""
    DelimitedWriter.csv.write(["id", "réponse"], to: &output)
    DelimitedWriter.csv.write(["1", "il dit \"oui\", puis\nnon"], to: &output)
    DelimitedWriter.csv.write([" 2 ", "=1+1;\t"], to: &output)
    DelimitedWriter.csv.write(["", ""], to: &output)
    DelimitedWriter.csv.write([""], to: &output)
    #expect(output == "id,réponse\n1,\"il dit \"\"oui\"\", puis\nnon\"\n 2 ,=1+1;\t\n\"\",\n\"\"\n")
  }

  @Test("In TSV a tab is quoted and a comma is not")
  func tabs() {
    var output = ""
    DelimitedWriter.tsv.write(["a,b", "c\td"], to: &output)
    #expect(output == "a,b\t\"c\td\"\n")
  }

  @Test("Whatever is written reads back exactly", arguments: [",", ";", "\t", "|", " "] as [Character])
  func roundTrip(character: Character) throws {
    var dice = Dice(UInt64(character.asciiValue!))
    let delimiter = try #require(Delimiter(character))
    for round in 0..<200 {
      let width = Int.random(in: 1...4, using: &dice)
      let rows = (0..<5).map { _ in (0..<width).map { _ in dice.nastyText(Dice.printablePieces) } }
      let writer = DelimitedWriter(delimiter: delimiter, lineEnd: round % 2 == 0 ? "\n" : "\r\n")
      var output = round % 3 == 0 ? DelimitedWriter.byteOrderMark : ""
      writer.write((0..<width).map { "c\($0)" }, to: &output)
      for row in rows { writer.write(row, to: &output) }
      var reader = try DelimitedReader(data: Data(output.utf8), delimiter: delimiter, encoding: .utf8)
      for row in rows {
        try #require(try reader.next())
        #expect(reader.cells.map(\.scalarValues) == row.map(\.scalarValues))
      }
      #expect(try !reader.next())
    }
  }
}
