import Foundation
import ModelCatalog
import Testing

/// Estimates against the counts of real tokenizers, which `Tokens/count.py` recorded.
struct TokenEstimateTests {
  struct Recorded: Decodable {
    let name: String
    let text: String
    /// By family.
    let tokens: [String: Int]
  }

  private static func recorded() throws -> [Recorded] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let data = try Data(contentsOf: folder.appending(path: "Tokens/counts.json"))
    return try JSONDecoder().decode([Recorded].self, from: data)
  }

  private static func estimate(_ text: String) -> TokenEstimate {
    var estimate = TokenEstimate()
    estimate.add(Data(text.utf8))
    return estimate
  }

  @Test func `the interval has the tokens of every tokenizer for every text`() throws {
    let recorded = try Self.recorded()
    #expect(recorded.count >= 20)
    for text in recorded {
      let estimate = Self.estimate(text.text)
      #expect(text.tokens.count == 7)
      for (name, count) in text.tokens {
        let family = try #require(TokenizerFamily(rawValue: name))
        let interval = estimate.tokens(for: family)
        #expect(interval.contains(count), "\(text.name) \(name): \(count) is not in \(interval)")
        // Wide enough to be true, and narrow enough to say something.
        #expect(Double(interval.upperBound) < 2.7 * Double(interval.lowerBound) + 4, "\(text.name)")
      }
    }
  }

  @Test func `the middle is near on average, in each family`() throws {
    let recorded = try Self.recorded()
    for family in TokenizerFamily.allCases {
      let errors = recorded.compactMap { text in
        text.tokens[family.rawValue].map {
          abs(Double(Self.estimate(text.text).likely(for: family)) / Double($0) - 1)
        }
      }
      guard !errors.isEmpty else { continue }
      #expect(errors.reduce(0, +) / Double(errors.count) < 0.12, "\(family)")
    }
  }

  @Test func `a tokenizer that is not to be had has a wider interval`() {
    let estimate = Self.estimate("Some words of plain English, as many as a short prompt may have.")
    let (known, unknown) = (estimate.tokens(for: .gpt), estimate.tokens(for: .other))
    #expect(unknown.lowerBound < known.lowerBound && unknown.upperBound > known.upperBound)
    #expect(estimate.tokens(for: .gemini) == unknown)
  }

  @Test func `broken UTF-8 counts as replacement characters`() {
    var broken = TokenEstimate()
    broken.add(Data([0x61, 0xFF, 0xFE, 0x20, 0xE2, 0x82, 0x62]))
    #expect(broken == Self.estimate("a\u{FFFD}\u{FFFD} \u{FFFD}b"))
  }

  @Test func `nothing has no tokens, and many equal parts as many times more`() {
    #expect(Self.estimate("").tokens(for: .gpt) == 0...0)
    let line = "let value = compute(first: 12, second: [3, 4]) // twice\n"
    let (one, thousand) = (Self.estimate(line), Self.estimate(String(repeating: line, count: 1000)))
    #expect(abs(thousand.likely(for: .qwen) - 1000 * one.likely(for: .qwen)) <= 500)
  }

  @Test(arguments: [
    (90...100, 100, FitAnswer.yes), (90...100, 99, .maybe), (90...100, 90, .maybe),
    (90...100, 89, .no), (0...0, 0, .yes),
  ])
  func `a prompt fits if its most tokens do`(
    tokens: ClosedRange<Int>, limit: Int, answer: FitAnswer
  ) {
    #expect(FitAnswer(tokens, within: limit) == answer)
    #expect(FitAnswer(tokens, within: nil) == .maybe)
  }

  @Test func `the limit is that of the endpoint that takes the longest prompt`() {
    var model = Model(id: "acme/m", source: .openRouter, name: "M", author: "acme")
    model.contextLength = 16_384
    func endpoint(_ maxInput: Int?, context: Int?) -> Endpoint {
      var endpoint = Endpoint(tag: EndpointTag("acme"), provider: "Acme")
      endpoint.maxInput = maxInput
      endpoint.contextLength = context
      return endpoint
    }
    let short = endpoint(4096, context: 16_384)
    #expect(model.promptLimit(besides: 384) == 16_000)
    #expect(model.promptLimit(besides: 384, on: [short]) == 4096)
    #expect(model.promptLimit(besides: 384, on: [short, endpoint(nil, context: 8384)]) == 8000)
    #expect(model.promptLimit(besides: 384, on: [endpoint(nil, context: nil)]) == 16_000)
  }

  @Test func `a threshold of the price within the interval is named`() throws {
    let prompt = Self.estimate(String(repeating: "word ", count: 1000))
    let interval = prompt.tokens(for: .gpt)
    var model = Model(id: "openai/m", source: .openRouter, name: "M", author: "openai")
    model.outputModalities = [.text]
    model.contextLength = 10_000
    func fit(above limit: Int) -> PromptFit {
      model.pricing = Pricing(
        [.input: .fixed(Decimal(1)), .output: .fixed(Decimal(1))],
        overrides: [
          PriceOverride(conditions: [.promptTokens(above: limit)], prices: [.input: .fixed(2)])
        ])
      return PromptFit(model, prompt: prompt, output: 10)
    }
    #expect(fit(above: interval.lowerBound - 1).thresholds == [])
    #expect(fit(above: interval.lowerBound).thresholds == [interval.lowerBound])
    #expect(fit(above: interval.upperBound).thresholds == [])
    let crossing = fit(above: interval.lowerBound)
    #expect(
      crossing.cost == Decimal(interval.lowerBound + 10)...Decimal(2 * interval.upperBound + 10))
    #expect(crossing.limit == 9990)
  }
}
