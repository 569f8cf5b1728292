import CodingAnalysis
import CodingModel
import CorpusIndex

/// Counts words with codes, answer by answer: units with both, or tokens of words inside what is coded.
///
/// Cost: linear in the tokens and, where something is coded, in the codes there. Memory: four bytes for each code and
/// word where there are few enough; for the rarest words beyond, what they occur with.
struct CodeWordTally {
  /// A code and a word, by their numbers, and how often they occur together.
  struct Pair {
    let code: UInt32, word: UInt32, count: UInt32
  }

  /// How many units there were.
  private(set) var unitCount = 0
  /// In how many units each code and each word was.
  private(set) var ofCode: [UInt32], ofWord: [UInt32]

  private let unit: CooccurrenceUnit
  /// By word, then by code.
  private var cells: [UInt32]
  /// Where each word's cells are; ``rare`` for words that have none.
  private var rowOfWord: [UInt32]
  private var rareCells: [Int: UInt32] = [:]
  private static let rare = UInt32.max

  /// The unit that each word and each code was counted in last.
  private var lastOfWord: [UInt32], lastOfCode: [UInt32]
  /// What is in the unit.
  private var words: [UInt32] = [], codes: [UInt32] = []
  /// The token after the last that each code was counted with, in the answer that is counted.
  private var endOfCode: [Int]

  /// A tally of codes numbered below `codeCount` and of words with these frequencies.
  ///
  /// - Parameter cellLimit: how many pairs have a place of their own.
  init(codeCount: Int, frequencies: [UInt32], unit: CooccurrenceUnit, cellLimit: Int) {
    self.unit = unit
    let rowCount = min(frequencies.count, cellLimit / max(1, codeCount))
    if rowCount == frequencies.count {
      rowOfWord = Array(0..<UInt32(rowCount))
    } else {
      rowOfWord = Array(repeating: Self.rare, count: frequencies.count)
      let order = frequencies.indices.sorted { (frequencies[$1], $0) < (frequencies[$0], $1) }
      for (row, word) in order.prefix(rowCount).enumerated() { rowOfWord[word] = UInt32(row) }
    }
    cells = Array(repeating: 0, count: rowCount * codeCount)
    ofCode = Array(repeating: 0, count: codeCount)
    ofWord = Array(repeating: 0, count: frequencies.count)
    lastOfCode = ofCode
    lastOfWord = ofWord
    endOfCode = Array(repeating: 0, count: codeCount)
  }

  /// Counts an answer with its codings, which come by their start.
  mutating func add(_ tokens: inout AnswerTokens, _ codings: [(code: UInt32, range: TextRange)]) throws {
    switch unit {
    case .answer: addUnit(tokens.words[...], codings) { _ in true }
    case .sentence: try addSentences(&tokens, codings)
    case .overlap: try addTokens(&tokens, codings, reach: 0)
    case .window(let reach): try addTokens(&tokens, codings, reach: reach)
    }
  }

  private mutating func addSentences(
    _ tokens: inout AnswerTokens, _ codings: [(code: UInt32, range: TextRange)]
  ) throws {
    let count = tokens.words.count
    let places = codings.isEmpty ? [] : try tokens.places()
    var start = 0
    while start < count {
      var end = start + 1
      while end < count, try !tokens.startsSentence(end) { end += 1 }
      let sentence = tokens.words[start..<end]
      if codings.isEmpty {
        addUnit(sentence, codings) { _ in false }
      } else {
        let span = TextRange(places[start].start, places[end - 1].end)
        addUnit(sentence, codings) { $0.overlaps(span) }
      }
      start = end
    }
  }

  private mutating func addUnit(
    _ tokens: ArraySlice<UInt32>, _ codings: [(code: UInt32, range: TextRange)],
    where isIn: (TextRange) -> Bool
  ) {
    unitCount += 1
    let unit = UInt32(truncatingIfNeeded: unitCount)
    codes.removeAll(keepingCapacity: true)
    for (code, range) in codings where isIn(range) && lastOfCode[Int(code)] != unit {
      lastOfCode[Int(code)] = unit
      ofCode[Int(code)] += 1
      codes.append(code)
    }
    words.removeAll(keepingCapacity: true)
    for word in tokens where word < CorpusWords.rare && lastOfWord[Int(word)] != unit {
      lastOfWord[Int(word)] = unit
      ofWord[Int(word)] += 1
      words.append(word)
    }
    guard !codes.isEmpty else { return }
    for word in words { for code in codes { addPair(code, word) } }
  }

  private mutating func addTokens(
    _ tokens: inout AnswerTokens, _ codings: [(code: UInt32, range: TextRange)], reach: Int
  ) throws {
    for word in tokens.words where word != CorpusWords.none {
      unitCount += 1
      if word != CorpusWords.rare { ofWord[Int(word)] += 1 }
    }
    guard !codings.isEmpty, !tokens.words.isEmpty else { return }
    let (places, count) = (try tokens.places(), tokens.words.count)
    for (code, _) in codings { endOfCode[Int(code)] = 0 }
    for (code, range) in codings {
      // What is coded later starts later, so that of each code the stretches come in order.
      let inside = places.tokens(sharedWith: range)
      guard !inside.isEmpty else { continue }
      let start = max(inside.lowerBound - min(reach, inside.lowerBound), endOfCode[Int(code)])
      let end = inside.upperBound + min(reach, count - inside.upperBound)
      guard start < end else { continue }
      for word in tokens.words[start..<end] where word != CorpusWords.none {
        ofCode[Int(code)] += 1
        if word != CorpusWords.rare { addPair(code, word) }
      }
      endOfCode[Int(code)] = end
    }
  }

  @inline(__always)
  private mutating func addPair(_ code: UInt32, _ word: UInt32) {
    let row = rowOfWord[Int(word)]
    if row == Self.rare {
      rareCells[Int(word) * ofCode.count + Int(code), default: 0] += 1
    } else {
      cells[Int(row) * ofCode.count + Int(code)] += 1
    }
  }

  /// The pairs with at least `minimumPair` units, of words with at least `minimumWord`, in no order; what they were
  /// counted in is let go.
  mutating func takePairs(minimumWord: Int, minimumPair: Int) -> [Pair] {
    let (cells, rareCells) = (cells, rareCells)
    (self.cells, self.rareCells) = ([], [:])
    var pairs: [Pair] = []
    let ofWord = ofWord
    func add(_ code: Int, _ word: Int, _ count: UInt32) {
      guard count > 0, count >= minimumPair, ofWord[word] >= minimumWord else { return }
      pairs.append(Pair(code: UInt32(code), word: UInt32(word), count: count))
    }
    for (word, row) in rowOfWord.enumerated() where row != Self.rare {
      for code in ofCode.indices { add(code, word, cells[Int(row) * ofCode.count + code]) }
    }
    for (place, count) in rareCells { add(place % ofCode.count, place / ofCode.count, count) }
    return pairs
  }
}

extension [TextRange] {
  /// The first to the last of the tokens that share a code point with `range`; none where none does.
  fileprivate func tokens(sharedWith range: TextRange) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    var tokens = places(sharedWith: range)
    // Annotated elsewhere, a token may have no letter of its own.
    while let first = tokens.first, self[first].isEmpty { tokens.removeFirst() }
    while let last = tokens.last, self[last].isEmpty { tokens.removeLast() }
    return tokens
  }
}
