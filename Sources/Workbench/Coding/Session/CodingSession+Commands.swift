import CodingModel

extension CodingSession {
  /// The codes whose names, typed as they are, mean something else here: commands, numbers, what begins a part. With `=`
  /// before them they mean the codes.
  ///
  /// - Throws: `ProjectError`.
  public func codesLikeCommands() throws -> [String] {
    let abbreviations = try abbreviations()
    let parser = CodingRequestParser(isCodeName: abbreviations.isName)
    return abbreviations.names(matching: "").filter { name in
      guard case .code(let groups)? = try? parser.parse(name), groups.count == 1, groups[0].codes.count == 1,
        groups[0].parts.isEmpty
      else { return true }
      return (try? abbreviations.code(groups[0].codes[0])) != (try? abbreviations.code(name))
    }
  }
}
