/// The tables learnt from treebanks, as bytes: what the training program writes and ``TaggerModel`` reads.
///
/// Numbers are little-endian:
///
///     file     := "VBFR" u32(version) u32(#features) u32(#forms) u32(#lemmas) u32(#frequent)
///                 u32(#leanings) feature* form* lemma* frequent* leaning*
///     feature  := u32(key) u8(#weights) { u8(part of speech) i8(weight) }*
///     form     := u32(hash of form) u16(parts of speech)
///     lemma    := u8(whose: 1 ours, 2 UD's, 3 both) u8(part of speech) text(form) text(lemma)
///     frequent := u32(hash of lemma) u16(occurrences)
///     leaning  := u32(hash of form) u8(usual part of speech; in bits 4-5 how usual; in bit 6 whether it is
///                 hardly ever a verb; 63 in the lower bits where it is too rare) u8(class of its neighbours)
///     text     := u8(bytes) UTF-8
package struct TableFile {
  package struct Feature {
    package let key: UInt32
    package let weights: [(tag: UInt8, weight: Int8)]

    package init(key: UInt32, weights: [(tag: UInt8, weight: Int8)]) {
      self.key = key
      self.weights = weights
    }
  }

  package struct Lemma: Hashable {
    /// Bit 0: it is ours; bit 1: it is UD's.
    package let conventions: UInt8
    package let tag: UInt8
    package let form: String
    package let lemma: String

    package init(conventions: UInt8, tag: UInt8, form: String, lemma: String) {
      self.conventions = conventions
      self.tag = tag
      self.form = form
      self.lemma = lemma
    }
  }

  package static let version: UInt32 = 4
  package var features: [Feature] = []
  package var forms: [(hash: UInt32, tags: TagSet)] = []
  package var lemmas: [Lemma] = []
  package var leanings: [(hash: UInt32, leaning: UInt8, cluster: UInt8)] = []
  package var frequent: [(hash: UInt32, count: UInt16)] = []

  package init() {}

  /// The tables as bytes.
  package func bytes() -> [UInt8] {
    var bytes: [UInt8] = Array("VBFR".utf8)
    func add<Number: FixedWidthInteger>(_ number: Number) {
      for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: number >> Number(shift)))
      }
    }
    func add(_ text: String) {
      bytes.append(UInt8(clamping: text.utf8.count))
      bytes.append(contentsOf: text.utf8.prefix(255))
    }
    let counts = [features.count, forms.count, lemmas.count, frequent.count, leanings.count]
    for number in [Self.version] + counts.map({ UInt32($0) }) { add(number) }
    for feature in features {
      add(feature.key)
      add(UInt8(feature.weights.count))
      for (tag, weight) in feature.weights {
        add(tag)
        add(UInt8(bitPattern: weight))
      }
    }
    for form in forms {
      add(form.hash)
      add(form.tags.rawValue)
    }
    for lemma in lemmas {
      add(lemma.conventions)
      add(lemma.tag)
      add(lemma.form)
      add(lemma.lemma)
    }
    for lemma in frequent {
      add(lemma.hash)
      add(lemma.count)
    }
    for form in leanings {
      add(form.hash)
      add(form.leaning)
      add(form.cluster)
    }
    return bytes
  }
}
