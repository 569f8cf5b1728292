import Testing

@testable import Interchange

@Suite("Dates in files of codings")
struct RecordedDateTests {
  @Test(
    "A date of ISO 8601 stays as it is",
    arguments: [
      "2026", "2026-11", "2026-11-22", "2024-02-29", "2026-11-22T10:30", "2026-11-22 10:30:00",
      "2026-11-22T10:30:00Z",
      "2026-11-22T10:30:00.250+01:00", "2026-11-22T10:30-0500",
    ])
  func iso(date: String) {
    #expect(RecordedDate.read(date) == date)
  }

  @Test("A date with the day first is turned about")
  func french() {
    #expect(RecordedDate.read("22/11/2026") == "2026-11-22")
    #expect(RecordedDate.read("2/1/2026 09:05") == "2026-01-02T09:05")
    #expect(RecordedDate.read(" 2026/11/22 ") == "2026-11-22")
  }

  @Test(
    "Anything else is none",
    arguments: [
      "not a date", "", "20261122", "2026-13-01", "2026-02-29", "2026-00-10", "2026-1-2", "31/04/2026",
      "22/11/26",
      "2026-11-22T", "2026-11-22T25:00", "2026-11-22T10", "2026-11-22T10:30:00+1", "2026-11-22T10:30:00.",
      "2026T10:30",
      "2026-11-22-01", "1/2", "٢٠٢٦", "2026-11-22T10:30:00ZZ",
    ])
  func others(text: String) {
    #expect(RecordedDate.read(text) == nil)
  }
}
