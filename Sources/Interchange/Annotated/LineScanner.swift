import Foundation

/// The lines of a text in UTF-8, one at a time.
struct LineScanner {
  private let bytes: Data
  private var position: Int
  /// The number of the line read last, from 1.
  private(set) var line = 0

  init(_ bytes: Data, start: Int) {
    self.bytes = bytes
    position = bytes.startIndex + start
  }

  /// How much has been read, of how much.
  var progress: Double {
    Double(position - bytes.startIndex) / Double(max(1, bytes.count))
  }

  /// The next line without its end; nil after the last.
  mutating func next(limit: Int) throws(AnnotatedFileError) -> [UInt8]? {
    guard position < bytes.endIndex else { return nil }
    line += 1
    let end = bytes[position...].firstIndex(of: 10) ?? bytes.endIndex
    guard end - position <= limit else { throw AnnotatedFileError(.lineTooLong, line: line, column: 1) }
    var content = Array(bytes[position..<end])
    if content.last == 13 { content.removeLast() }
    position = min(end + 1, bytes.endIndex)
    return content
  }
}
