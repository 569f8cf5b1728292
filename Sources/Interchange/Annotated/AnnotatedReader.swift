public import CodingModel
import Foundation

/// Reads a corpus annotated elsewhere, a text at a time.
public struct AnnotatedReader {
  /// The longest line, in bytes.
  public static let lineLimit = 1 << 20
  /// The most tokens that one text may have.
  public static let tokenLimit = 2_000_000

  /// What kind of file it is.
  public let format: AnnotatedFormat
  /// What its columns hold.
  public let columns: AnnotatedColumns
  private let text: DelimitedText
  private var conllu: CoNLLUReader
  private var vrt: VRTReader

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - columns: the names of the columns of a VRT; nil to find out.
  public init(path: String, columns names: [String]? = nil) throws(AnnotatedFileError) {
    let data: Data
    do { data = try InputFile.read(path) } catch { throw AnnotatedFileError(.text(.file(error))) }
    let text: DelimitedText
    do { text = try DelimitedText(data, encoding: nil) } catch { throw AnnotatedFileError(.text(error)) }
    if let invalid = text.invalid {
      let before = text.utf8[(text.utf8.startIndex + text.start)..<(text.utf8.startIndex + invalid)]
      let line = before.count { $0 == 10 } + 1
      let start = before.lastIndex(of: 10).map { $0 + 1 } ?? before.startIndex
      let column = before[start...].count { $0 & 0xC0 != 0x80 } + 1
      throw AnnotatedFileError(
        .text(.invalidText(text.encoding, line: line, column: column)), line: line, column: column)
    }
    let head = Array(text.utf8[(text.utf8.startIndex + text.start)...].prefix(1 << 16))
    guard let format = AnnotatedFormat.detect(head) else { throw AnnotatedFileError(.noTokens) }
    self.format = format
    self.text = text
    columns =
      format == .conllu
      ? .conllu : try AnnotatedColumns(vrt: LineScanner(text.utf8, start: text.start), names)
    conllu = CoNLLUReader(LineScanner(text.utf8, start: text.start))
    vrt = VRTReader(
      LineScanner(text.utf8, start: text.start), columns,
      hasGlue: text.utf8.range(of: Data("<g/>".utf8)) != nil)
  }

  /// The next text that has tokens; nil after the last.
  public mutating func next() throws(AnnotatedFileError) -> AnnotatedText? {
    format == .conllu ? try conllu.next() : try vrt.next()
  }

  /// How much has been read, 0 to 1.
  public var progress: Double { format == .conllu ? conllu.lines.progress : vrt.lines.progress }
}
