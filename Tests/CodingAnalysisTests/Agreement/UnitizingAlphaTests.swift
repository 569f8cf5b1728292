import CodingAnalysis
import CodingModel
import Testing

@Suite("Agreement on segments")
struct UnitizingAlphaTests {
  private func segments(_ list: [(Int, Int, Int)]) -> [UnitizedSegment] {
    list.map { UnitizedSegment(range: TextRange($0.0, $0.1), category: $0.2) }
  }

  @Test("Krippendorff's published example (2004, p. 254): categories c 0.7286 and k 1, joint 0.859")
  func published() throws {
    // The continuum runs from 150 to 450 in the book, from 0 to 300 here.
    let first = segments([(75, 145, 0), (220, 250, 0), (30, 90, 1), (150, 200, 1)])
    let second = segments([(70, 150, 0), (205, 225, 0), (250, 270, 0), (30, 90, 1), (150, 200, 1)])
    let alpha = UnitizingAlpha.original([first, second], length: 300)
    #expect(abs(try #require(alpha.categories[0].value) - 0.7286) < 0.00005)
    #expect(alpha.categories[1] == .value(1))
    // The book prints 0.8591 from disagreements rounded to four decimals.
    #expect(agree(alpha.all.value, 0.8586654051841702))
  }

  @Test("the revised coefficient on the same segments and on three coders, as a package of PyPI gives it")
  func revised() {
    let first = segments([(75, 145, 0), (220, 250, 0)])
    let second = segments([(70, 150, 0), (205, 225, 0), (250, 270, 0)])
    #expect(agree(UnitizingAlpha.revised([first, second], length: 300).value, 0.5162799043062201))
    let three = [
      segments([(10, 20, 0), (30, 50, 1)]), segments([(12, 20, 0), (20, 24, 1), (35, 50, 1)]),
      segments([(10, 22, 0), (60, 70, 1)]),
    ]
    #expect(agree(UnitizingAlpha.revised(three, length: 100).value, 0.4218729638825789))
  }

  @Test(
    "Krippendorff's published example of the revised coefficient (2019, fig. 12.11): 0.510, of segments alone 0.413"
  )
  func publishedRevised() throws {
    // Content Analysis, 4th ed., section 12.6, p. 340, as others cite it, not from the book itself: three observers on a continuum of 60; values 1 to 7 are 0 to 6 here.
    let alex = [(0, 7, 0), (7, 13, 1), (30, 32, 4), (32, 37, 5), (37, 44, 5), (44, 60, 6)]
    let paul = [(0, 7, 0), (7, 13, 2), (13, 21, 4), (32, 44, 5)]
    let suzan = [(0, 7, 0), (7, 13, 3), (13, 21, 4), (32, 37, 5), (37, 41, 5), (41, 44, 5)]
    let observers = [alex, paul, suzan]
    let nominal = try #require(UnitizingAlpha.revised(observers.map(segments), length: 60).value)
    #expect(abs(nominal - 0.510) < 0.0005)
    // Whatever the values: valued or not.
    let binary = UnitizingAlpha.revised(observers.map { segments($0.map { ($0.0, $0.1, 0) }) }, length: 60)
    #expect(abs(try #require(binary.value) - 0.413) < 0.002)
  }

  @Test("the same segments agree fully")
  func same() {
    let coder = segments([(3, 10, 0), (10, 14, 1)])
    #expect(UnitizingAlpha.revised([coder, coder, coder], length: 30) == .value(1))
    #expect(UnitizingAlpha.original([coder, coder, coder], length: 30).all == .value(1))
  }

  @Test("nothing marked, everything marked or nothing compared is undefined")
  func undefined() {
    #expect(UnitizingAlpha.revised([[], []], length: 10) == .undefined(.chanceAgreementIsOne))
    let all = segments([(0, 10, 0)])
    #expect(UnitizingAlpha.revised([all, all], length: 10) == .undefined(.chanceAgreementIsOne))
    #expect(UnitizingAlpha.revised([all], length: 10) == .undefined(.nothingCompared))
    #expect(UnitizingAlpha.revised([[], []], length: 0) == .undefined(.nothingCompared))
    #expect(UnitizingAlpha.original([[], []], length: 10).all == .undefined(.chanceAgreementIsOne))
  }
}
