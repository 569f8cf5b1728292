/// Finds the delimiter of a file by trying each on its first records.
enum DelimiterSniffer {
  /// How many bytes are looked at.
  static let window = 1 << 18

  /// The delimiter under which the first records of `bytes` (UTF-8, without mark) are most alike, or
  /// ``Delimiter/none`` for a single column. Cost: constant, at most ``window`` bytes.
  static func sniff(_ bytes: Span<UInt8>) -> Delimiter {
    let isCut = bytes.count > window
    let head = isCut ? bytes.extracting(0..<window) : bytes
    let candidates: [Delimiter] = [.tab, .semicolon, .bar, .comma]
    let trials = candidates.map { Trial($0, head, isCut: isCut) }
    var best: Trial? = nil
    for trial in trials where trial.headerCells >= 2 && !trial.isProse {
      if best.map({ trial.score > $0.score }) ?? true { best = trial }
    }
    if let best { return best.delimiter }
    // A title above the column names leaves the header with one cell: the rows then decide.
    return trials.first { $0.rowsAgreeWithoutHeader }?.delimiter ?? .none
  }

  /// What becomes of the first records under one delimiter.
  private struct Trial {
    let delimiter: Delimiter
    private(set) var headerCells = 0
    private var rows = 0
    private var matching = 0
    private var counts: [Int: Int] = [:]
    private var headerHasSpacedCells = false

    init(_ delimiter: Delimiter, _ bytes: Span<UInt8>, isCut: Bool) {
      self.delimiter = delimiter
      var scanner = RecordScanner(delimiter: delimiter.byte, position: 0)
      while scanner.position < bytes.count {
        let count: Int
        if let more = try? scanner.next(in: bytes) {
          guard more else { break }
          if scanner.isBlank(in: bytes) { continue }
          count = scanner.cells.count
        } else {
          // The cells before a quoting error still tell the header's delimiter.
          count = headerCells == 0 ? scanner.cells.count + 1 : 0
          scanner.skipLine(in: bytes)
        }
        if isCut, scanner.position >= bytes.count { break }
        take(count, scanner.cells, bytes)
      }
    }

    private mutating func take(_ count: Int, _ cells: [CellSpan], _ bytes: Span<UInt8>) {
      guard headerCells > 0 else {
        headerCells = max(count, 1)
        headerHasSpacedCells = cells.dropFirst().contains { $0.end > $0.start && bytes[$0.start] == 32 }
        return
      }
      rows += 1
      counts[count, default: 0] += 1
      if count == headerCells || count == headerCells + 1 { matching += count == headerCells ? 2 : 1 }
    }

    /// The share of rows with as many cells as the header, and a little for more columns.
    var score: Double {
      let share = rows == 0 ? 1 : Double(matching) / Double(2 * rows)
      return share + 0.02 * (1 - 1 / Double(headerCells))
    }

    /// Whether this is a comma in the header's sentence rather than between names.
    var isProse: Bool {
      delimiter == .comma && headerHasSpacedCells && matching <= rows
    }

    var rowsAgreeWithoutHeader: Bool {
      guard headerCells == 1, rows >= 2,
        let most = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })
      else { return false }
      return most.key >= (delimiter == .comma ? 3 : 2) && most.value * 10 >= rows * 9
    }
  }
}
