import Workbench

extension Session {
  /// Says something on standard error, after what was shown so far, so that no file or pipe has it.
  func note(_ lines: [String]) throws {
    guard !lines.isEmpty else { return }
    try output.flush()
    StandardStream.write(lines.map { $0.onOneLine + "\n" }.joined(), to: 2)
  }

  /// Notes what there is to remark on a query that was answered.
  func noteRemarks(
    on query: String, in scope: String? = nil, coders: [String] = [], foundNothing: Bool, of study: Study
  ) throws {
    try note(
      QueryRemarks(study).remarks(on: query, in: scope, coders: coders, foundNothing: foundNothing)
        .map(\.wording))
  }
}
