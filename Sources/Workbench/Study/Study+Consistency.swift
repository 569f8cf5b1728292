import ProjectStore

extension Study {
  /// What `body` makes of one state of the project, be it written to by another process meanwhile.
  ///
  /// `body` reads as it will and is done again where the project has changed before it ended; if that goes on, it is done
  /// while nobody can write. It changes nothing but the index.
  func consistently<Result>(_ body: () throws -> Result) throws -> Result {
    for _ in 0..<3 {
      let before = try project.read { try $0.changeStamp() }
      let result = Swift.Result(catching: body)
      let after = try project.read { try $0.changeStamp() }
      if before == after { return try result.get() }
    }
    while true {
      let status = try index().status
      let result: Result? = try project.read { reader in
        // Else the index would have to be renewed, which nobody may do while reading.
        try indexStatus(reader) == status ? try body() : nil
      }
      if let result { return result }
    }
  }
}
