/// Finds where sentences start among the words of a text.
enum SentenceCutter {
  /// Calls `body` with the range of each sentence, in order; together they cover the words. A sentence ends
  /// with a line, after `.`, `!` or `?` and what closes with them, and after `…` where a capital follows.
  static func forEach(_ run: WordRun, _ tables: WordTables, _ body: (Range<Int>) -> Void) {
    var start = 0
    var state: SentenceMarks = []
    var nextLine = 0
    for index in run.items.indices {
      let marks = tables.traits(at: index).marks
      var isNew = false
      if nextLine < run.lineStarts.count, run.lineStarts[nextLine] == index {
        isNew = true
        nextLine += 1
      } else if state.contains(.ends) {
        let closes = marks.contains(.closes) && run.items[index].start == run.items[index - 1].end
        isNew = !closes && marks.isDisjoint(with: [.ends, .mayEnd])
      } else if state.contains(.mayEnd) {
        isNew = marks.contains(.capital)
      }
      if isNew, index > start {
        body(start..<index)
        start = index
      }
      if isNew || marks.isDisjoint(with: .closes) { state = marks.intersection([.ends, .mayEnd]) }
    }
    if start < run.items.count { body(start..<run.items.count) }
  }
}
