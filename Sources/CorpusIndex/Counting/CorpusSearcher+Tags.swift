extension CorpusSearcher {
  /// The parts of speech that a corpus annotated elsewhere has and that are none of the 17, in alphabetical order; none
  /// where Verbatim analysed all. Cost: linear in the vocabulary.
  public func ownTags() throws -> [String] {
    var tags: Set<String> = []
    for segment in segments { tags.formUnion(try AttributeResolver(segment).foreignTags()) }
    return tags.sorted()
  }
}
