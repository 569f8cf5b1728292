/// A JSON object written member by member, in the order in which they are added.
public struct JSONObject: Sendable {
  private var members = ""

  /// An object without members.
  public init() {}

  /// Adds a member.
  public mutating func add(_ name: String, _ value: TableValue) {
    add(name, json: value.json)
  }

  /// Adds a list of texts.
  public mutating func add(_ name: String, _ texts: [String]) {
    add(name, json: "[" + texts.map(JSONText.quote).joined(separator: ",") + "]")
  }

  /// Adds an object.
  public mutating func add(_ name: String, _ object: JSONObject) {
    add(name, json: object.text)
  }

  /// Adds a list of objects.
  public mutating func add(_ name: String, _ objects: [JSONObject]) {
    add(name, json: "[" + objects.map(\.text).joined(separator: ",") + "]")
  }

  private mutating func add(_ name: String, json: String) {
    members += (members.isEmpty ? "" : ",") + JSONText.quote(name) + ":" + json
  }

  /// The object on one line.
  public var text: String { "{" + members + "}" }
}
