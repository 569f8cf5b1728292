import Foundation

/// The descriptors that the process was given: 0, 1 and 2.
enum StandardStream {
  /// Opens those that were closed on nothing, so that no file of ours gets their number and then what was meant
  /// to be shown. Writing to them still fails.
  static func holdDescriptors() {
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) == -1 {
      _ = unsafe open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  /// Writes what there is no other place to report a failure of.
  static func write(_ text: String, to descriptor: Int32) {
    try? FileHandle(fileDescriptor: descriptor).write(contentsOf: Data(text.utf8))
  }
}
