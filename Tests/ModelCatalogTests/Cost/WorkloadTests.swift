import Foundation
import ModelCatalog
import Testing

/// The words of a workload.
struct WorkloadTests {
  @Test func `words may be in any order, and all but the tokens may be left out`() throws {
    let workload = try Workload.parse("cached=80%  out=500 calls=50000/day in=3k")
    #expect(workload.input == 3000)
    #expect(workload.output == 500)
    #expect(workload.calls == CallRate(50_000, .day))
    #expect(workload.calls.perMonth == 1_500_000)
    #expect(workload.cached == Decimal(string: "0.8"))
    let least = try Workload.parse("OUT=1")
    #expect(least == Workload(input: 0, output: 1))
    #expect(least.calls.perMonth == 1)
    #expect(least.hours == .all)
  }

  @Test(arguments: [
    ("calls=100/hour", 72_000), ("calls=2k/day", 60_000), ("calls=1.5m/month", 1_500_000),
    ("calls=7", 7),
  ])
  func `calls are of a month of 30 days`(word: String, perMonth: Int) throws {
    #expect(try Workload.parse("in=1 \(word)").calls.perMonth == Decimal(perMonth))
    let atNight = try Workload.parse("in=1 hours=22-4 \(word)")
    #expect(atNight.calls.perMonth == Decimal(perMonth))
  }

  @Test(arguments: [
    "in=3000 out=500 calls=50000/day cached=80%", "out=1", "in=1 cached=0.5% written=99.5%",
    "in=8000 searches=0.5 hours=22-4 count=text", "in=1 calls=0.25/hour",
  ])
  func `the canonical text reads as an equal workload`(text: String) throws {
    let workload = try Workload.parse(text)
    #expect(workload.description == text)
    #expect(try Workload.parse(workload.description) == workload)
  }

  @Test(arguments: [
    ("in=3.0k out=500", "in=3000 out=500"), ("in=1 cached=0.80", "in=1 cached=80%"),
    ("in=1 hours=0-24 count=tokens searches=0", "in=1"), ("in=1 calls=1", "in=1"),
    ("in=1 hours=20-0", "in=1 hours=20-24"),
  ])
  func `one workload has one canonical text`(text: String, canonical: String) throws {
    #expect(try Workload.parse(text).description == canonical)
  }

  @Test(arguments: [
    // No tokens at all.
    ("", 0, "a workload needs the tokens of one call"), ("calls=5/day", 0, "needs the tokens"),
    ("in=0 out=0", 0, "needs the tokens"),
    // Words.
    ("inn=5", 0, "has no word “inn”"), ("in=5 tokens=3", 5, "has no word “tokens”"),
    ("in 3000", 0, "“in” is not a word of a workload"), ("in=5 in=6", 5, "“in” is there twice"),
    ("in:3000", 0, "is not a word of a workload"), ("in=5 80%", 5, "is not a word"),
    ("in=", 0, "“in=” needs a whole number"),
    // Tokens.
    ("in=-5", 3, "not a whole number of tokens"), ("in=3,000", 3, "not a whole number"),
    ("in=1.5", 3, "not a whole number"), ("in=x", 3, "not a whole number"),
    ("in=1e9", 3, "not a whole number"), ("in=2000m", 3, "too large for in"),
    ("in=99999999999999999999999999", 3, "too large for in"), ("in=.5k", 3, "not a whole number"),
    ("out=1 in=5 calls=-1", 17, "not a number of calls"), ("in=5 calls=0", 11, "no calls"),
    ("in=5 calls=5/week", 11, "not a number of calls"), ("in=5 calls=/day", 11, "not a number"),
    ("in=5 calls=5/total", 11, "not a number of calls"), ("in=5 calls=9999999m", 11, "too large"),
    // Shares.
    ("in=5 cached=120%", 12, "more than the whole prompt"), ("in=5 cached=80", 12, "more than"),
    ("in=5 cached=-1%", 12, "not a share"), ("in=5 cached=%", 12, "not a share"),
    ("in=5 cached=70% written=40%", 24, "more than the prompt"),
    // The rest.
    ("in=5 searches=-1", 14, "not a number of searches"), ("in=5 hours=8-8", 11, "not hours"),
    ("in=5 hours=8", 11, "not hours"), ("in=5 hours=25-3", 11, "not hours"),
    ("in=5 hours=8-18-20", 11, "not hours"), ("in=5 count=words", 11, "not tokens or text"),
  ])
  func `a mistake is named at its place`(text: String, offset: Int, message: String) throws {
    let error = try #require(throws: QueryError.self) { try Workload.parse(text) }
    #expect(error.offset == offset, "\(error)")
    #expect(error.message.contains(message), "\(error)")
  }

  @Test(arguments: [
    ("inn=5", "in=5"), ("in=1 cals=5/day", "calls=5/day"), ("in:3000", "in=3000"),
    ("in=1 count=txt", "text"), ("in", "in=3000"),
  ])
  func `what was meant is suggested`(text: String, suggestion: String) throws {
    let error = try #require(throws: QueryError.self) { try Workload.parse(text) }
    #expect(error.suggestion == suggestion)
  }
}
