import QueryLanguage

/// Where the boundaries that a program asks for are, 64 places at a time; those of coded segments left out.
///
/// Between two answers is the beginning of the second for a match that begins there, the end of the first for one that has
/// come there.
struct BoundaryBits {
  /// The places before these tokens, and whether the place after the last token is one.
  private struct Places {
    var bits: PositionBits?
    var isAtEnd = false
  }

  private let beginning: [Places]
  private let goingOn: [Places]
  private let count: Int

  /// - Parameters:
  ///   - conditions: the tokens that fulfil each condition of the program.
  ///   - answers: the first tokens of answers.
  init(
    _ boundaries: [SequenceProgram.Boundary], _ conditions: [ConditionBits], answers: PositionBits,
    in segment: CorpusSegment
  ) throws {
    count = segment.tokenCount
    guard !boundaries.isEmpty else {
      (beginning, goingOn) = ([], [])
      return
    }
    let (sentences, inside) = try Self.sentences(answers, in: segment)
    var places: [(beginning: Places, goingOn: Places)] = []
    for boundary in boundaries {
      switch (boundary.region, boundary.isEnd) {
      case (.answer, false): places.append((Places(bits: answers), Places()))
      case (.answer, true): places.append((Places(), Places(bits: answers, isAtEnd: true)))
      case (.sentence, false): places.append((Places(bits: sentences), Places(bits: inside)))
      case (.sentence, true): places.append((Places(bits: inside), Places(bits: sentences, isAtEnd: true)))
      case (.token, _):
        let (all, rest) = Self.tokens(boundary.condition.map { conditions[$0] }, answers, in: segment)
        places.append((Places(bits: all), Places(bits: rest)))
      case (.code, _): places.append((Places(), Places()))
      }
    }
    (beginning, goingOn) = (places.map(\.beginning), places.map(\.goingOn))
  }

  /// The first tokens of sentences, and those of them that begin no answer.
  private static func sentences(
    _ answers: PositionBits, in segment: CorpusSegment
  ) throws -> (all: PositionBits, inside: PositionBits) {
    let (sentences, inside) = (segment.noTokens(), segment.noTokens())
    for (index, word) in try segment.tokens.sentenceStarts(in: 0..<segment.tokenCount).enumerated() {
      let answer = unsafe answers.words[index]
      unsafe sentences.words[index] = word | answer
      unsafe inside.words[index] = word & ~answer
    }
    return (sentences, inside)
  }

  /// The tokens that fulfil a condition, and those of them that begin no answer.
  private static func tokens(
    _ condition: ConditionBits?, _ answers: PositionBits, in segment: CorpusSegment
  ) -> (all: PositionBits, rest: PositionBits) {
    let (all, rest) = (segment.noTokens(), segment.noTokens())
    let count = segment.tokenCount
    for index in 0..<(count + 63) / 64 {
      var word = UInt64.max
      if let bits = condition?.bits { word = unsafe bits.words[index] ^ (condition?.flip ?? 0) }
      if index == count >> 6 { word &= 1 << UInt64(count & 63) - 1 }
      unsafe all.words[index] = word
      unsafe rest.words[index] = word & ~answers.words[index]
    }
    return (all, rest)
  }

  /// At which of the 64 places from `place` on there are all of some boundaries for a match that begins there.
  func beginning(_ boundaries: Int, from place: Int) -> UInt64 { window(of: beginning, boundaries, place) }

  /// At which of them they are for a match that has come there.
  func goingOn(_ boundaries: Int, from place: Int) -> UInt64 { window(of: goingOn, boundaries, place) }

  private func window(of places: [Places], _ boundaries: Int, _ place: Int) -> UInt64 {
    var (found, rest) = (UInt64.max, boundaries)
    while rest != 0 {
      let wanted = places[rest.trailingZeroBitCount]
      rest &= rest - 1
      var window = wanted.bits?.window(from: place) ?? 0
      if wanted.isAtEnd, (0..<64).contains(count - place) { window |= 1 << UInt64(count - place) }
      found &= window
    }
    return found
  }
}
