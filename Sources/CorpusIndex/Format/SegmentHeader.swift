/// What a segment says of itself.
struct SegmentHeader: Equatable {
  static let magic: [UInt8] = Array("VBIX".utf8)
  /// Identities stay below this, so that arithmetic with them never overflows.
  static let identityLimit: Int64 = 1 << 62
  /// The length in bytes.
  static let size = 40 + 16 + 8 * (SegmentPart.allCases.count - 1) + 4

  /// Checks the identity of an answer that is added after another one.
  static func check(_ identity: Int64, after last: Int64?) throws(IndexError) {
    if let last, last >= identity { throw .outOfOrder }
    guard identity.magnitude < identityLimit.magnitude else { throw .tooLarge }
  }

  var analysisVersion: Int
  var answerCount: Int
  var tokenCount: Int
  var typeCount: Int
  var keyCount: Int
  var sentenceCount: Int
  var lemmaCount: Int
  var isDense: Bool
  var firstAnswer: Int64
  var lastAnswer: Int64
  /// The size of every part by its number; the header's own is not meant.
  var sizes: [Int]

  func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.bytes = Self.magic
    for value in [
      SegmentPart.formatVersion, analysisVersion, answerCount, tokenCount, typeCount, keyCount,
      sentenceCount, lemmaCount, isDense ? 1 : 0,
    ] {
      writer.append(UInt32(value))
    }
    writer.append(UInt64(bitPattern: firstAnswer))
    writer.append(UInt64(bitPattern: lastAnswer))
    for size in sizes.dropFirst() { writer.append(UInt64(size)) }
    return Self.sealed(writer.bytes)
  }

  /// A header's bytes with their checksum after them.
  static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    var writer = ByteWriter(bytes: bytes)
    writer.append(unsafe bytes.withUnsafeBytes { unsafe BlockChecksums.checksum(of: $0) })
    return writer.bytes
  }

  /// Reads a header and checks that its numbers can be true together.
  init(decoding bytes: [UInt8]) throws(IndexError) {
    guard bytes.starts(with: Self.magic), bytes.count >= 8 else { throw .notASegment }
    func number32(_ index: Int) -> Int {
      (0..<4).reduce(0) { $0 | Int(bytes[index + $1]) << (8 * $1) }
    }
    func number64(_ index: Int) -> Int64 {
      Int64(bitPattern: (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[index + $1]) << UInt64(8 * $1) })
    }
    let version = number32(4)
    guard version == SegmentPart.formatVersion else { throw .otherVersion(version) }
    guard bytes.count == Self.size, Self.sealed(bytes.dropLast(4)) == bytes else { throw .damaged(.header) }
    analysisVersion = number32(8)
    answerCount = number32(12)
    tokenCount = number32(16)
    typeCount = number32(20)
    keyCount = number32(24)
    sentenceCount = number32(28)
    lemmaCount = number32(32)
    isDense = number32(36) == 1
    firstAnswer = number64(40)
    lastAnswer = number64(48)
    sizes = [Self.size]
    for part in SegmentPart.allCases.dropFirst() {
      guard let size = Int(exactly: number64(48 + 8 * part.rawValue)), size >= 0 else {
        throw .damaged(.header)
      }
      sizes.append(size)
    }
    guard isConsistent else { throw .damaged(.header) }
  }

  /// Whether the sizes of the fixed-width parts follow from the counts.
  private var isConsistent: Bool {
    func size(_ part: SegmentPart) -> Int { sizes[part.rawValue] }
    let (span, overflow) = lastAnswer.subtractingReportingOverflow(firstAnswer)
    let identities = isDense ? 0 : 8 * answerCount
    let starts = (answerCount + 1) * 4 + (isDense ? 0 : (answerCount + 1) % 2 * 4)
    let isBounded = firstAnswer > -Self.identityLimit && lastAnswer < Self.identityLimit
    return !overflow && isBounded && (answerCount > 0 || tokenCount == 0) && span >= Int64(answerCount) - 1
      && (!isDense || answerCount == 0 || span == Int64(answerCount) - 1)
      && size(.answers) == starts + identities
      && size(.stream) >= 4 * (StreamPages.count(tokens: tokenCount) + 1) + tokenCount
      && size(.rare) >= 4 * blocks(of: SegmentLayout.rareBlock) && size(.rare) % 4 == 0
      && size(.sentences) == 8 * blocks(of: 64) && size(.gaps) == 8 * blocks(of: 64)
      && size(.irregular) >= 4 * (blocks(of: SegmentLayout.irregularBlock) + 1)
      && size(.types) == SegmentLayout.typeRow * typeCount
      && size(.keyIndex) >= 8 * keyBlockCount
      && size(.checksums) == 4 * BlockChecksums.layout(sizes).count
  }

  private func blocks(of length: Int) -> Int { (tokenCount + length - 1) / length }

  /// How many blocks of keys there are.
  var keyBlockCount: Int { (keyCount + SegmentLayout.keyBlock - 1) / SegmentLayout.keyBlock }

  init(
    analysisVersion: Int, answerCount: Int, tokenCount: Int, typeCount: Int, keyCount: Int,
    sentenceCount: Int, lemmaCount: Int, isDense: Bool, firstAnswer: Int64, lastAnswer: Int64, sizes: [Int]
  ) {
    self.analysisVersion = analysisVersion
    self.answerCount = answerCount
    self.tokenCount = tokenCount
    self.typeCount = typeCount
    self.keyCount = keyCount
    self.sentenceCount = sentenceCount
    self.lemmaCount = lemmaCount
    self.isDense = isDense
    self.firstAnswer = firstAnswer
    self.lastAnswer = lastAnswer
    self.sizes = sizes
  }
}
