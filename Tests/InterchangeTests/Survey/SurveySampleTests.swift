import Foundation
import Interchange
import Testing

@Suite("Sampling a survey's rows")
struct SurveySampleTests {
  private func sample(_ count: Int) throws -> SurveySample {
    let text = "id;r\n" + (0..<count).map { "\($0);r\n" }.joined()
    return try SurveySample(reading: DelimitedReader(data: Data(text.utf8)))
  }

  @Test("A file of a few thousand rows is taken whole")
  func whole() throws {
    #expect(try sample(3000).rows.map { $0[0] } == (0..<3000).map(String.init))
  }

  @Test("Of a larger one the head and rows spread over the rest are taken")
  func spread() throws {
    let found = try sample(20_000)
    let expected = Array(0..<1000) + Array(stride(from: 1000, to: 20_000, by: 16))
    #expect(found.rows.map { $0[0] } == expected.map(String.init))
    #expect(found.rowCount == 20_000)
  }

  @Test("Long cells are cut and progress ends at the whole")
  func cells() throws {
    var progress: [Int] = []
    let text = "id;r\n1;" + String(repeating: "é", count: 900) + "\n"
    let found = try SurveySample(reading: DelimitedReader(data: Data(text.utf8))) { read, total in
      progress.append(total - read)
    }
    #expect(found.rows[0][1].unicodeScalars.count == 500)
    #expect(progress.last == 0)
  }
}
