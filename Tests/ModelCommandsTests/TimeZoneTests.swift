import Foundation
import Support
import Testing

/// Days are in UTC in every time zone, also when daylight saving time changes.
struct TimeZoneTests {
  @Test(arguments: [
    ["list", "source:openrouter", "--format", "csv"], ["list", "is:new", "--format", "ids"],
    ["list", "age<1000d sort:new", "--format", "json"], ["show", "acme/alpha"], ["stats"],
    ["changes", "--since", "2025-03-30"], ["diff", "2025-03-30", "2025-10-26"],
    ["history", "acme/alpha"], ["changes", "--since", "2025-03-30", "--format", "atom"],
    ["list", "--as-of", "2025-10-26", "--format", "ids"],
  ])
  func `every answer is the same in every time zone`(arguments: [String]) async throws {
    let program = try Program()
    try program.cache(SmallBody.data)
    // The nights in which daylight saving time changes in Europe and America.
    for (day, price) in [("20250309", "0.1"), ("20250330", "0.2"), ("20251026", "0.3")] {
      let body = ListingBody.of(["acme/alpha"], price: price)
      let file = try program.write(body, to: "models-\(day)003000.json")
      #expect(try await program.run("import", file).status == 0)
    }
    var answers: [Program.Outcome] = []
    for zone in ["UTC", "America/New_York", "Europe/Berlin", "Pacific/Kiritimati"] {
      let line = "modeldex \(arguments.map { "'\($0)'" }.joined(separator: " ")) --offline"
      answers.append(try await program.shell(line, setting: ["TZ": zone]))
    }
    #expect(answers[0].status == 0 || answers[0].status == 1)
    for answer in answers { #expect(answer == answers[0]) }
  }
}
