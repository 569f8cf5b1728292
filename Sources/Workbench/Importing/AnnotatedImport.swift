import CodingModel
import CorpusIndex
import FrenchText
public import Interchange
import ProjectStore

/// Importing a corpus annotated elsewhere: its texts as answers, its tokens, lemmas and parts of speech as they
/// are in the file.
public struct AnnotatedImport {
  /// The file's path.
  public let path: String
  /// What kind of file it is.
  public let format: AnnotatedFormat
  /// What its columns hold.
  public let columns: AnnotatedColumns
  /// How many texts and tokens it has.
  public private(set) var texts = 0, tokens = 0
  private let reader: AnnotatedReader

  /// Reads the whole file once: whatever is wrong with its form is known before anything is stored.
  ///
  /// - Parameter columns: the names of a VRT's columns, in order; nil to find out.
  /// - Throws: `AnnotatedFileError`.
  public init(_ path: String, columns names: [String]? = nil) throws(AnnotatedFileError) {
    self.path = path
    reader = try AnnotatedReader(path: path, columns: names)
    format = reader.format
    columns = reader.columns
    var trial = reader
    while let text = try trial.next() {
      texts += 1
      tokens += text.tokens.count
      guard AnnotatedAnswer(text) != nil else {
        throw AnnotatedFileError(.badWord, line: text.line, column: 1)
      }
    }
  }

  /// The question that texts answer where the file names none.
  static let question = "texte"

  /// Stores what is new in the file, with its index, as one act. Texts that are there already add nothing.
  ///
  /// - Throws: `AnnotatedFileError`, ``StudyError/inFile(path:line:underlying:)``, `ProjectError`.
  public func run(into study: Study, coder: String = "") throws -> SurveyImport.Outcome {
    _ = try study.index()
    let outcome = try study.project.perform(.importSurvey, coder: coder) { act in
      let segments = try study.segmentPipeline()
      defer { segments.drain() }
      var outcome = SurveyImport.Outcome()
      var reader = reader
      while let text = try reader.next() {
        do {
          try add(text, act, segments, &outcome)
        } catch let error as ActError {
          throw StudyError.inFile(path: path, line: text.line, underlying: error)
        }
        study.progress?(.importing, reader.progress)
      }
      let drafts = try segments.finish()
      outcome.tokens = drafts.reduce(0) { $0 + $1.tokenCount }
      if !drafts.isEmpty { try act.addIndexSegments(drafts.map(IndexSegmentDraft.init)) }
      act.details = [
        "file": FileName(path).last,
        "respondents": String(outcome.newRespondents), "answers": String(outcome.newAnswers),
      ]
      outcome.hasChanged = act.hasChanges
      return outcome
    }.result
    // The import stands, whatever becomes of this.
    try? Indexing(study).mergeSmallSegments()
    return outcome
  }

  private func add(
    _ text: AnnotatedText, _ act: ActWriter, _ segments: SegmentPipeline,
    _ outcome: inout SurveyImport.Outcome
  ) throws {
    guard let answer = AnnotatedAnswer(text) else {
      throw AnnotatedFileError(.badWord, line: text.line, column: 1)
    }
    let name = text.question?.storedName ?? Self.question
    let question = try act.question(SurveyQuestion(name: name, wording: name))
    let (respondent, isNew) = try act.respondent(text.respondent.storedName, weight: nil)
    if isNew { outcome.newRespondents += 1 }
    for (name, value) in text.values {
      let variable = try act.variable(name.storedName, .categorical)
      if try act.addValue(value.storedName, of: variable, to: respondent, isNew: isNew) {
        outcome.newValues += 1
      }
    }
    outcome.answersRead += 1
    guard let id = try act.addAnswer(answer.text, of: respondent, to: question, isNew: isNew) else { return }
    try act.addAnnotations(answer.annotations, to: id)
    outcome.newAnswers += 1
    segments.add(id, answer.text, answer.annotations)
  }
}

/// A text put together from its tokens, with the place of each.
struct AnnotatedAnswer {
  let text: String
  let annotations: [TokenAnnotation]

  /// Nil where what is stored of the text would be another one, whatever stands between its tokens.
  init?(_ source: AnnotatedText) {
    // Characters of neighbours may become one where nothing stands between them; then a space does.
    guard
      let joined = Self.joined(source.tokens, isSpaced: false) ?? Self.joined(source.tokens, isSpaced: true)
    else { return nil }
    (text, annotations) = joined
  }

  private static func joined(
    _ tokens: [AnnotatedText.Token], isSpaced: Bool
  ) -> (String, [TokenAnnotation])? {
    var text = String.UnicodeScalarView()
    var end = 0
    var annotations: [TokenAnnotation] = []
    annotations.reserveCapacity(tokens.count)
    for token in tokens {
      let word = StoredText.normalize(token.word).replacing("\n", with: " ").unicodeScalars
      let space = StoredText.normalize(
        isSpaced && token.space.isEmpty && !annotations.isEmpty ? " " : token.space)
      guard !Folding.form(String(word)).isEmpty else { continue }
      text.append(contentsOf: space.unicodeScalars)
      text.append(contentsOf: word)
      let start = end + space.unicodeScalars.count
      end = start + word.count
      annotations.append(
        TokenAnnotation(
          range: TextRange(start, end), lemma: StoredText.normalize(token.lemma), tag: token.tag,
          startsSentence: token.startsSentence))
    }
    let result = String(text)
    guard StoredText.normalize(result).unicodeScalars.elementsEqual(result.unicodeScalars) else { return nil }
    return (result, annotations)
  }
}
