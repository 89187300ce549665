import Foundation
import Testing

@testable import ModelRegistry

struct RetryAfterTests {
  @Test(
    arguments: [
      ("120", 120.0), (" 0 ", 0), ("99999999999999999999", 1_000_000_000),
      ("Sun, 06 Nov 1994 08:49:37 GMT", 60), ("Sun, 06 Nov 1994 08:47:37 GMT", 0),
      ("-5", nil), ("", nil), ("soon", nil), ("1.5", nil), ("Sun, 31 Feb 1994 08:49:37 GMT", nil),
      ("Sun, 06 Nov 1994 08:49 GMT", nil), ("Sun, 06 Nov 1994 25:49:37 GMT", nil),
      ("1994-11-06T08:49:37Z", nil),
    ] as [(String, Double?)])
  func `seconds or a date are a wait`(text: String, seconds: Double?) {
    let now = Date(timeIntervalSince1970: 784_111_777 - 60)
    #expect(RetryAfter.delay(text, now: now)?.timeInterval == seconds)
  }
}
