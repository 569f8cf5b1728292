/// Random numbers that are the same on every run.
struct Dice: RandomNumberGenerator {
  private var state: UInt64
  /// What a codebook's texts are made of.
  var pieces = Self.nastyPieces

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  /// Text made of pieces that formats trip over.
  mutating func nastyText(_ pieces: [String] = Self.nastyPieces, upTo count: Int = 6) -> String {
    (0..<Int.random(in: 0...count, using: &self)).map { _ in pieces.randomElement(using: &self)! }.joined()
  }

  /// Without the control characters that make a file no text.
  static let printablePieces = nastyPieces.filter { $0 != "\0" && $0 != "\u{1}" }

  static let nastyPieces = [
    "lien", "é", "e\u{301}", "\"", "\"\"", "'", ",", ";", "\t", "|", "\n", "\r", "\r\n", "\n\n", " ", "  ",
    ": ", ":",
    " #", "#", "- ", "-", "? ", "{", "}", "[", "]", "&a", "*a", "!", "%", "@", "`", "\\", "\\n", "yes",
    "null", "~",
    "1.0", "0x1F", "2024-01-01", "😀", "👩🏽‍⚕️", "\u{A0}", "\u{202F}", "\u{2028}", "\u{85}", "\u{FEFF}", "\0",
    "\u{1}", "\u{7F}",
    "…", "<b>", "</mark>", "---", "...", ">", ">-",
    "une phrase assez longue pour être repliée sur plusieurs lignes, si si",
  ]
}

extension String {
  /// The code points, which tell apart what Swift takes for equal, such as é in its two spellings.
  var scalarValues: [UInt32] { unicodeScalars.map(\.value) }
}
