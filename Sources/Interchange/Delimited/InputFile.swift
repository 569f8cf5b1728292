public import Foundation

/// Why a file could not be read at all.
public enum InputFileError: Error, Hashable, Sendable {
  /// Nothing stands under that name.
  case missing
  /// The name is a folder's.
  case isDirectory
  /// This account may not read it.
  case notPermitted
  /// Reading failed otherwise, or the file is larger than ``InputFile/streamLimit`` and no ordinary file.
  case unreadable
}

/// Opening files that readers of this module take.
public enum InputFile {
  /// How many bytes are taken from what is no ordinary file (a pipe), 1 GiB.
  public static let streamLimit = 1 << 30

  /// The bytes of the file at `path`.
  ///
  /// An ordinary file is mapped: opening costs nothing and pages come as they are read. A pipe is read to
  /// its end.
  public static func read(_ path: String) throws(InputFileError) -> Data { try open(path).bytes }

  /// The same with the mapping that the bytes are in, if they are.
  static func open(_ path: String) throws(InputFileError) -> (bytes: Data, mapping: FileMapping?) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw errno == EACCES ? .notPermitted : .missing }
    let kind = status.st_mode & S_IFMT
    guard kind != S_IFDIR else { throw .isDirectory }
    do {
      let url = URL(fileURLWithPath: path)
      if kind == S_IFREG {
        // Of what the system makes up as it is read, such as under /proc, the size is not known before.
        guard status.st_size > 0, let (bytes, mapping) = FileMapping.map(path) else {
          return (try Data(contentsOf: url), nil)
        }
        return (bytes, mapping)
      }
      let handle = try FileHandle(forReadingFrom: url)
      defer { try? handle.close() }
      return (try readStream(handle), nil)
    } catch let error as InputFileError {
      throw error
    } catch {
      throw problem(error)
    }
  }

  private static func readStream(_ handle: FileHandle) throws -> Data {
    var data = Data()
    while let chunk = try handle.read(upToCount: 1 << 20), !chunk.isEmpty {
      data.append(chunk)
      guard data.count <= streamLimit else { throw InputFileError.unreadable }
    }
    return data
  }

  private static func problem(_ error: any Error) -> InputFileError {
    switch (error as? CocoaError)?.code {
    case .fileReadNoSuchFile, .fileNoSuchFile: .missing
    case .fileReadNoPermission: .notPermitted
    default: .unreadable
    }
  }
}
