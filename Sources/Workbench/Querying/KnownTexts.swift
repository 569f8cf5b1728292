import CodingModel
import ProjectStore

/// Texts of answers that were shown of late: who reads a concordance sorts it another way, or turns its pages.
final class KnownTexts {
  /// An answer, read.
  struct Entry {
    /// Who gave it, and to what.
    let respondent: RowID<Respondent>, question: RowID<Question>
    /// The respondent's identifier.
    let identifier: String
    /// Its text.
    let text: SlicedText
  }

  /// How many bytes are kept at most, about.
  private let limit: Int
  private let corpus: Int64?
  private var recent: [RowID<Answer>: Entry] = [:]
  private var older: [RowID<Answer>: Entry] = [:]
  private var size = 0
  /// The last one, whatever its size: an answer may have several hits.
  private var last: (answer: RowID<Answer>, entry: Entry)?

  /// No texts yet.
  ///
  /// - Parameters:
  ///   - corpus: what the project's answers were known by; nil where they cannot be known to stay.
  ///   - limit: how many bytes are kept at most.
  init(corpus: Int64?, limit: Int = 32 << 20) {
    self.corpus = corpus
    self.limit = corpus == nil ? 0 : limit
  }

  /// Whether these are texts of the answers that are known by this.
  func isOf(_ corpus: Int64?) -> Bool { corpus != nil && corpus == self.corpus }

  /// An answer, read by `read` where it is not known.
  func entry(_ answer: RowID<Answer>, _ read: () throws -> Entry?) rethrows -> Entry? {
    if let last, last.answer == answer { return last.entry }
    if let known = recent[answer] { return known }
    guard let entry = try older.removeValue(forKey: answer) ?? read() else { return nil }
    last = (answer, entry)
    keep(entry, answer)
    return entry
  }

  private func keep(_ entry: Entry, _ answer: RowID<Answer>) {
    // What stands beside the bytes of a text is some hundred more.
    let bytes = entry.text.byteCount + 200
    guard bytes <= limit / 4 else { return }
    if size + bytes > limit / 2 { (older, recent, size) = (recent, [:], 0) }
    recent[answer] = entry
    size += bytes
  }
}

extension Study {
  /// Texts of the project's answers as `reader` sees them.
  func texts(_ reader: ProjectReader) throws -> KnownTexts {
    let corpus = isForOneQuery ? nil : try reader.changeStamp()?.corpus
    if let knownTexts, knownTexts.isOf(corpus) { return knownTexts }
    let texts = KnownTexts(corpus: corpus)
    knownTexts = texts
    return texts
  }
}
