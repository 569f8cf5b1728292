import GRDB

/// Reads a project's contents from one consistent state; extensions beside each subject say what can be
/// read. It is valid only inside the closure that it is given to.
public struct ProjectReader {
  let db: Database
}
