import Foundation

/// A variable of the process's environment, looked up alone: asking Foundation makes a dictionary of them all, which
/// is longer than many a command takes.
public enum EnvironmentVariable {
  /// A variable's value; nil where it is not set or set to nothing.
  public static func value(_ name: String) -> String? {
    guard let value = unsafe getenv(name), unsafe value.pointee != 0 else { return nil }
    return unsafe String(cString: value)
  }
}
