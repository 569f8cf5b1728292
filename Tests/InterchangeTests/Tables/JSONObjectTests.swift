import Interchange
import Testing

@Suite("JSON objects")
struct JSONObjectTests {
  @Test("Members stand in the order in which they were added, and everything is quoted")
  func members() {
    var inner = JSONObject()
    #expect(inner.text == "{}")
    inner.add("é \"", .text("a\nb"))
    var object = JSONObject()
    object.add("z", .integer(2))
    object.add("a", .missing)
    object.add("list", ["x", "\\"])
    object.add("none", [String]())
    object.add("inner", inner)
    object.add("objects", [inner, JSONObject()])
    #expect(
      object.text
        == #"{"z":2,"a":null,"list":["x","\\"],"none":[],"inner":{"é \"":"a\nb"},"objects":[{"é \"":"a\nb"},{}]}"#
    )
  }
}
