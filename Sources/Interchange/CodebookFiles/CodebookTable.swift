import CodingModel

/// The columns of a codebook as a table; the raw value is the name they are written with.
enum CodebookColumn: String, CaseIterable {
  case key, name, parent, colour, definition, inclusion, exclusion, examples, rule, memo

  /// The folded names it is read by, the surest first.
  var names: [String] {
    switch self {
    case .key: ["key", "id", "cle", "identifiant"]
    case .name: ["name", "nom", "code", "libelle", "theme"]
    case .parent: ["parent", "code-parent", "parent-code"]
    case .colour: ["colour", "color", "couleur"]
    case .definition: ["definition", "description"]
    case .inclusion: ["inclusion", "criteres-d-inclusion", "inclure"]
    case .exclusion: ["exclusion", "criteres-d-exclusion", "exclure"]
    case .examples: ["examples", "exemples", "example", "exemple"]
    case .rule: ["rule", "regle"]
    case .memo: ["memo", "note", "notes"]
    }
  }
}

/// Several examples in one cell of a table: one a line. A line end inside an example is written `\n`, a
/// backslash `\\`.
enum ExamplesCell {
  /// The cell for examples; empty ones cannot be told and are left out.
  static func write(_ examples: [String]) -> String {
    examples.filter { !$0.isEmpty }.map { example in
      var line = ""
      for scalar in example.unicodeScalars {
        switch scalar {
        case "\n": line += "\\n"
        case "\r": line += "\\r"
        case "\\": line += "\\\\"
        default: line.unicodeScalars.append(scalar)
        }
      }
      return line
    }.joined(separator: "\n")
  }

  /// The examples of a cell. A backslash before anything but `n`, `r` and a backslash stands for itself.
  static func read(_ cell: String) -> [String] {
    var examples: [String] = []
    var example = ""
    var isEscaped = false
    func end() {
      if !example.isEmpty { examples.append(example) }
      example = ""
    }
    for scalar in cell.unicodeScalars {
      switch (isEscaped, scalar) {
      case (true, "n"): example += "\n"
      case (true, "r"): example += "\r"
      case (true, "\\"): example += "\\"
      case (false, "\\"):
        isEscaped = true
        continue
      case (_, "\n"), (_, "\r"):
        if isEscaped { example += "\\" }
        end()
      default:
        if isEscaped { example += "\\" }
        example.unicodeScalars.append(scalar)
      }
      isEscaped = false
    }
    if isEscaped { example += "\\" }
    end()
    return examples
  }
}
