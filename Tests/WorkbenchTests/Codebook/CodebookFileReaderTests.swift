import Testing

@testable import Workbench

@Suite("Reading codebook files")
struct CodebookFileReaderTests {
  @Test(
    "The ending of the name says the format",
    arguments: [
      ("livre.csv", "name,parent\nA,\nB,A\n"), ("LIVRE.TSV", "name\tparent\nA\t\nB\tA\n"),
      ("livre.yaml", "codes:\n  - name: A\n    codes: [{name: B}]\n"),
      ("livre", "codes: [{name: A, codes: [{name: B}]}]\n"),
    ])
  func formats(name: String, text: String) throws {
    let folder = try TestFolder()
    let tree = try CodebookFileReader.read(try folder.write(name, text)).tree
    #expect(tree.flattened.map { $0.path.joined(separator: "/") } == ["A", "A/B"])
  }
}
