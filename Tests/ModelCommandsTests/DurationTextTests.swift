import Testing

@testable import ModelCommands

struct DurationTextTests {
  @Test(arguments: [
    ("30s", 30), ("15m", 900), ("1h", 3600), ("2d", 172_800), ("366d", 31_622_400),
  ])
  func `an integer with a unit is a duration`(text: String, seconds: Int) {
    #expect(DurationText.parse(text) == .seconds(seconds))
  }

  @Test(arguments: [
    "", "s", "0s", "-5m", "+5m", "1.5h", "5", "5w", "367d", "99999999999999999999s",
  ])
  func `anything else is not a duration`(text: String) {
    #expect(DurationText.parse(text) == nil)
  }
}
