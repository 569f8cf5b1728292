/// Rows of a survey file taken to guess what its columns are.
///
/// A file may be sorted by question or by group, so that its first thousand rows show one value of it: the
/// sample is the first rows and others spread evenly over the rest.
public struct SurveySample: Sendable {
  /// The column names.
  public let header: [String]
  /// The rows taken, in the order of the file, their cells cut after ``cellLength`` code points.
  public let rows: [[String]]
  /// How many rows the file has.
  public let rowCount: Int

  /// How many rows at the start are taken, and at most how many of the rest.
  static let headRows = 1000, spreadRows = 2000
  /// How much of a cell is kept, in code points.
  static let cellLength = 500

  /// A sample of rows at hand.
  public init(header: [String], rows: [[String]]) {
    (self.header, self.rows, rowCount) = (header, rows, rows.count)
  }

  /// Reads the whole of a file once, from the reader's next row on, so that whatever is wrong with its rows
  /// is known before anything is done with them. `progress` hears of the bytes read, of how many.
  public init(
    reading reader: DelimitedReader, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(SurveyError) {
    var reader = reader
    var head: [[String]] = []
    var spread: [[String]] = []
    var (count, step) = (0, 1)
    while try Self.advance(&reader) {
      defer { count += 1 }
      if count % 4096 == 0 { progress(reader.bytesRead, reader.totalBytes) }
      if count < Self.headRows {
        head.append(Self.cells(reader))
      } else if (count - Self.headRows) % step == 0 {
        spread.append(Self.cells(reader))
        guard spread.count > Self.spreadRows else { continue }
        spread = stride(from: 0, to: spread.count, by: 2).map { spread[$0] }
        step *= 2
      }
    }
    progress(reader.totalBytes, reader.totalBytes)
    (header, rows, rowCount) = (reader.header, head + spread, count)
  }

  private static func advance(_ reader: inout DelimitedReader) throws(SurveyError) -> Bool {
    do { return try reader.next() } catch { throw .text(error) }
  }

  private static func cells(_ reader: DelimitedReader) -> [String] {
    reader.cells.map { String($0.unicodeScalars.prefix(cellLength)) }
  }
}
