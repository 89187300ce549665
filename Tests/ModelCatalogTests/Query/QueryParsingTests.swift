import Foundation
import ModelCatalog
import Testing

@Suite struct QueryParsingTests {
  struct Fault: CustomTestStringConvertible, Sendable {
    let query: String
    let description: String
    /// The offending text.
    let text: String

    init(_ query: String, _ text: String, _ description: String) {
      (self.query, self.text, self.description) = (query, text, description)
    }

    var testDescription: String { query }
  }

  static let malformed = [
    Fault(
      "claude contxt>=5", "contxt",
      "there is no field “contxt” (at character 8); did you mean “context”?"),
    Fault(
      "x<5", "x",
      "there is no field “x” among author, category, source, in, out, has, is, "
        + "ctx, maxout, input, output, cacheread, created, age, cutoff, on, region, data, frontier, sort and other facts (at character 1)"
    ),
    Fault(
      "ctx>=abc", "abc", "“abc” is not a number of tokens like 128k (at character 6)"),
    Fault(
      "ctx>=1.2345k", "1.2345k",
      "“1.2345k” is not a number of tokens like 128k (at character 6)"),
    Fault("ctx>=1,000", "1,000", "“1,000” is not a number of tokens like 128k (at character 6)"),
    Fault("ctx>=-1", "-1", "“-1” is not a number of tokens like 128k (at character 6)"),
    Fault(
      "ctx>99999999999999999999", "99999999999999999999",
      "“99999999999999999999” is too large for ctx (at character 5)"),
    Fault(
      "ctx>9999999999999999m", "9999999999999999m",
      "“9999999999999999m” is too large for ctx (at character 5)"),
    Fault(
      "input<1e3", "1e3",
      "“1e3” is not an amount in USD per million tokens like 0.5 (at character 7)"),
    Fault(
      "input<0.000000000000000000000000000000001x", "0.000000000000000000000000000000001x",
      "“0.000000000000000000000000000000001x” is not an amount in USD per million tokens like "
        + "0.5 (at character 7)"),
    Fault(
      "input<99999999999999999999999", "99999999999999999999999",
      "“99999999999999999999999” is too large for input (at character 7)"),
    Fault(
      "input:image", "image",
      "“image” is not an amount in USD per million tokens like 0.5 (at character 7); "
        + "did you mean “in:image”?"),
    Fault(
      "created>=2026-13", "2026-13",
      "“2026-13” is not a date like 2026-01-31, 2026-01 or 2026 (at character 10)"),
    Fault(
      "created<30d", "30d",
      "“30d” is not a date like 2026-01-31, 2026-01 or 2026 (at character 9); "
        + "did you mean “age<30d”?"),
    Fault(
      "age<2026-01", "2026-01",
      "“2026-01” is not an age like 30d, 2w, 6m or 1y (at character 5); "
        + "did you mean “created<2026-01”?"),
    Fault(
      "age<999999999999999d", "999999999999999d",
      "“999999999999999d” is too large for age (at character 5)"),
    Fault("age<99999w", "99999w", "“99999w” is too large for age (at character 5)"),
    Fault(
      "is:fre", "fre",
      "“fre” is not one of is:free,new,alias,router,variant,batch,expiring,expired,favorite,"
        + "changed,removed,retired "
        + "(at character 4); did you mean “free”?"),
    Fault(
      "is:favourite", "favourite",
      "“favourite” is not one of is:free,new,alias,router,variant,batch,expiring,expired,favorite,changed,removed,"
        + "retired (at character 4); did you mean “favorite”?"),
    Fault(
      "source:openruoter", "openruoter",
      "“openruoter” is not one of source:core,openrouter (at character 8); "
        + "did you mean “openrouter”?"),
    Fault(
      "sort:costs", "costs",
      "“costs” is not one of sort:relevance,name,price,output,ctx,new or another fact (at character 6); "
        + "did you mean “cost”?"
    ),
    Fault(
      "sort:-contxt", "-contxt",
      "“-contxt” is not one of sort:relevance,name,price,output,ctx,new or another fact (at character 6); "
        + "did you mean “-context”?"),
    Fault(
      "-sort:price", "sort",
      "an order cannot be left out (at character 2); did you mean “sort:-price”?"),
    Fault(
      "sort:price,name", "sort",
      "sort takes one key after a colon (at character 1); did you mean “sort:price”?"),
    Fault(
      "author>openai", "author>",
      "author takes a colon, not > (at character 1); did you mean “author:”?"),
    Fault(
      "ctx >= 200k", "ctx",
      "a comparison is written without spaces (at character 1); did you mean “ctx>=200k”?"),
    Fault(
      "price <$0.5", "price",
      "a comparison is written without spaces (at character 1); did you mean “price<$0.5”?"),
    Fault(
      "created>= 2026-01", "created",
      "a comparison is written without spaces (at character 1); did you mean “created>=2026-01”?"),
    Fault(
      "is:vision", "vision",
      "“vision” is not one of is:free,new,alias,router,variant,batch,expiring,expired,favorite,changed,removed,"
        + "retired (at character 4); did you mean “has:vision”?"),
  ]

  @Test(arguments: malformed)
  func `a command reports the exact error and its position`(fault: Fault) {
    #expect(error(of: fault.query)?.description == fault.description)
    #expect(error(of: fault.query)?.text == fault.text)
  }

  @Test(arguments: malformed)
  func `the search box ignores a malformed term and gives the reason`(fault: Fault) {
    let reading = Query.reading("opus \(fault.query)")
    #expect(reading.hint?.text == fault.text)
    #expect(reading.query.terms.map(\.description) == readable(before: fault))
  }

  /// The words before the malformed term.
  private func readable(before fault: Fault) -> [String] {
    fault.query.hasPrefix("claude ") ? ["opus", "claude"] : ["opus"]
  }

  static let unfinished: [(query: String, readsAs: String, offset: Int)] = [
    ("claude ctx>", "claude", 11), ("price<", "", 6), ("author:", "", 7),
    ("author:openai,", "author:openai", 14), ("is:", "", 3), ("is:fr", "", 3),
    ("is:free,re", "is:free", 8), ("sort:", "", 5), ("sort:-", "", 5), ("sort:pri", "", 5),
    ("source:open", "", 7), ("created>=", "", 9), ("created>=2026-0", "", 9),
    ("created>=202", "", 9), ("age<", "", 4), ("age<30", "", 4), ("input<.", "", 6),
    ("input<$", "", 6), ("\"mixture of", "\"mixture of\"", 0), ("opus \"", "opus", 5),
    ("author:\"z ai", "author:\"z ai\"", 0), ("ctx> claude", "claude", 4),
    ("ctx >", "", 5), ("price < claude", "claude", 7), ("“mixture of", "\"mixture of\"", 0),
  ]

  @Test(arguments: unfinished)
  func `a partly typed query is parsed as far as possible, with a hint`(
    row: (query: String, readsAs: String, offset: Int)
  ) {
    let reading = Query.reading(row.query)
    #expect(reading.query.description == row.readsAs)
    #expect(reading.hint?.isUnfinished == true)
    #expect(reading.hint?.offset == row.offset)
    #expect(error(of: row.query) == reading.hint)
  }

  static let harmless = [
    "", " ", "-", "--", "...", "\"\"", "-\"\"", "\"-\"", "/", "\u{1}\u{7F}", "\u{200F}", "- -",
  ]

  @Test(arguments: harmless)
  func `a query without conditions matches everything`(text: String) throws {
    #expect(try Query.parse(text) == Query())
  }

  static let canonical = [
    ("  Claude   OPUS ", "Claude OPUS"), ("Provider:OpenAI", "author:openai"),
    ("price<=$0.50", "input<=0.5"), ("prompt:2", "input=2"), ("completion<02.0", "output<2"),
    ("CTX>=131072", "ctx>=131072"), ("context:128000", "ctx=128k"), ("ctx<1.5m", "ctx<1500k"),
    ("ctx>=2M", "ctx>=2m"), ("ctx>0", "ctx>0"), ("supports:Tools,VISION", "has:tools,vision"),
    ("author:~anthropic", "author:anthropic"), ("author=openai", "author:openai"),
    ("age<2w", "age<14d"), ("age<6m", "age<180d"), ("age>=1y", "age>=365d"),
    ("age<14285w", "age<99995d"),
    ("ctx:>=128k", "ctx>=128k"), ("sort:price a sort:-CTX b", "a b sort:-ctx"),
    ("\"a  b\tc", "\"a b c\""), ("openai/gpt-4o:batch", "openai/gpt-4o:batch"),
    ("gpt-4o:free", "gpt-4o:free"), ("3:x", "3:x"), ("a\"b", "a\"b"), ("--x", "--x"),
    ("-\"a b\"", "-\"a b\""), ("\"a\"b", "\"a\" b"), ("author:\"a,b\",c", "author:\"a,b\",c"),
    ("author:\"<x\"", "author:\"<x\""), ("a\u{1B}[31m", "a 31m"), ("a\u{202E}b", "ab"),
  ]

  @Test(arguments: canonical)
  func `the canonical text is short and regular`(text: String, canonical: String) {
    #expect(Query.reading(text).query.description == canonical)
    #expect(Query.reading(canonical).query == Query.reading(text).query)
  }

  @Test func `offsets count scalars of the original text`() {
    #expect(error(of: "e\u{301}🇩🇪 \u{200F}ctx>=abc")?.offset == 11)
  }

  @Test func `a text is parsed up to a maximum length, with a hint beyond it`() {
    let words = String(repeating: "claude ", count: 15_000)
    #expect(error(of: words)?.message == "more than 64 terms")
    #expect(Query.reading(words).query.terms.count == 64)
    let word = String(repeating: "a", count: 100_000)
    #expect(error(of: word)?.message == "the query goes on after 4096 characters")
    #expect(error(of: word)?.offset == 4096)
    #expect(Query.reading(word).query.terms.count == 1)
    let quoted = Query.reading(String(repeating: "\"", count: 100_001))
    #expect(quoted.query == Query())
    #expect(quoted.hint != nil)
    let marks = Query.reading("a" + String(repeating: "\u{301}", count: 100_000))
    #expect(marks.query.hasFreeText)
  }

  @Test func `a long offending text is truncated in the message`() {
    let name = String(repeating: "x", count: 1000)
    #expect(error(of: name + "<1")?.text.count == 40)
  }

  @Test func `right-to-left text is an ordinary word`() throws {
    let query = try Query.parse("שלום مرحبا")
    #expect(query.terms.map(\.description) == ["שלום", "مرحبا"])
    #expect(try Query.parse("שלום:x").terms.map(\.description) == ["שלום:x"])
    #expect(error(of: "שלום<x")?.offset == 0)
  }

  private func error(of text: String) -> QueryError? {
    do throws(QueryError) {
      _ = try Query.parse(text)
      return nil
    } catch {
      return error
    }
  }
}
