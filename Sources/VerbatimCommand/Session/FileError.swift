/// An error of a reader of files, with the file's path, which the readers do not know.
struct FileError: Error {
  let path: String
  let underlying: any Error
}
