import Foundation
import ModelCatalog
import Testing

struct JSONValueTests {
  private func text(_ value: JSONValue, _ layout: JSONValue.Layout = .compact) -> String {
    String(decoding: value.encoded(layout), as: UTF8.self)
  }

  @Test func `members keep their order, on one line or indented`() {
    let value: JSONValue = ["b": 1, "a": [true, .null, [:], []], "c": ["d": "e"]]
    #expect(text(value) == #"{"b":1,"a":[true,null,{},[]],"c":{"d":"e"}}"#)
    #expect(
      text(value, .pretty) == """
        {
          "b": 1,
          "a": [
            true,
            null,
            {},
            []
          ],
          "c": {
            "d": "e"
          }
        }
        """)
  }

  @Test func `only characters unsafe in JSON or a terminal are escaped`() {
    #expect(
      text(.text("\"\\\n\r\t\u{8}\u{1F}/é模👍\u{7F}\u{9B}\u{202E}\u{2028}\u{E0041}"))
        == #""\"\\\n\r\t\u0008\u001f/é模👍\u007f\u009b\u202e\u2028\udb40\udc41""#)
  }

  @Test func `an escaped text is decoded unchanged`() throws {
    let every = String(String.UnicodeScalarView((0...0x2FF).compactMap(Unicode.Scalar.init)))
    let read = try JSONSerialization.jsonObject(with: JSONValue.list([.text(every)]).encoded())
    #expect(read as? [String] == [every])
  }

  @Test(arguments: [
    "0.0208333333333333", "1000000", "0.00000000000000000001", "12345678901234567890",
  ])
  func `a decimal has every digit`(digits: String) throws {
    let decimal = try #require(Decimal(string: digits))
    #expect(text(.decimal(decimal)) == digits)
  }

  @Test func `numbers that JSON does not have are null`() {
    #expect(
      text([.double(.infinity), .double(.nan), .decimal(.nan), .double(0.5)])
        == "[null,null,null,0.5]")
  }

  @Test func `a date has milliseconds only if needed`() {
    #expect(JSONValue(Date(timeIntervalSince1970: 0)) == "1970-01-01T00:00:00Z")
    #expect(JSONValue(Date(timeIntervalSince1970: 1.25)) == "1970-01-01T00:00:01.250Z")
    #expect(JSONValue(Date(timeIntervalSince1970: 1.9999)) == "1970-01-01T00:00:02Z")
    #expect(JSONValue(Date?.none) == .null)
  }
}
