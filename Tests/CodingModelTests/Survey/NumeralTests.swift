import CodingModel
import Testing

@Suite("Numbers as surveys write them")
struct NumeralTests {
  @Test(
    "Numbers",
    arguments: [
      ("0", 0), ("12", 12), ("007", 7), ("-3,5", -3.5), ("\u{2212}4", -4), ("+2", 2), ("0.87", 0.87),
      ("0,57", 0.57), ("0,1", 0.1), ("1,15", 1.15), ("3.14159", 3.14159), ("16 000", 16000),
      ("1\u{A0}234\u{A0}567", 1_234_567), ("12\u{202F}345,6", 12345.6), ("9\u{2009}999", 9999),
      ("123456789012345678", 123_456_789_012_345_680),
    ] as [(String, Double)])
  func numbers(text: String, value: Double) {
    #expect(Numeral.parse(text) == value)
  }

  @Test(
    "Anything else is no number",
    arguments: [
      "", " ", "-", "+", ",", ".5", ",5", "1,2,3", "1.234.567", "1,234.5", "12 34", "1 2345", "1234 567",
      "1  000",
      " 12", "12 ", "- 3", "--3", "3-", "1e5", "12 %", "50%", "inf", "nan", "0x10", "douze", "1,0 0",
      "1 000,5 0",
      "١٢", "１２", "12\n",
    ])
  func noNumbers(text: String) {
    #expect(Numeral.parse(text) == nil)
  }

  @Test("Three hundred digits are a number, more are not")
  func longNumbers() {
    #expect(Numeral.parse(String(repeating: "9", count: 300)) == 1e300)
    #expect(Numeral.parse(String(repeating: "9", count: 301)) == nil)
    #expect(Numeral.parse("0," + String(repeating: "0", count: 298) + "1") == 1e-299)
  }

  @Test("Decimals are read as closely as a number can hold them, with either mark")
  func closest() {
    for cents in 0..<2000 {
      let digits = String(cents % 100)
      let text = "\(cents / 100).\(digits.utf8.count == 1 ? "0" : "")\(digits)"
      #expect(Numeral.parse(text) == Double(text))
      #expect(Numeral.parse(text.replacing(".", with: ",")) == Double(text))
    }
  }
}
