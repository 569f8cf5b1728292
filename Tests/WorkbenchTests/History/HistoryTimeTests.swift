import Testing

@testable import Workbench

@Suite struct HistoryTimeTests {
  @Test("Days and moments are read as they are written, and nothing else")
  func reading() {
    for text in ["2026-11-22", "2026-11-22T10:30", "2026-11-22 10:30:05", "2026-11-22t10:30:05z"] {
      #expect(HistoryTime(text) != nil, "\(text)")
    }
    for text in [
      "", "2026", "2026-11", "22-11-2026", "2026/11/22", "2026-13-01", "2026-11-32", "2026-11-22T25:00",
      "hier",
      "2026-11-22T10:3", "٢٠٢٦-11-22",
    ] {
      #expect(HistoryTime(text) == nil, "\(text)")
    }
  }

  @Test("A day holds all its moments, a minute all its seconds")
  func comparing() throws {
    let day = try #require(HistoryTime("2026-11-22"))
    let minute = try #require(HistoryTime("2026-11-22 10:30"))
    let dates = [
      "2026-11-21T23:59:59Z", "2026-11-22T00:00:00Z", "2026-11-22T10:30:59Z", "2026-11-23T00:00:00Z",
    ]
    #expect(dates.map { day.reaches($0) } == [true, true, true, false])
    #expect(dates.map { day.isReached(by: $0) } == [false, true, true, true])
    #expect(dates.map { minute.reaches($0) } == [true, true, true, false])
    #expect(dates.map { minute.isReached(by: $0) } == [false, false, true, true])
  }
}
