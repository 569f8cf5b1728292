/// What the tagger sees of a word.
package struct WordProfile: Hashable, Sendable {
  /// The parts of speech it may have.
  package let tags: TagSet
  /// Hash of its form.
  package let form: UInt32
  /// Hash of what the dictionary says of it: parts of speech, verb forms, gender, number.
  package let reading: UInt32
  /// Hash of its part-of-speech set alone.
  package let ambiguity: UInt32
  /// Hashes of its last two, three and four letters.
  package let endings: SIMD4<UInt32>
  /// How it is written: capital, all capitals, digits, hyphen, clitic.
  package let shape: UInt32
  /// What it usually is, in raw text.
  package let leaning: UInt32
  /// Its class among words that stand among the same neighbours in raw text.
  package let cluster: UInt32

  /// What stands before the first and after the last word of a sentence.
  package static let edge = WordProfile(
    tags: [], form: 1, reading: 1, ambiguity: 1, endings: .zero, shape: 0, leaning: 0, cluster: 0)

  package init(
    tags: TagSet, form: UInt32, reading: UInt32, ambiguity: UInt32, endings: SIMD4<UInt32>, shape: UInt32,
    leaning: UInt32, cluster: UInt32
  ) {
    self.tags = tags
    self.form = form
    self.reading = reading
    self.ambiguity = ambiguity
    self.endings = endings
    self.shape = shape
    self.leaning = leaning
    self.cluster = cluster
  }
}

extension WordProfile {
  /// The profile of a word.
  ///
  /// - Parameters:
  ///   - form: the form that stands for it, in lower case.
  ///   - written: as written, for its capitals.
  ///   - leaning: what a form usually is, by its hash.
  ///   - morphology: all that the dictionary says of it; empty where it is unknown.
  init(
    tags: TagSet, form: String, written: String, morphology: Morphology, cluster: (UInt32) -> UInt8,
    leaning: (UInt32) -> UInt8
  ) {
    let scalars = Array(form.unicodeScalars)
    func ending(_ count: Int) -> UInt32 {
      var hash: UInt32 = 0x811C_9DC5
      for scalar in scalars.suffix(count) { hash = (hash ^ scalar.value) &* 0x0100_0193 }
      return scalars.count > count ? hash : hash ^ 0x5555
    }
    let inflection = morphology.intersection(Morphology.verbForm.union(.anyGender).union(.anyNumber))
    let isCapital = written.unicodeScalars.first.map { $0.lowered != $0 } ?? false
    let isAllCapitals =
      isCapital && scalars.count > 1 && !written.unicodeScalars.contains { $0.properties.isLowercase }
    let hasDigit = scalars.contains { $0.glyphClass == .digit }
    let hasHyphen = scalars.dropFirst().contains("-")
    let isClitic = scalars.count > 1 && scalars.first == "-"
    let isKnown = !morphology.isEmpty
    let hash = FeatureKeys.hash(form)
    self.init(
      tags: tags, form: hash,
      reading: FeatureKeys.mix(101, UInt32(tags.rawValue), inflection.rawValue),
      ambiguity: FeatureKeys.mix(102, UInt32(tags.rawValue), 0),
      endings: SIMD4(ending(2), ending(3), ending(4), ending(1)),
      shape: (isCapital ? 1 : 0) | (isAllCapitals ? 2 : 0) | (hasDigit ? 4 : 0) | (hasHyphen ? 8 : 0)
        | (isKnown ? 16 : 0) | (morphology.contains(.properNoun) ? 64 : 0)
        | (isClitic ? 128 : 0),
      leaning: UInt32(leaning(hash)), cluster: UInt32(cluster(hash)))
  }
}
