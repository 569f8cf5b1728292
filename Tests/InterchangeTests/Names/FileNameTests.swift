import Interchange
import Testing

struct FileNameTests {
  @Test(
    "The name without folders, and what stands after its last point",
    arguments: [
      ("a.csv", "a.csv", "csv"), ("/tmp/v2.1/Étude.TSV", "Étude.TSV", "tsv"), ("a.tar.gz", "a.tar.gz", "gz"),
      ("v2.1/etude", "etude", nil), ("csv", "csv", nil), (".csv", ".csv", "csv"), ("a.", "a.", nil),
      ("dossier/", "dossier", nil), ("", "", nil), ("/", "/", nil),
    ] as [(String, String, String?)])
  func parts(_ path: String, _ last: String, _ ending: String?) {
    let name = FileName(path)
    #expect(name.last == last)
    #expect(name.ending == ending)
  }
}
