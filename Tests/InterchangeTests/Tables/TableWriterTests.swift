import Foundation
import Interchange
import Testing

@Suite("Writing tables")
struct TableWriterTests {
  private let table = DataTable(
    columns: ["code", "n", "part"],
    rows: [
      ["perte, \"lien\"", 412, 0.28], ["a\tb\n", 0, .missing], [.text(""), -1, .number(.nan)],
      [.missing, 3, .number(.infinity)],
    ])

  @Test("CSV")
  func csv() {
    #expect(
      table.text(as: .csv) == "code,n,part\n\"perte, \"\"lien\"\"\",412,0.28\n\"a\tb\n\",0,\n,-1,\n,3,\n")
  }

  @Test("TSV")
  func tsv() {
    #expect(
      table.text(as: .tsv)
        == "code\tn\tpart\n\"perte, \"\"lien\"\"\"\t412\t0.28\n\"a\tb\n\"\t0\t\n\t-1\t\n\t3\t\n")
  }

  @Test("JSON holds numbers as numbers, and nothing as null")
  func json() throws {
    #expect(
      table.text(as: .json) == #"""
        [
          {"code":"perte, \"lien\"","n":412,"part":0.28},
          {"code":"a\tb\n","n":0,"part":null},
          {"code":"","n":-1,"part":null},
          {"code":null,"n":3,"part":null}
        ]

        """#)
    let objects = try JSONSerialization.jsonObject(with: Data(table.text(as: .json).utf8)) as? [[String: Any]]
    #expect(objects?.count == 4)
    #expect(objects?[0]["code"] as? String == "perte, \"lien\"")
  }

  @Test("JSON Lines")
  func jsonLines() {
    #expect(
      table.text(as: .jsonl) == #"""
        {"code":"perte, \"lien\"","n":412,"part":0.28}
        {"code":"a\tb\n","n":0,"part":null}
        {"code":"","n":-1,"part":null}
        {"code":null,"n":3,"part":null}

        """#)
  }

  @Test("Empty tables are sound in every format")
  func empty() {
    let table = DataTable(columns: ["a", "b"])
    #expect(TableFormat.allCases.map { table.text(as: $0) } == ["a,b\n", "a\tb\n", "[]\n", ""])
  }
}
