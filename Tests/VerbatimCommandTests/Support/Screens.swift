import Foundation
import Testing

/// Expects that a screen is the one that stands as a literal in the test, to the last line feed.
///
/// Where `VERBATIM_RECORD` is set in the environment, a literal that differs is replaced in the test's source
/// by what the screen is now, to be read over before it is committed:
///
///     VERBATIM_RECORD=1 swift test --disable-xctest --filter SampleStudy; git diff Tests
func expectScreen(
  _ screen: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation,
  file: String = #filePath
) {
  #expect(screen.hasSuffix("\n"), "ends with a line feed", sourceLocation: sourceLocation)
  let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
  for line in lines {
    #expect(line.last != " ", "no space at the end of a line: \(line)", sourceLocation: sourceLocation)
  }
  let shown = lines.dropLast().joined(separator: "\n")
  if shown != expected, ProcessInfo.processInfo.environment["VERBATIM_RECORD"] != nil {
    Recorder.record(shown, insteadOf: expected, in: file)
  }
  #expect(shown == expected, sourceLocation: sourceLocation)
}

/// Putting new screens into the source of tests.
private enum Recorder {
  private static let lock = NSLock()

  /// Replaces the first literal in the file that reads as `old`. Literals are written `#"""`, so that what
  /// stands in them is what they say.
  static func record(_ new: String, insteadOf old: String, in file: String) {
    lock.withLock {
      let url = URL(fileURLWithPath: file)
      guard let source = try? String(contentsOf: url, encoding: .utf8) else { return }
      var lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      var start = 0
      while let open = lines[start...].firstIndex(where: { $0.hasSuffix("#\"\"\"") }),
        let close = lines[open...].firstIndex(where: {
          $0.trimmingCharacters(in: .whitespaces).hasPrefix("\"\"\"#")
        })
      {
        let indent = String(lines[close].prefix { $0 == " " })
        let text = lines[(open + 1)..<close].map { $0.isEmpty ? "" : String($0.dropFirst(indent.count)) }
        if text.joined(separator: "\n") == old {
          let literal = new.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : indent + $0 }
          lines.replaceSubrange((open + 1)..<close, with: literal)
          try? lines.joined(separator: "\n").write(to: url, atomically: true, encoding: .utf8)
          return
        }
        start = close + 1
      }
    }
  }
}
