/// The parts of a segment, each a run of bytes that is stored and read on its own.
///
/// A segment holds the answers of one span of identities. It is written once and never changed. All numbers
/// are little-endian; `varint` is LEB128 (seven bits a byte, low bits first), at most five bytes. In
///
///     header     = "VBIX" , version: u32 , analysis: u32 , answers: u32 , tokens: u32 , types: u32 ,
///                  keys: u32 , sentences: u32 , lemmas: u32 , isDense: u32 , first: i64 , last: i64 ,
///                  { size: u64 } for each part but the header, in the order of their numbers ,
///                  checksum: u32 of all before ;
///     answers    = { start: u32 } of every answer's first token, then one more: the number of tokens ,
///                  [ padding to a multiple of 8 bytes , { identity: i64 } of every answer, ascending,
///                  where isDense is 0: where identities leave gaps ] ;
///     stream     = { offset: u32 } for every 65,536 tokens, and one more, into what follows ,
///                  { code } for every token: its type where that is below 65,535, else 65,535 ;
///     code       = type: u8 , below 192
///                | high: u8 , low: u8 , for type - 192 = 256 * (high - 192) + low , high from 192 to 254
///                | 255: u8 , type: u16 ;
///     rare       = { before: u32 } for every 1,024 tokens: how many tokens with a rare type come before ,
///                  { type: u32 } for every token with a type from 65,535 on, in order ;
///     sentences  = { u64 } : bit t says that token t starts a sentence; an answer's first token always does ;
///     gaps       = { u64 } : bit t says that one code point stands between token t and the one before ;
///     irregular  = { offset: u32 } for every 512 tokens, and one more, into what follows ,
///                  { token: varint from the block's start or the last , gap: varint , length: varint }
///                  for every token whose gap is over 1 or whose length is not its type's ;
///     keyIndex   = { block: u32 , name: u32 } for every 64 keys: offsets into keys and into what follows ,
///                  { the folded bytes of the block's first key } ;
///     keys       = { shared: varint , rest: varint , the folded key's last `rest` bytes , flags: u8 ,
///                  [ length: varint , the key where it is not its folded form ] if flags & 1 ,
///                  [ length: varint , the lemma as usually written ] if flags & 2 ,
///                  uses: varint , { (type - last type) << 4 | roles : varint } } ;
///     types      = { form: u32 , lemma: u32 , frequency: u32 , postings: u32 , word: u32 ,
///                  partOfSpeech: u8 , kind: u8 , length: u8 , more: u8 } for every type ;
///     words      = { length: varint , the word as written ,
///                  [ length: varint , the lemma as written ] if more & 1 ,
///                  [ length: varint , the part of speech ] if more & 2 }
///                  for types whose word is not their form, whose lemma is not written as its key says, or
///                  whose part of speech, from elsewhere, is none of the 17 ;
///     postings   = { { 0-bits as many as distance >> low , a 1-bit , the `low` low bits of distance }
///                  of every token with the type, in order, the lowest bit of a byte first , 0-bits to the end of
///                  the byte } for every type , where distance is the number of tokens between this one and the one
///                  before it with the type, or before the first, and `low` the integer part of
///                  log2(tokens * 246 / 256 / the type's frequency), at least 0 ;
///     checksums  = { checksum: u32 } for every 4,096 bytes of each part but the header and this one, in the order
///                  of their numbers, the last of a part for those that are left ;
///
/// A checksum is the lower half of the bytes' XXH64. Types are numbered from the most frequent on, keys in the order of
/// their folded bytes, then of their
/// own; `form` and `lemma` are numbers of keys, `word` is 0 or one more than an offset into words, roles are
/// 1 (is its form), 2 (its lemma), 4 (its masculine), 8 (its feminine), and `length` counts code points (255:
/// 255 or more, always irregular). So one integer a token holds word, lemma and part of speech; a phrase of
/// frequent words is checked in the stream, a rare word is found by its postings, and a word of a query is
/// looked up by reading one block of 64 keys.
public enum SegmentPart: Int, CaseIterable, Sendable {
  /// What is in the segment and how large the other parts are.
  case header = 0
  /// Where each answer's tokens begin, and which answers they are.
  case answers
  /// The type of every token.
  case stream
  /// The types that do not fit into the stream.
  case rare
  /// Where sentences start.
  case sentences
  /// The spaces between tokens.
  case gaps
  /// Tokens whose place in the text does not follow from the rest.
  case irregular
  /// Where to look up a key.
  case keyIndex
  /// The forms, lemmas and gendered spellings with the types that have them.
  case keys
  /// What is known of every type.
  case types
  /// Words as written, where case or invisible characters part them from their form.
  case words
  /// Where each type occurs.
  case postings
  /// What the bytes of the other parts sum up to, so that damage is noticed.
  case checksums

  /// The version of this format; a segment of another version is refused, and rebuilt.
  public static let formatVersion = 4
}

/// Sizes that the format fixes.
enum SegmentLayout {
  static let rareMark: UInt16 = 0xFFFF
  static let rareBlock = 1024
  static let irregularBlock = 512
  static let keyBlock = 64
  static let typeRow = 24
}

/// Why a key leads to a type.
struct KeyRole: OptionSet, Sendable {
  let rawValue: UInt8

  static let form = KeyRole(rawValue: 1)
  static let lemma = KeyRole(rawValue: 2)
  static let masculine = KeyRole(rawValue: 4)
  static let feminine = KeyRole(rawValue: 8)
  static let any: KeyRole = [.form, .lemma, .masculine, .feminine]
  /// How the word is or can be written.
  static let spelling: KeyRole = [.form, .masculine, .feminine]
}
