import Foundation
import Testing

@testable import Workbench

@Suite struct HistoryTimeTests {
  @Test("Days and moments are read as they are written, and nothing else")
  func reading() {
    for text in ["2026-11-22", "2026-11-22T10:30", "2026-11-22 10:30:05", "2026-11-22t10:30:05z"] {
      #expect(HistoryTime(text) != nil, "\(text)")
    }
    for text in [
      "", "2026", "2026-11", "22-11-2026", "2026/11/22", "2026-13-01", "2026-11-32", "2026-02-30",
      "2026-11-22T25:00",
      "hier",
      "2026-11-22T10:3", "٢٠٢٦-11-22",
    ] {
      #expect(HistoryTime(text) == nil, "\(text)")
    }
  }

  @Test("A day holds all its moments, a minute all its seconds")
  func comparing() throws {
    let utc = try #require(TimeZone(identifier: "UTC"))
    let day = try #require(HistoryTime("2026-11-22", in: utc))
    let minute = try #require(HistoryTime("2026-11-22 10:30", in: utc))
    let dates = [
      "2026-11-21T23:59:59Z", "2026-11-22T00:00:00Z", "2026-11-22T10:30:59Z", "2026-11-23T00:00:00Z",
    ]
    #expect(dates.map { day.reaches($0) } == [true, true, true, false])
    #expect(dates.map { day.isReached(by: $0) } == [false, true, true, true])
    #expect(dates.map { minute.reaches($0) } == [true, true, true, false])
    #expect(dates.map { minute.isReached(by: $0) } == [false, false, true, true])
  }

  @Test("Days are those of the place, in summer and in winter; a Z means UTC")
  func places() throws {
    let paris = try #require(TimeZone(identifier: "Europe/Paris"))
    let winter = try #require(HistoryTime("2026-11-22", in: paris))
    #expect(winter.isReached(by: "2026-11-21T23:00:00Z") && !winter.isReached(by: "2026-11-21T22:59:59Z"))
    #expect(winter.reaches("2026-11-22T22:59:59Z") && !winter.reaches("2026-11-22T23:00:00Z"))
    let summer = try #require(HistoryTime("2026-07-14T10:30", in: paris))
    #expect(summer.isReached(by: "2026-07-14T08:30:00Z") && !summer.reaches("2026-07-14T08:31:00Z"))
    // The day on which summer begins has 23 hours.
    let spring = try #require(HistoryTime("2026-03-29", in: paris))
    #expect(spring.isReached(by: "2026-03-28T23:00:00Z") && !spring.reaches("2026-03-29T22:00:00Z"))
    let utc = try #require(HistoryTime("2026-11-22T10:30Z", in: paris))
    #expect(utc.isReached(by: "2026-11-22T10:30:00Z") && !utc.isReached(by: "2026-11-22T10:29:59Z"))
    #expect(HistoryTime.local("2026-11-22T23:30:05Z", in: paris) == "2026-11-23 00:30:05")
    #expect(HistoryTime.local("2026-07-14T10:30:00Z", in: paris) == "2026-07-14 12:30:00")
    #expect(["", "2025", "hier"].map { HistoryTime.local($0, in: paris) } == ["", "2025", "hier"])
    #expect(HistoryTime.name(of: paris) == "Europe/Paris")
    #expect(try HistoryTime.name(of: #require(TimeZone(identifier: "GMT"))) == "UTC")
  }
}
