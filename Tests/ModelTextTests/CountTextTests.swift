import ModelText
import Testing

struct CountTextTests {
  @Test func `a count of any size has a short form`() {
    #expect(CountText.short(.max) == "9223372036855M")
    #expect(CountText.short(1_499_999_999) == "1500M")
  }
}
