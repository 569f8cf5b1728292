/// A chunk that is plainly one word of French letters with marks around it and perhaps an elided word before:
/// `(l'aide`, `fini...`, `"oui"`. Its parts mean what they would mean as chunks of their own.
struct PlainChunk {
  /// Where the mark before it ends; 0 where there is none.
  private let opening: Int
  /// Where the elided word before it ends; where ``opening`` does if there is none.
  private let elision: Int
  /// Its letters.
  let word: LetterRun

  /// Nil where a chunk is not plain or has no second part, so that rules must cut it.
  @inline(__always)
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = unsafe bytes.first else { return nil }
    opening = first == UInt8(ascii: "\"") || first == UInt8(ascii: "(") ? 1 : 0
    elision = unsafe Self.elisionEnd(bytes, opening) ?? opening
    word = unsafe LetterRun(bytes, from: elision)
    guard word.length > 0, elision > 0 || word.end < bytes.count else { return nil }
    // A period may belong to a short word.
    if word.end < bytes.count, unsafe bytes[word.end] == UInt8(ascii: "."),
      word.length <= Abbreviations.longest
    {
      return nil
    }
    var index = word.end
    while index < bytes.count {
      guard let end = unsafe Self.markEnd(bytes, index) else { return nil }
      index = end
    }
  }

  /// Calls `body` with each part of the chunk, by its bytes.
  @inline(__always)
  func forEach(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void) {
    if opening > 0 { body(0..<opening) }
    if elision > opening { body(opening..<elision) }
    body(elision..<word.end)
    var index = word.end
    while index < bytes.count, let end = unsafe Self.markEnd(bytes, index) {
      body(index..<end)
      index = end
    }
  }

  /// The bytes of its letters.
  var letters: Range<Int> { elision..<word.end }

  /// Where a word of one letter that an apostrophe elides ends (`l'`), if letters follow; nil where none starts.
  private static func elisionEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    guard start + 2 < bytes.count else { return nil }
    let letter = unsafe bytes[start] | 0x20
    switch letter {
    case UInt8(ascii: "l"), UInt8(ascii: "d"), UInt8(ascii: "j"), UInt8(ascii: "m"), UInt8(ascii: "t"),
      UInt8(ascii: "s"), UInt8(ascii: "n"), UInt8(ascii: "c"), UInt8(ascii: "y"):
      break
    default: return nil
    }
    var end = start + 1
    if unsafe bytes[end] == 0x27 {
      end += 1
    } else if end + 3 < bytes.count,
      unsafe bytes[end] == 0xE2 && bytes[end + 1] == 0x80 && bytes[end + 2] == 0x99
    {
      end += 3
    } else {
      return nil
    }
    // `m'sieur` and `m'dame` are words.
    let next = unsafe bytes[end] | 0x20
    if letter == UInt8(ascii: "m"), next == UInt8(ascii: "s") || next == UInt8(ascii: "d") { return nil }
    return end
  }

  /// Where the mark or the run of marks at `index` ends; nil where marks may mean more together (`:)`).
  private static func markEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    var end = index + 1
    switch unsafe bytes[index] {
    case UInt8(ascii: "."):
      while end < bytes.count, unsafe bytes[end] == UInt8(ascii: ".") { end += 1 }
      return end
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      while end < bytes.count, unsafe bytes[end] == UInt8(ascii: "!") || bytes[end] == UInt8(ascii: "?") {
        end += 1
      }
      return end
    case UInt8(ascii: ","), UInt8(ascii: ")"), UInt8(ascii: "\""): return end
    case UInt8(ascii: ";"), UInt8(ascii: ":"): return end == bytes.count ? end : nil
    default: return nil
    }
  }
}
