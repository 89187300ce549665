import Foundation
import ModelCatalog
import Testing

/// What a scanner finds in a text, as `line:column rule id`.
struct LintScannerTests {
  private static let today = CalendarDay(year: 2026, month: 8, day: 22)

  private static func model(
    _ id: String, listed: String = "2026-01-01", slug: String? = nil, gone: String? = nil
  ) -> Model {
    var model = Model(
      id: id, source: .openRouter, name: id,
      author: String(id.prefix { $0 != "/" }).replacing("~", with: ""))
    model.created = CalendarDay(listed)?.start
    model.canonicalSlug = slug
    model.lastListed = gone.flatMap { CalendarDay($0)?.start }
    return model
  }

  private static func core(_ id: String, author: String, isRetired: Bool = false) -> Model {
    var model = Model(id: id, source: .core, name: id, author: author)
    model.isRetired = isRetired
    return model
  }

  private func scanner(_ models: [Model], changes: [ModelChange] = []) throws -> LintScanner {
    LintScanner(
      LintIndex(Catalog(models), today: try #require(Self.today), changes: changes))
  }

  private func found(_ text: String, _ models: [Model]) throws -> [String] {
    let bytes = Array(text.utf8)
    return try scanner(models).matches(in: bytes).map { match in
      let id = String(decoding: bytes[match.bytes], as: UTF8.self)
      return "\(match.line):\(match.column) \(match.verdict.rule.rawValue) \(id)"
    }
  }

  private static let gone = [
    model("acme/old", gone: "2026-08-01"), model("acme/old-mini", gone: "2026-08-02"),
    model("acme/live"),
  ]

  @Test(arguments: [
    ("m: acme/old", ["1:4 gone acme/old"]),
    ("'acme/old-mini' acme/live", ["1:2 gone acme/old-mini"]),
    ("a\nbü acme/old, acme/old.\n", ["2:4 gone acme/old", "2:14 gone acme/old"]),
    ("用acme/old吗", ["1:2 gone acme/old"]), ("acme/old:", ["1:1 gone acme/old"]),
    ("openrouter/acme/old", ["1:12 gone acme/old"]),
    ("openrouter:acme/old:nitro", ["1:12 gone acme/old"]),
    ("https://openrouter.ai/acme/old", ["1:23 gone acme/old"]),
    // None of these is the id.
    ("acme/older", []), ("acme/old/x", []), ("x/acme/old", []), ("acme/old-", []),
    ("@acme/old", []),
    ("acme/old.py", []), ("ACME/OLD", []), ("acme/unknown", []), ("acme/old:free", []),
    ("acme", []), ("", []), ("acme/", []), ("/", []), ("acme/old_2", []),
    // Silenced on its line alone.
    ("acme/old # modeldex: ignore\nacme/old", ["2:1 gone acme/old"]),
    ("acme/old acme/old # modeldex: ignore", []),
    ("# modeldex: ignore\nacme/old", ["2:1 gone acme/old"]),
  ])
  func `only whole ids are found`(text: String, expected: [String]) throws {
    #expect(try found(text, Self.gone) == expected)
  }

  private static let makers = [
    core("gpt-9", author: "openai"), core("gpt-3", author: "openai", isRetired: true),
    core("o1", author: "openai", isRetired: true),
    core("claude-3.5", author: "anthropic", isRetired: true),
    core("claude-7-latest", author: "anthropic", isRetired: true),
    core("claude-8.1", author: "anthropic"),
  ]

  @Test(arguments: [
    ("model: gpt-3", ["1:8 retired gpt-3"]), ("\"model\":\"gpt-3\"", ["1:10 retired gpt-3"]),
    ("OPENAI_MODEL=gpt-3", ["1:14 retired gpt-3"]), ("run --model gpt-3", ["1:13 retired gpt-3"]),
    ("llm -m o1 'x'", ["1:8 retired o1"]), ("modelId = 'o1'", ["1:12 retired o1"]),
    ("ChatOpenAI(model_name=\"gpt-3\")", ["1:24 retired gpt-3"]),
    ("models: [gpt-9, 'gpt-3']", ["1:18 retired gpt-3"]),
    ("models:\n  - gpt-9\n  - gpt-3\n", ["3:5 retired gpt-3"]),
    ("model: claude-3-5", ["1:8 retired claude-3-5"]),
    ("Agent('anthropic:claude-3-5')", ["1:18 retired claude-3-5"]),
    ("'claude-7@20240620'", ["1:2 retired claude-7"]),
    ("\"us.anthropic.claude-8-1-v1:0\"", ["1:15 bedrock claude-8-1"]),
    ("anthropic.claude-8-1", ["1:11 bedrock claude-8-1"]),
    // Ordinary words, and keys of something else.
    ("the o1 visa", []), ("o1 = 3", []), ("name: gpt-3", []), ("  - gpt-3", []),
    ("steps:\n  - gpt-3", []), ("model: gpt-9", []), ("model: gpt-3000", []),
    ("Agent('anthropic:claude-8-1')", []), ("azure/my-gpt-3", []), ("model\ngpt-3", []),
  ])
  func `a maker's own id counts as the value of a model's key`(
    text: String, expected: [String]
  ) throws {
    #expect(try found(text, Self.makers) == expected)
  }

  @Test func `a spelling is warned of, unless it is an id by itself`() throws {
    let models = [
      Self.model("a/m-4.5"), Self.model("a/m-4-5-x", gone: "2026-08-01"), Self.model("a/m-4.5-x"),
    ]
    #expect(
      try found("a/m-4-5 a/m.4.5 a/m-4.5", models) == [
        "1:1 spelling a/m-4-5", "1:9 spelling a/m.4.5",
      ])
    // It was an id once, and is not one now.
    #expect(try found("a/m-4-5-x", models) == ["1:1 gone a/m-4-5-x"])
    #expect(try found("a/m-4-5:online", models) == ["1:1 spelling a/m-4-5"])
  }

  @Test func `an expiry is warned of for 90 days, and after it`() throws {
    func days(_ count: Int) throws -> Model {
      var model = Self.model("a/m")
      let today = try #require(Self.today)
      model.expirationDate = CalendarDay(daysSince1970: today.daysSince1970 + count)
      return model
    }
    #expect(try found("a/m", [try days(90)]) == ["1:1 expiring a/m"])
    #expect(try found("a/m", [try days(0)]) == ["1:1 expiring a/m"])
    #expect(try found("a/m", [try days(-5)]) == ["1:1 expiring a/m"])
    #expect(try found("a/m", [try days(91)]) == [])
  }

  @Test func `a canonical slug and an alias are noted with what they stand for`() throws {
    var alias = Self.model("~a/m-latest")
    alias.aliasTarget = "a/m"
    let models = [
      alias, Self.model("a/m", slug: "a/m-20260101"), Self.model("a/m:batch", slug: "a/m-20260101"),
    ]
    let matches = try scanner(models).matches(in: Array("~a/m-latest a/m-20260101 a/m:batch".utf8))
    #expect(matches.map(\.verdict) == [.alias(of: "a/m"), .canonicalSlug(of: "a/m")])
  }

  @Test func `only a price that rose is noted`() throws {
    func priced(_ input: Decimal, _ output: Decimal) -> Model {
      var model = Self.model("a/m")
      model.pricing = Pricing([.input: .fixed(input), .output: .fixed(output)])
      return model
    }
    for (new, isFound) in [(priced(2, 1), true), (priced(1, 1), false), (priced(1, 3), true)] {
      let change = try #require(ModelChange(from: priced(1, 2), to: new))
      let matches = try scanner([new], changes: [change]).matches(in: Array("a/m".utf8))
      #expect(matches.map(\.verdict.rule) == (isFound ? [.repriced] : []))
    }
  }

  @Test func `a variant's base goes before a model of the same family`() throws {
    let models = [
      Self.model("a/fox-1:free", gone: "2026-08-01"), Self.model("a/fox-1"),
      Self.model("a/fox-2", listed: "2026-07-01"),
      Self.model("a/fox-0", listed: "2025-01-01", gone: "2026-08-01"),
    ]
    let matches = try scanner(models).matches(in: Array("a/fox-1:free a/fox-0".utf8))
    #expect(matches.map(\.verdict.replacement) == ["a/fox-1", "a/fox-2"])
  }

  @Test func `of a line of megabytes only the neighbourhood is read`() throws {
    let near = String(repeating: " ", count: 4000)
    let far = String(repeating: " ", count: 5000)
    func count(_ text: String) throws -> Int { try found(text, Self.gone + Self.makers).count }
    #expect(try count("# modeldex: ignore" + near + "acme/old") == 0)
    #expect(try count("acme/old" + near + "# modeldex: ignore") == 0)
    #expect(try count("# modeldex: ignore" + far + "acme/old" + far + "# modeldex: ignore") == 1)
    // Each column is counted once, however many ids the line has.
    let line = String(repeating: "acme/old é ", count: 3000)
    let places = try found(line, Self.gone)
    #expect(places.count == 3000 && places.last == "1:\(11 * 2999 + 1) gone acme/old")
    #expect(try count(String(repeating: "o1 ", count: 100_000)) == 0)
  }

  @Test func `any bytes are read`() throws {
    let scanner = try scanner(Self.gone + Self.makers)
    var state: UInt64 = 7
    for length in [0, 1, 2, 3, 4, 5, 100, 5000] {
      let bytes = (0..<length).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 56)
      }
      #expect(scanner.matches(in: bytes + Array(" acme/old".utf8)).count == 1)
    }
  }
}
