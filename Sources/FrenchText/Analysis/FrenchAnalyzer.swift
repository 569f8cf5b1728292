/// Reads French: cuts texts into tokens and gives each its lemma and part of speech.
///
/// Not Sendable: one per thread. All share one ``Lexicon``. It remembers every word it has met, so that a
/// second text costs less than the first.
public final class FrenchAnalyzer {
  /// Raised by whatever changes any token, lemma or part of speech: what was made by another version is stale.
  public static let version = 6

  /// The types met so far; it grows as texts are analysed.
  public private(set) var types = TypeTable()
  private let store: WordStore
  let forms: FormBook
  private let lemmatizer: Lemmatizer
  private var cutter: TextCutter
  private var tagger: Tagger
  private var run = WordRun()
  private var tags: [UInt8] = []
  private var starts: [Int] = []

  /// An analyser that knows no word yet.
  ///
  /// - Parameters:
  ///   - lexicon: what is known of words out of context.
  ///   - convention: whose lemmas it gives.
  public convenience init(lexicon: Lexicon, convention: LemmaConvention = .verbatim) {
    self.init(lexicon: lexicon, convention: convention, model: .embedded)
  }

  /// An analyser with a model other than the embedded one: for training and scoring.
  package init(lexicon: Lexicon, convention: LemmaConvention, model: TaggerModel) {
    forms = FormBook(lexicon.dictionary)
    store = WordStore(forms: forms, model: model)
    lemmatizer = Lemmatizer(forms: forms, model: model, convention: convention)
    cutter = TextCutter(forms: forms, store: store)
    tagger = Tagger(model: model)
  }

  /// Analyses a text; `tokens` is cleared, then filled in order. Cost: linear.
  public func analyze(_ text: String, into tokens: inout [AnalyzedToken]) {
    var text = text
    text.withUTF8 { bytes in unsafe analyze(utf8: bytes, into: &tokens) }
  }

  /// The same on UTF-8; ill-formed sequences count as one U+FFFD each, as the standard library repairs them.
  public func analyze(utf8: UnsafeBufferPointer<UInt8>, into tokens: inout [AnalyzedToken]) {
    tokens.removeAll(keepingCapacity: true)
    unsafe cut(utf8)
    if tags.count < run.items.count { tags = [UInt8](repeating: 0, count: run.items.count * 2) }
    store.prepare()
    starts.removeAll(keepingCapacity: true)
    store.withTables(run) { tables in
      SentenceCutter.forEach(run, tables) { range in
        tagger.tag(range, tables, capitalsMatter: Self.capitalsMatter(range, tables), into: &tags)
        starts.append(range.lowerBound)
      }
    }
    fill(&tokens)
    cutter.trim()
    forms.trim()
  }

  private func fill(_ tokens: inout [AnalyzedToken]) {
    tokens.reserveCapacity(run.items.count)
    var sentence = 0
    while tokens.count < run.items.count {
      store.withTypes(run) { tables in
        while tokens.count < tables.count {
          let index = tokens.count
          let type = tables.type(at: index, tags[index])
          if type == WordStore.noType { return }
          let isStart = sentence < starts.count && starts[sentence] == index
          if isStart { sentence += 1 }
          tokens.append(tables.token(at: index, type, isStart: isStart))
        }
      }
      if tokens.count < run.items.count {
        makeType(of: run.items[tokens.count].word, tags[tokens.count])
      }
    }
  }

  /// Cuts a text into tokens and no more: where each stands and what it is made of, the same as ``analyze(_:into:)``
  /// gives. `tokens` is cleared, then filled in order. Cost: linear; nothing is looked up of words whose letters
  /// alone say that they are one.
  public func tokenize(_ text: String, into tokens: inout [TokenSpan]) {
    var text = text
    text.withUTF8 { bytes in unsafe tokenize(utf8: bytes, into: &tokens) }
  }

  /// The same on UTF-8, ill-formed sequences as in ``analyze(utf8:into:)``.
  public func tokenize(utf8: UnsafeBufferPointer<UInt8>, into tokens: inout [TokenSpan]) {
    var run = SpanRun(store)
    tokens.removeAll(keepingCapacity: true)
    // Its memory is taken over, not copied.
    swap(&run.spans, &tokens)
    unsafe cutter.cut(utf8, store: store, into: &run)
    swap(&run.spans, &tokens)
    cutter.trim()
    forms.trim()
  }

  /// Cuts a text into words and no more, for measuring; returns how many there are. Cost: linear.
  package func countWords(utf8: UnsafeBufferPointer<UInt8>) -> Int {
    unsafe cut(utf8)
    return run.items.count
  }

  /// The words of a text by their number in the store, where they stand, and the ranges of its sentences.
  package func words(
    of text: String
  ) -> (numbers: [UInt32], starts: [UInt32], ends: [UInt32], sentences: [Range<Int>]) {
    var text = text
    text.withUTF8 { bytes in unsafe cut(bytes) }
    store.prepare()
    var sentences: [Range<Int>] = []
    store.withTables(run) { tables in SentenceCutter.forEach(run, tables) { sentences.append($0) } }
    return (run.items.map(\.word), run.items.map(\.start), run.items.map(\.end), sentences)
  }

  /// What the tagger sees of a word of the store.
  package func profile(of word: UInt32) -> WordProfile { store.profile(of: word) }

  /// Whether a form, in lower case, may be several parts of speech.
  package func isAmbiguous(_ form: String) -> Bool {
    let chunk = Chunk(form)
    let word = store.number(of: RawToken(0..<chunk.count, .word), in: chunk)
    return store.profile(of: word).tags.count > 1
  }

  /// The form that stands for a word of the store: of an inclusive word, the masculine.
  package func model(of word: UInt32) -> String { store.spellings[Int(word)].model }

  /// Every lemma that the lexicon gives a word out of context, most likely first; itself where it has none.
  public func lemmas(of word: String) -> [String] {
    lemmatizer.lemmas(of: Folding.form(word))
  }

  /// The number of a type that was made elsewhere, in the table of this analyser's types.
  public func number(of type: TokenType) -> UInt32 { types.id(of: type) }

  private func cut(_ bytes: UnsafeBufferPointer<UInt8>) {
    run.clear()
    unsafe cutter.cut(bytes, store: store, into: &run)
  }

  /// Whether capitals tell anything: not where no word of the sentence has a lower-case letter.
  private static func capitalsMatter(_ sentence: Range<Int>, _ tables: WordTables) -> Bool {
    var capitals = 0
    for index in sentence {
      let marks = tables.traits(at: index).marks
      if marks.contains(.small) { return true }
      if marks.contains(.allCapitals) { capitals += 1 }
    }
    return capitals < 2
  }

  /// Whether capitals tell anything in a sentence of these words of the store.
  package func capitalsMatter(_ words: ArraySlice<UInt32>) -> Bool {
    var sentence = WordRun()
    for word in words { sentence.append(word, 0, 0) }
    return store.withTables(sentence) { Self.capitalsMatter(sentence.items.indices, $0) }
  }

  /// For each of these words of the store, which make a sentence, the nearest one before that is no filler, by its
  /// place from 0 or -1 for the edge; nil where no filler stands between.
  package func solids(_ words: ArraySlice<UInt32>) -> [Int?] {
    store.prepare()
    var solid = -1
    return words.enumerated().map { index, word in
      defer { if !store.traits[Int(word)].marks.contains(.filler) { solid = index } }
      return solid < index - 1 ? solid : nil
    }
  }

  private func makeType(of word: UInt32, _ tag: UInt8) {
    let spelling = store.spellings[Int(word)]
    let part = PartOfSpeech(rawValue: tag) ?? .other
    let id = types.id(
      of: TokenType(
        word: spelling.written, form: spelling.form, lemma: lemmatizer.lemma(of: spelling, as: part),
        partOfSpeech: part, kind: spelling.kind, masculine: spelling.reading?.masculine,
        feminine: spelling.reading?.feminine))
    store.setType(id, of: word, tag)
  }
}
