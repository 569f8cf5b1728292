/// A chunk that is plainly one word of French letters with marks around it and perhaps an elided word before:
/// `(l'aide`, `fini...`, `"oui"`. Its parts mean what they would mean as chunks of their own.
enum PlainChunk {
  /// The parts of a chunk, two or more; nil where it is not plain, so that rules must cut it.
  static func parts(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>]? {
    var parts: [Range<Int>] = []
    var index = 0
    if let first = unsafe bytes.first, first == UInt8(ascii: "\"") || first == UInt8(ascii: "(") {
      parts.append(0..<1)
      index = 1
    }
    if let end = unsafe elisionEnd(bytes, index) {
      parts.append(index..<end)
      index = end
    }
    let run = unsafe LetterRun(bytes, from: index)
    guard run.length > 0 else { return nil }
    parts.append(index..<run.end)
    index = run.end
    // A period may belong to a short word.
    if index < bytes.count, unsafe bytes[index] == UInt8(ascii: "."), run.length <= Abbreviations.longest {
      return nil
    }
    while index < bytes.count {
      guard let end = unsafe markEnd(bytes, index) else { return nil }
      parts.append(index..<end)
      index = end
    }
    return parts.count > 1 ? parts : nil
  }

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
