import Foundation
import ModelCatalog
import Testing

struct PriceTests {
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("-0.000", "0"), ("0.4", "0.4"), ("0.0000025", "0.0000025"),
    ("150", "150"), ("999999.9", "999999.9"), ("007", "7"), ("+3", "3"),
    ("0.00000008333333333333334", "0.00000008333333333333334"),
    ("0.0000000208333333333333", "0.0000000208333333333333"),
  ])
  func `a decimal string is parsed exactly`(text: String, amount: String) throws {
    let price = try #require(Price(upstream: text))
    #expect(price.amount.map { "\($0)" } == amount)
  }

  @Test(arguments: ["-1", "-1.0", "-0.000001", "-1000000"])
  func `a negative price is variable and not a number`(text: String) {
    #expect(Price(upstream: text) == .variable)
    #expect(Price(upstream: text)?.amount == nil)
    #expect(Price(upstream: text)?.perMillion == nil)
    #expect(Price(upstream: text)?.isZero == false)
  }

  @Test(arguments: [
    "", " ", "-", "+", ".", "-.", "0.4abc", "abc", " 1", "1 ", "1e", "e5", "1e5.0", "1e41", "1e 5",
    "0x10", "1,5",
    "1.2.3", "--1", "+-1", "1-", "NaN", "inf", "infinity", "null", "１", "٣", "1\n", "1\u{0}",
    "1000000", "99999999999999999999", "18446744073709551616",
    "0." + String(repeating: "0", count: 200) + "1",
  ])
  func `anything else is not a price`(text: String) {
    #expect(Price(upstream: text) == nil)
  }

  @Test func `a price per million is exact`() throws {
    for (text, perMillion) in [
      ("0.0000004", "0.4"), ("0.00000039", "0.39"), ("0.000025", "25"), ("0.00015", "150"),
      ("0.00000008333333333333334", "0.08333333333333334"), ("0", "0"),
    ] {
      let price = try #require(Price(upstream: text))
      #expect(price.perMillion.map { "\($0)" } == perMillion)
      #expect(price.perMillion == Decimal(string: perMillion))
    }
  }

  @Test func `a price is zero in any notation of zero, and only then`() {
    #expect(["0", "-0", "0.0", "0.00000000"].allSatisfy { Price(upstream: $0)?.isZero == true })
    #expect(Price(upstream: "0.0000000000000001")?.isZero == false)
  }

  @Test(arguments: [("0.4", "0.40"), ("1", "1.000"), ("10", "0010"), ("0", "-0.0"), ("5.", "5")])
  func `equal amounts are equal prices, also in a set`(left: String, right: String) throws {
    let pair = [try #require(Price(upstream: left)), try #require(Price(upstream: right))]
    #expect(pair[0] == pair[1])
    #expect(Set(pair).count == 1)
  }

  @Test func `a substring is parsed like a string`() {
    #expect(Price(upstream: "x0.25y".dropFirst().dropLast())?.amount == Decimal(string: "0.25"))
  }
}

struct ExactDecimalTests {
  @Test(arguments: [
    ("18446744073709551615", "18446744073709551615"), ("-2.5", "-2.5"), (".5", "0.5"),
    ("1844674407370955161.5", "1844674407370955161.5"),
  ])
  func `an amount that fits is exact`(text: String, expected: String) throws {
    #expect(Decimal(exactly: text) == Decimal(string: expected))
  }

  @Test func `an amount that does not fit is rejected, never rounded`() {
    #expect(Decimal(exactly: "18446744073709551616") == nil)
    #expect(Decimal(exactly: "0.12345678901234567890123456789") == nil)
  }

  @Test(arguments: [-12, -6, 0, 6, 12])
  func `moving the decimal point back and forth changes nothing`(places: Int) throws {
    for text in ["0", "1", "-7.25", "0.0000004", "123456.789"] {
      let number = try #require(Decimal(exactly: text))
      #expect(number.movingPoint(by: places).movingPoint(by: -places) == number)
    }
  }

  @Test func `moving the decimal point multiplies by a power of ten`() throws {
    let number = try #require(Decimal(exactly: "-0.25"))
    #expect(number.movingPoint(by: 3) == -250)
    #expect(number.movingPoint(by: -1) == Decimal(string: "-0.025"))
  }
}

struct PricingTests {
  @Test func `kinds with the same upstream key differ in unit`() {
    let kinds = Dictionary(grouping: PriceKind.allCases, by: \.upstreamKey)
    #expect(kinds["prompt"] == [.input, .characters, .audioDuration])
    #expect(kinds["image"] == [.image, .imageInput])
    #expect(kinds["completion"] == [.output])
    for (key, kinds) in kinds { #expect(Set(kinds.map(\.unit)).count == kinds.count, "\(key)") }
  }

  @Test func `tokens and characters are shown per million, all else per unit`() {
    let perMillion = PriceKind.allCases.filter { $0.unit.shownPlaces == 6 }
    #expect(
      Set(PriceKind.allCases).subtracting(perMillion)
        == [.image, .request, .webSearch, .audioDuration])
    for unit in PriceUnit.allCases {
      #expect(unit.words.hasPrefix("per million") == (unit.shownPlaces == 6))
      #expect(unit.symbol == "$" + unit.suffix)
    }
  }

  @Test func `kinds sort in display order`() {
    #expect(PriceKind.allCases.shuffled().sorted() == PriceKind.allCases)
  }

  @Test func `one variable price makes pricing variable; an absent one is unknown`() {
    #expect(Pricing([.input: .fixed(1), .output: .variable]).isVariable)
    #expect(!Pricing([.input: .fixed(1)]).isVariable)
    #expect(Pricing()[.input] == nil)
  }
}
