/// What a token is made of, known without a dictionary.
public enum TokenKind: UInt8, Hashable, Sendable, CaseIterable {
  /// Letters, with what joins them: `l'`, `rendez-vous`, `étudiant·e·s`, `etc.`
  case word
  /// Digits, with what joins them: `16 000`, `8h30`, `12/05/2023`.
  case number
  /// A mark, or a run of marks of one sentence end: `,`, `?!`, `…`.
  case punctuation
  /// An e-mail address.
  case address
  /// A web address.
  case url
  /// A `#hashtag` or a `@name`.
  case hashtag
  /// An emoji with its modifiers, or a smiley of marks.
  case emoji
}
