@testable import Workbench

/// Copies of one study, and what each holds as text.
struct Copies {
  let origin: TestStudy
  let folder: TestFolder

  init(seed: Int? = nil) throws {
    origin = try TestStudy.coded()
    folder = try TestFolder()
    if let seed {
      var team = RandomTeam(seed: seed)
      try team.work(on: origin.study, acts: 6)
    }
  }

  /// A new copy under that name.
  func copy(_ name: String) throws -> Study {
    try BackingUp(origin.study).run(to: folder.file(name))
    return try Study(opening: folder.file(name))
  }
}

extension Study {
  var contents: String { get throws { try ProjectExport(self).text() } }

  @discardableResult
  func merge(_ other: Study, isDryRun: Bool = false) throws -> MergeReport {
    try Merging(self).run(other.path, isDryRun: isDryRun, coder: "anna")
  }

  func code(_ code: String, _ answer: String, _ range: TextRange, _ coder: String) throws {
    _ = try HandCoding(self).code(code, answer, .range(range), coder: coder)
  }
}

/// The lines that only one of two texts has.
func difference(_ one: String, _ other: String) -> [String] {
  let (left, right) = (one.split(separator: "\n"), other.split(separator: "\n"))
  let (only, others) = (Set(left).subtracting(right), Set(right).subtracting(left))
  return left.filter(only.contains).map { "- " + $0 } + right.filter(others.contains).map { "+ " + $0 }
}
