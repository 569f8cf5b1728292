import ProjectStore

extension Study {
  /// What `body` makes of one state of the project, be it written to by another process meanwhile.
  ///
  /// `body` reads as it will and is done again where the project has changed before it ended; if that goes on, it is done
  /// while nobody can write. It changes nothing but the index.
  func consistently<Result>(_ body: () throws -> Result) throws -> Result {
    try consistently(body) { result, _ in result }
  }

  /// What `body` makes, while the project is read, of what `find` found in the same state of it.
  ///
  /// `find` reads as it will and is done again where the project has changed before `body`, which is done once; if that goes
  /// on, both are done while nobody can write. `find` changes nothing but the index.
  func consistently<Found, Result>(
    _ find: () throws -> Found, then body: (Found, ProjectReader) throws -> Result
  ) throws -> Result {
    for _ in 0..<3 {
      let before = try project.read { try $0.changeStamp() }
      let found = Swift.Result(catching: find)
      let result: Result? = try project.readAnswers { reader in
        try reader.changeStamp() == before ? try body(found.get(), reader) : nil
      }
      if let result { return result }
    }
    while true {
      let status = try index().status
      let result: Result? = try project.readAnswers { reader in
        // Else the index would have to be renewed, which nobody may do while reading.
        try indexStatus(reader) == status ? try body(find(), reader) : nil
      }
      if let result { return result }
    }
  }
}
