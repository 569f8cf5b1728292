import Foundation
import Interchange
import Testing

@Suite("Values of tables")
struct TableValueTests {
  @Test(
    "Numbers are written shortest, whole ones without decimals",
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (-12, "-12"), (0.1, "0.1"), (1.0 / 3, "0.3333333333333333"),
      (1e-7, "1e-07"), (123_456_789, "123456789"), (1e300, "1e+300"), (2.5, "2.5"),
    ] as [(Double, String)])
  func numbers(number: Double, text: String) {
    #expect(NumberText.write(number) == text)
    #expect(Double(text) == number)
  }

  @Test("What is no finite number is missing")
  func missing() {
    for number in [Double.nan, .infinity, -.infinity] { #expect(NumberText.write(number) == nil) }
    #expect(TableValue(nil as Double?) == .missing)
    #expect(TableValue(nil as String?) == .missing)
    #expect(TableValue(2.5 as Double?) == .number(2.5))
    #expect(TableValue("a" as String?) == .text("a"))
  }

  @Test("Any text is sound JSON and reads back exactly")
  func json() throws {
    #expect(JSONText.quote("é\"\\\n\r\t\u{1}\u{7F}\u{2028}😀/") == #""é\"\\\n\r\t\u0001\u007f\u2028😀/""#)
    var dice = Dice(2)
    for _ in 0..<500 {
      let text = dice.nastyText()
      guard !text.unicodeScalars.contains("\u{FEFF}") else { continue }
      let data = Data(("[" + JSONText.quote(text) + "]").utf8)
      let back = try #require(try JSONSerialization.jsonObject(with: data) as? [String])
      #expect(back[0].scalarValues == text.scalarValues)
    }
  }
}
