/// The words met so far, each with all that can be known of it out of context.
final class WordStore {
  /// What tagging and cutting into sentences need of a word: small, and read for every token.
  struct Traits {
    var tags: TagSet
    var marks: SentenceMarks
    /// Where its own two rows start among ``rows``: where capitals matter, where they do not.
    var own: UInt32
    /// Where its four rows as a neighbour start among ``rows``: at -2, -1, 1, 2.
    var context: UInt32
    /// Where its row of each preceding part of speech starts among ``rows``.
    var transitions: UInt32
    /// What it gives to features made of several words.
    var fields: PairKeys.Fields
    /// Where its types, one per part of speech it may have, start among ``types``.
    var types: UInt32
  }

  /// What is written, and what it stands for.
  struct Spelling {
    let written: String
    let form: String
    /// The form that tells part of speech and lemma: the masculine of an inclusive word, what follows a
    /// transcriber's `~`, else ``form``.
    let model: String
    let kind: TokenKind
    /// Whether a period belongs to it.
    let isAbbreviation: Bool
    // In a box of its own: few words are inclusive, and there are many words.
    private let box: Box?
    var reading: InclusiveReading? { box?.reading }

    private final class Box: Sendable {
      let reading: InclusiveReading
      init(_ reading: InclusiveReading) { self.reading = reading }
    }

    init(
      written: String, form: String, model: String, kind: TokenKind, reading: InclusiveReading?,
      isAbbreviation: Bool
    ) {
      self.written = written
      self.form = form
      self.model = model
      self.kind = kind
      self.isAbbreviation = isAbbreviation
      box = reading.map(Box.init)
    }
  }

  static let noType = UInt32.max
  private(set) var traits: [Traits] = []
  private(set) var spellings: [Spelling] = []
  /// What each word is made of.
  private(set) var kinds: [TokenKind] = []
  private(set) var rows: [TaggerModel.Row] = []
  var types: [UInt32] = []

  private let profiler: WordProfiler
  private let model: TaggerModel
  private var numbers: [String: UInt32] = [:]
  private var transitions: [SIMD4<UInt32>: UInt32] = [:]

  init(forms: FormBook, model: TaggerModel) {
    self.model = model
    profiler = WordProfiler(forms: forms, model: model)
    let edge = addContext(.edge)
    traits.append(
      Traits(
        tags: [], marks: [], own: 0, context: edge, transitions: 0,
        fields: WordProfile.edge.pairFields, types: 0))
    _ = add(
      Spelling(written: "", form: "", model: "", kind: .punctuation, reading: nil, isAbbreviation: false))
  }

  /// The number of the word that stands before and after each sentence.
  static let edge: UInt32 = 0

  /// The number of a token's word.
  func number(of token: RawToken, in chunk: Chunk) -> UInt32 {
    let written = chunk.word(token.range)
    if let number = numbers[written] { return number }
    let form = token.kind == .emoji ? Folding.form(written) : chunk.form(token.range)
    let reading = token.inclusive ?? (token.kind == .word ? NeutralWords.reading(form) : nil)
    return add(
      Spelling(
        written: written, form: form, model: reading?.model ?? Self.model(form), kind: token.kind,
        reading: reading, isAbbreviation: token.isAbbreviation))
  }

  /// A form without the mark of a word that a speaker took up again (`~enfin`).
  private static func model(_ form: String) -> String {
    form.count > 1 && form.hasPrefix("~") ? String(form.dropFirst()) : form
  }

  /// The number of the word that is all of a chunk of French letters (``LetterRun``), no capital inside.
  func number(ofLetters bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let written = unsafe String(decoding: bytes, as: UTF8.self)
    if let number = numbers[written] { return number }
    let form = unsafe LatinTable.lowercased(bytes) ?? written
    let reading = NeutralWords.reading(form)
    return add(
      Spelling(
        written: written, form: form, model: reading?.model ?? form, kind: .word, reading: reading,
        isAbbreviation: false))
  }

  private func add(_ spelling: Spelling) -> UInt32 {
    let number = UInt32(spellings.count)
    spellings.append(spelling)
    kinds.append(spelling.kind)
    numbers[spelling.written] = number
    return number
  }

  /// What the tagger sees of a word. Cost: found out anew.
  func profile(of word: UInt32) -> WordProfile { profiler.profile(of: spellings[Int(word)]) }

  /// Finds out what tagging needs of the words added since it was last called.
  func prepare() {
    while traits.count < spellings.count {
      let spelling = spellings[traits.count]
      let profile = profiler.profile(of: spelling)
      traits.append(
        Traits(
          tags: profile.tags, marks: SentenceMarks(spelling, profile.tags), own: addOwn(profile),
          context: addContext(profile), transitions: addTransitions(profile),
          fields: profile.pairFields, types: UInt32(types.count)))
      types.append(contentsOf: repeatElement(Self.noType, count: max(1, profile.tags.count)))
    }
  }

  private func addOwn(_ profile: WordProfile) -> UInt32 {
    guard profile.tags.count > 1 else { return 0 }
    let place = UInt32(rows.count)
    rows.append(model.sum(FeatureKeys.own(profile, capitalsMatter: true)))
    rows.append(model.sum(FeatureKeys.own(profile, capitalsMatter: false)))
    return place
  }

  private func addContext(_ profile: WordProfile) -> UInt32 {
    let place = UInt32(rows.count)
    for distance in [-2, -1, 1, 2] { rows.append(model.sum(FeatureKeys.context(profile, at: distance))) }
    return place
  }

  private func addTransitions(_ profile: WordProfile) -> UInt32 {
    let isLexical = (0..<16).contains { model.row(FeatureKeys.mix(97, UInt32($0), profile.form)) != nil }
    let key = SIMD4(isLexical ? profile.form : 0, profile.ambiguity, profile.reading, 0)
    if let known = transitions[key] { return known }
    let place = UInt32(rows.count)
    for tag in 0..<16 { rows.append(model.sum(FeatureKeys.transition(from: tag, to: profile))) }
    transitions[key] = place
    return place
  }
}
