import ModelText
import Testing

struct CountTextTests {
  @Test func `a count of any size has a short form`() {
    #expect(CountText.short(.max) == "9223372036855M")
    #expect(CountText.short(1_499_999_999) == "1500M")
  }

  @Test(arguments: [
    (0, "0 kB"), (499, "0 kB"), (500, "1 kB"), (45_056, "45 kB"), (999_499, "999 kB"),
    (999_500, "1.0 MB"), (22_900_000, "22.9 MB"), (1_234_560_000, "1,234.6 MB"),
  ])
  func `a size is in the units of file managers`(bytes: Int, text: String) {
    #expect(CountText.bytes(bytes) == text)
  }
}
