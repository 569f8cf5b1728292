import Testing

@testable import Interchange

/// The grammar of records, one byte after another; nil where it is broken.
private struct SlowScanner {
  let bytes: [UInt8]
  let delimiter: UInt8
  private var at = 0
  private var line = 1

  init(_ bytes: [UInt8], _ delimiter: UInt8) {
    (self.bytes, self.delimiter) = (bytes, delimiter)
  }

  private var isAtEnd: Bool { at == bytes.count || bytes[at] == 10 || bytes[at] == 13 }

  /// Each record as the line it starts on and its cells, with a mark before those that were quoted.
  mutating func records() -> [String]? {
    var records: [String] = []
    while at < bytes.count {
      var record = "\(line)"
      while true {
        guard let cell = cell() else { return nil }
        record += " [" + cell + "]"
        guard !isAtEnd else { break }
        at += 1
      }
      takeLineEnd()
      records.append(record)
    }
    return records
  }

  private mutating func takeLineEnd() {
    guard at < bytes.count else { return }
    at += bytes[at] == 13 && at + 1 < bytes.count && bytes[at + 1] == 10 ? 2 : 1
    line += 1
  }

  private mutating func cell() -> String? {
    let (start, startLine) = (at, line)
    if at < bytes.count, bytes[at] == 34 {
      at += 1
      var (text, isStructured): ([UInt8], Bool) = ([], false)
      while at < bytes.count, bytes[at] != 34 || (at + 1 < bytes.count && bytes[at + 1] == 34) {
        switch bytes[at] {
        case 34: at += 1
        case 10, 13:
          isStructured = true
          if bytes[at] == 10 || at + 1 == bytes.count || bytes[at + 1] != 10 { line += 1 }
        case delimiter: isStructured = true
        default: break
        }
        text.append(bytes[at])
        at += 1
      }
      guard at < bytes.count else { return nil }
      at += 1
      while at < bytes.count, bytes[at] == 32 { at += 1 }
      if isAtEnd || bytes[at] == delimiter { return "\"" + String(decoding: text, as: UTF8.self) }
      guard !isStructured else { return nil }
      (at, line) = (start, startLine)
    }
    var text: [UInt8] = []
    while !isAtEnd, bytes[at] != delimiter {
      text.append(bytes[at])
      at += 1
    }
    return String(decoding: text, as: UTF8.self)
  }
}

struct RecordScannerTests {
  private func records(_ bytes: [UInt8], _ delimiter: UInt8) -> [String]? {
    var scanner = RecordScanner(delimiter: delimiter, position: 0)
    var records: [String] = []
    do {
      while try scanner.next(in: bytes.span) {
        let cells = scanner.cells.map {
          " [" + ($0.isQuoted ? "\"" : "") + CellText.string($0, in: bytes.span) + "]"
        }
        records.append("\(scanner.recordLine)" + cells.joined())
      }
    } catch {
      return nil
    }
    return records
  }

  @Test("Eight bytes at once are cut as one after another")
  func equality() {
    var dice = Dice(23)
    let pieces = [
      "\"", "\"\"", "\"", ";", ";", "\n", "\r\n", "\r", " ", "a", "été",
      "une réponse plus longue que huit octets",
      "\";\"", "\"\n\"", "b;c",
    ]
    var (read, refused) = (0, 0)
    for _ in 0..<6000 {
      let text = (0..<Int.random(in: 0...14, using: &dice)).map { _ in pieces.randomElement(using: &dice)! }
      let bytes = Array(text.joined().utf8)
      var slow = SlowScanner(bytes, 59)
      let expected = slow.records()
      #expect(records(bytes, 59) == expected, "\(text)")
      if expected == nil { refused += 1 } else { read += 1 }
    }
    #expect(read > 1000 && refused > 1000)
  }
}
