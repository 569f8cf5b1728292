import CodingModel
import CorpusIndex
import FrenchText
import QueryLanguage

/// CQL once more, by its definitions: every way to match is tried, on tokens in plain arrays.
struct SlowSequences {
  let tokens: [SmallCorpus.Token]
  let id: Int64
  let context: FixedContext

  /// A way so far: where it is, and which tokens have labels.
  struct Way: Hashable {
    var position: Int
    var labels: [String: Int] = [:]
    /// Where the `<s>` was that waits for its `</s>`.
    var opened: Int?
  }

  /// The hits of a sequence, `cut` left out.
  func hits(_ sequence: TokenSequence) throws -> Set<Range<Int>> {
    var matches: [Range<Int>] = []
    for start in tokens.indices {
      var ends: [Int] = []
      for way in try ways(sequence.pattern, [Way(position: start)], inside: false, from: start)
      where way.position > start && isAllowed(start..<way.position, sequence.within) {
        if try holds(sequence.constraint, start..<way.position, way.labels) { ends.append(way.position) }
      }
      if let end = sequence.strategy == .longest ? ends.max() : ends.min() { matches.append(start..<end) }
    }
    func isInside(_ inner: Range<Int>, _ outer: Range<Int>) -> Bool {
      inner != outer && outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound
    }
    return Set(
      matches.filter { match in
        switch sequence.strategy {
        case .traditional: true
        case .standard:
          !matches.contains { $0.upperBound == match.upperBound && $0.lowerBound < match.lowerBound }
        case .longest: !matches.contains { isInside(match, $0) }
        case .shortest: !matches.contains { isInside($0, match) }
        }
      })
  }

  private func startsSentence(_ position: Int) -> Bool {
    position < tokens.count && (position == 0 || tokens[position].startsSentence)
  }

  private func isAllowed(_ match: Range<Int>, _ extent: TokenSequence.Extent?) -> Bool {
    switch extent {
    case nil, .answer?: return true
    case .tokens(let count)?: return match.count - 1 <= count
    case .sentences(let count)?: return match.dropFirst().count { startsSentence($0) } < count
    case .filter(let filter)?:
      guard filter.isOnCode else { return context.sets[filter]?.contains(RowID(id)) ?? false }
      return coded(filter).contains { $0.lowerBound <= match.lowerBound && match.upperBound <= $0.upperBound }
    }
  }

  /// The coded parts as tokens.
  private func coded(_ filter: Filter) -> [Range<Int>] {
    (context.ranges[filter]?[RowID(id)] ?? []).compactMap { range in
      let inside = tokens.indices.filter { tokens[$0].start >= range.start && tokens[$0].end <= range.end }
      return inside.first.flatMap { first in inside.last.map { first..<$0 + 1 } }
    }
  }

  /// The ways after a pattern.
  private func ways(
    _ pattern: SequencePattern, _ before: Set<Way>, inside: Bool, from start: Int
  ) throws -> Set<Way> {
    switch pattern {
    case .token(let condition, let label):
      var after: Set<Way> = []
      for way in before where way.position < tokens.count {
        let match = start..<way.position + 1
        guard try condition.map({ try holds($0, match, way.labels, this: way.position) }) ?? true else {
          continue
        }
        var next = way
        if let label { next.labels[label] = way.position }
        next.position += 1
        after.insert(next)
      }
      return after
    case .boundary(let region, let isEnd):
      return try before.filter { try isBoundary(region, isEnd: isEnd, at: $0.position) }
    case .alternatives(let branches):
      return try branches.reduce(into: []) {
        $0.formUnion(try ways($1, before, inside: inside, from: start))
      }
    case .sequence(let parts): return try ways(parts, before, inside: inside, from: start)
    case .repeated(let inner, let minimum, let maximum):
      var reached: Set<Way> = minimum == 0 ? before : []
      var now = before
      var round = 0
      while round < maximum ?? .max, !now.isEmpty {
        round += 1
        now = try ways(inner, now, inside: inside, from: start)
        if round >= minimum {
          // What was there before adds nothing new later either.
          if maximum == nil, now.isSubset(of: reached) { break }
          reached.formUnion(now)
        }
      }
      return reached
    }
  }

  private func ways(
    _ parts: [SequencePattern], _ before: Set<Way>, inside: Bool, from start: Int
  ) throws -> Set<Way> {
    var now = before
    var closing: Int?
    for (index, part) in parts.enumerated() {
      if index == closing {
        now = Set(
          try now.compactMap { way in
            guard let opened = way.opened, opened < way.position,
              try isBoundary(.sentence, isEnd: true, at: way.position),
              !(opened + 1..<max(opened + 1, way.position)).contains(where: startsSentence)
            else { return nil }
            var next = way
            next.opened = nil
            return next
          })
        closing = nil
        continue
      }
      let end = parts[index...].firstIndex(of: .boundary(.sentence, isEnd: true))
      if part == .boundary(.sentence, isEnd: false), !inside, closing == nil, let end {
        closing = end
        now = Set(
          now.filter { startsSentence($0.position) }.map { way in
            var next = way
            next.opened = way.position
            return next
          })
      } else {
        now = try ways(part, now, inside: inside || closing != nil, from: start)
      }
    }
    return now
  }

  private func isBoundary(_ region: SequencePattern.Region, isEnd: Bool, at position: Int) throws -> Bool {
    switch region {
    case .token(let condition):
      return try position < tokens.count && holds(condition, position..<position + 1, [:], this: position)
    case .answer: return position == (isEnd ? tokens.count : 0)
    case .sentence:
      return isEnd
        ? position > 0 && (position == tokens.count || startsSentence(position)) : startsSentence(position)
    case .code(let filter):
      return coded(filter).contains { (isEnd ? $0.upperBound : $0.lowerBound) == position }
    }
  }

  // MARK: - Conditions

  private func holds(
    _ condition: TokenCondition?, _ match: Range<Int>, _ labels: [String: Int], this: Int? = nil
  ) throws -> Bool {
    guard let condition else { return true }
    var labels = labels
    labels["match"] = match.lowerBound
    labels["matchend"] = match.upperBound - 1
    func token(_ reference: TokenReference) -> Int? {
      guard let label = reference.label else { return this }
      return labels[label]
    }
    func compare(_ left: Int, _ comparison: Filter.Comparison, _ right: Int) -> Bool {
      switch comparison {
      case .equal: left == right
      case .notEqual: left != right
      case .less: left < right
      case .lessOrEqual: left <= right
      case .greater: left > right
      case .greaterOrEqual: left >= right
      }
    }
    switch condition {
    case .matches(let reference, let pattern, let isNegated):
      guard let place = token(reference) else { return false }
      return matches(text(reference.attribute, place), pattern, reference.attribute) != isNegated
    case .equals(let left, let right, let isNegated):
      guard let first = token(left), let second = token(right) else { return false }
      return (text(left.attribute, first) == text(right.attribute, second)) != isNegated
    case .isSet(let label): return labels[label] != nil
    case .distance(let left, let right, let isAbsolute, let comparison, let limit):
      guard let first = labels[left], let second = labels[right] else { return false }
      return compare(isAbsolute ? abs(second - first) : second - first, comparison, limit)
    case .order(let left, let comparison, let right):
      guard let first = labels[left], let second = labels[right] else { return false }
      return compare(first, comparison, second)
    case .filter(let filter): return context.sets[filter]?.contains(RowID(id)) ?? false
    case .and(let parts): return try parts.allSatisfy { try holds($0, match, labels, this: this) }
    case .or(let parts): return try parts.contains { try holds($0, match, labels, this: this) }
    case .not(let inner): return try !holds(inner, match, labels, this: this)
    }
  }

  private func text(_ attribute: TokenAttribute, _ place: Int) -> String {
    let type = tokens[place].type
    return switch attribute {
    case .word: type.word
    case .form: type.form
    case .lemma: type.lemma
    case .partOfSpeech: type.tag ?? type.partOfSpeech.tag
    }
  }

  private func matches(_ text: String, _ pattern: AttributePattern, _ attribute: TokenAttribute) -> Bool {
    func fold(_ text: String) -> [Unicode.Scalar] {
      let straight = text.replacing("’", with: "'")
      switch (pattern.ignoresCase || attribute == .form, pattern.ignoresAccents) {
      case (true, true): return Array(Folding.folded(straight).unicodeScalars)
      case (true, false): return Array(Folding.form(straight).unicodeScalars)
      case (false, true): return Array(Folding.withoutAccents(straight).unicodeScalars)
      case (false, false): return Array(straight.unicodeScalars)
      }
    }
    let subject = fold(text)
    guard let expression = pattern.expression else {
      return pattern.texts?.contains { fold($0) == subject } ?? false
    }
    return SlowExpression(fold: fold).ends(expression.root, subject, 0).contains(subject.count)
  }
}

/// A regular expression by its definition, letters compared as `fold` makes them.
struct SlowExpression {
  let fold: (String) -> [Unicode.Scalar]

  /// Where in a folded text an expression can end that starts at `start`.
  func ends(_ node: RegularExpression.Node, _ text: [Unicode.Scalar], _ start: Int) -> Set<Int> {
    switch node {
    case .scalar(let scalar):
      let letters = fold(String(Character(scalar)))
      return text[start...].starts(with: letters) ? [start + letters.count] : []
    case .oneOf(let scalars):
      guard start < text.count else { return [] }
      let isNamed = Self.letters.contains {
        scalars.names($0.value) && ($0 == text[start] || fold(String(Character($0))) == [text[start]])
      }
      var reached: Set<Int> = isNamed != scalars.isNegated ? [start + 1] : []
      // A class that names œ also stands for o and e where these are the same.
      for range in scalars.ranges where range.count == 1 && !scalars.isNegated {
        let letters = Unicode.Scalar(range.lowerBound).map { fold(String(Character($0))) } ?? []
        if letters.count > 1, text[start...].starts(with: letters) { reached.insert(start + letters.count) }
      }
      return reached
    case .sequence(let parts):
      return parts.reduce([start]) { starts, part in
        starts.reduce(into: []) { $0.formUnion(ends(part, text, $1)) }
      }
    case .alternatives(let branches):
      return branches.reduce(into: []) { $0.formUnion(ends($1, text, start)) }
    case .repeated(let inner, let minimum, let maximum):
      var reached: Set<Int> = minimum == 0 ? [start] : []
      var now: Set<Int> = [start]
      for round in 1...max(1, maximum ?? minimum + text.count + 1) where maximum != 0 {
        now = now.reduce(into: []) { $0.formUnion(ends(inner, text, $1)) }
        if round >= minimum { reached.formUnion(now) }
      }
      return reached
    }
  }

  private static let letters = (0x20...0x17F).compactMap { Unicode.Scalar(UInt32($0)) }
}

extension SmallCorpus {
  /// A few short answers of it: trying every way takes long.
  var beginning: SmallCorpus {
    SmallCorpus(answers: answers.prefix(7).map { ($0.id, Array($0.tokens.prefix(9))) })
  }
}
