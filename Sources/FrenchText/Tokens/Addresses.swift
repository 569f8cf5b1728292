/// Web addresses, e-mail addresses, hashtags and `@names`.
enum Addresses {
  private static let schemes = ["https://", "http://", "ftp://", "www."]
  private static let domains: Set<String> = ["fr", "com", "org", "net", "eu", "info", "gouv", "io"]

  /// The address that starts at a unit, or nil. An e-mail address is looked for over 120 units at most.
  static func read(_ chunk: Chunk, at index: Int) -> RawToken? {
    switch chunk.lower[index] {
    case "#", "@":
      var end = index + 1
      while chunk.isWordGlyph(end) || chunk.has("_", at: end) { end += 1 }
      return end > index + 1 && chunk.isWordGlyph(index + 1) ? RawToken(index..<end, .hashtag) : nil
    case "h", "w", "f":
      if let scheme = schemes.first(where: { chunk.starts(with: $0, at: index) }),
        chunk.isWordGlyph(index + scheme.count)
      {
        return RawToken(index..<trimmed(chunk, from: index, to: chunk.count), .url)
      }
    default: break
    }
    return chunk.isWordGlyph(index) ? email(chunk, at: index) ?? site(chunk, at: index) : nil
  }

  private static func email(_ chunk: Chunk, at index: Int) -> RawToken? {
    var at = index
    let limit = min(chunk.count, index + 64)
    while at < limit, isMailGlyph(chunk, at) { at += 1 }
    guard at < limit, chunk.has("@", at: at) else { return nil }
    var end = at + 1
    var lastDot: Int?
    while end < min(chunk.count, at + 64),
      chunk.isWordGlyph(end) || chunk.has("-", at: end) || chunk.has(".", at: end)
    {
      if chunk.has(".", at: end) {
        guard chunk.isWordGlyph(end + 1) else { break }
        lastDot = end
      }
      end += 1
    }
    return lastDot == nil ? nil : RawToken(index..<end, .address)
  }

  private static func isMailGlyph(_ chunk: Chunk, _ index: Int) -> Bool {
    if chunk.isWordGlyph(index) { return true }
    switch chunk.lower[index] {
    case ".", "-", "_", "+": return true
    default: return false
    }
  }

  /// A site without scheme: `ameli.fr`, `impots.gouv.fr/professionnel`.
  private static func site(_ chunk: Chunk, at index: Int) -> RawToken? {
    var end = index
    var start = index
    var dots = 0
    let limit = min(chunk.count, index + 64)
    while end < limit, chunk.isWordGlyph(end) || chunk.has("-", at: end) || chunk.has(".", at: end) {
      if chunk.has(".", at: end) {
        guard chunk.isWordGlyph(end + 1) else { break }
        dots += 1
        start = end + 1
      }
      end += 1
    }
    guard dots > 0, start - index > 3, domains.contains(chunk.form(start..<end)), !chunk.isCapital(start)
    else { return nil }
    if chunk.has("/", at: end) { end = trimmed(chunk, from: index, to: chunk.count) }
    return RawToken(index..<end, .url)
  }

  /// Where an address ends once the marks of the sentence around it are left out.
  private static func trimmed(_ chunk: Chunk, from start: Int, to end: Int) -> Int {
    var end = end
    var opened = chunk.lower[start..<end].lazy.filter { $0 == "(" }.count
    opened -= chunk.lower[start..<end].lazy.filter { $0 == ")" }.count
    while end > start + 1 {
      switch chunk.lower[end - 1] {
      case ".", ",", ";", ":", "!", "?", "'", "\"", "»", "…", "]", "”", ">": end -= 1
      case ")" where opened < 0:
        opened += 1
        end -= 1
      default: return end
      }
    }
    return end
  }
}
