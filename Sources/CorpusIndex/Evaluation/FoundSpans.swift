/// What a phrase or a sequence finds in a segment, ascending: a list while there are few hits, bits while there are many of
/// one length.
enum FoundSpans {
  case list([TokenSpan])
  case bits(TokenHits)

  /// The hits one after another. Cost: where they are bits, linear in their number.
  var spans: [TokenSpan] {
    switch self {
    case .list(let spans): spans
    case .bits(let hits): hits.spans()
    }
  }
}
