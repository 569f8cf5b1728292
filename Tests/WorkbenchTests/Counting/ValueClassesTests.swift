import Testing

@testable import Workbench

@Suite("Categories of a variable's values")
struct ValueClassesTests {
  private let group = Variable(id: RowID(1), name: "groupe", kind: .categorical)
  private let age = Variable(id: RowID(2), name: "âge", kind: .numeric)

  @Test("Words are categories in French order, few numbers by size")
  func few() throws {
    let words = try ValueClasses(of: group, ["zèbre", "Éclair", "eau", "eau"])
    #expect(words.labels == ["eau", "Éclair", "zèbre"])
    #expect(words.category(of: "Éclair") == 1 && words.category(of: "feu") == nil)
    let numbers = try ValueClasses(of: age, ["10", "9", "2,5", "9"])
    #expect(numbers.labels == ["2,5", "9", "10"])
    #expect(try ValueClasses(of: age, []).labels == [])
  }

  @Test("Many numbers are put into four classes of about as many respondents, named by their ends")
  func many() throws {
    let classes = try ValueClasses(of: age, (1...20).map(String.init))
    #expect(classes.labels == ["1–5", "6–10", "11–15", "16–20"])
    #expect(classes.category(of: "10") == 1 && classes.category(of: "11") == 2)
    // Thirteen are too many, twelve are not.
    #expect(try ValueClasses(of: age, (1...12).map(String.init)).labels.count == 12)
    #expect(try ValueClasses(of: age, (1...13).map(String.init)).labels.count == 4)
    // Most respondents share a value: classes merge rather than be empty.
    let heaped = try ValueClasses(of: age, Array(repeating: "1", count: 90) + (2...20).map(String.init))
    #expect(heaped.labels == ["1–20"])
    let odd = try ValueClasses(of: age, (1...20).map { "\($0),5" } + ["NSP"])
    #expect(odd.labels == ["1,5–5,5", "6,5–10,5", "11,5–15,5", "16,5–20,5", "NSP"])
    #expect(odd.category(of: "NSP") == 4)
  }

  @Test("Breaks say where classes begin; those without anybody are shown")
  func breaks() throws {
    let classes = try ValueClasses(of: age, ["3", "5", "9", "10", "40"], breaks: [5, 10, 11, 50])
    #expect(classes.labels == ["<5", "5–9", "10", "11–49", "≥50"])
    #expect(["3", "5", "9", "10", "40"].map { classes.category(of: $0) } == [0, 1, 1, 2, 3])
    let fine = try ValueClasses(of: age, ["0,5", "1,5"], breaks: [1, 2.5])
    #expect(fine.labels == ["<1", "1–<2.5", "≥2.5"])
    #expect(throws: StudyError.notNumeric(variable: "groupe")) {
      try ValueClasses(of: group, ["eau"], breaks: [1])
    }
  }

  @Test("Every number has exactly the class that its breaks say", arguments: 1...20)
  func agreement(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let numbers = (0..<40).map { _ in random.next(below: 60) }
    let breaks = Set((0..<3).map { _ in Double(random.next(below: 60)) }).sorted()
    let classes = try ValueClasses(of: age, numbers.map(String.init), breaks: breaks)
    for number in numbers {
      #expect(classes.category(of: String(number)) == breaks.count { $0 <= Double(number) })
    }
    #expect(classes.labels.count == breaks.count + 1)
    let quarters = try ValueClasses(of: age, numbers.map(String.init))
    let order = numbers.sorted().map { quarters.category(of: String($0)) ?? -1 }
    #expect(order == order.sorted() && order.first == 0)
    #expect(Set(order).count == quarters.labels.count)
  }
}
