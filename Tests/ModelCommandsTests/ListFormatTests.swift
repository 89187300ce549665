import Foundation
import ModelCatalog
import Support
import Testing

/// `modeldex list` with the same five models in every format.
struct ListFormatTests {
  private let program: Program
  private let body: String

  init() throws {
    program = try Program()
    body = try program.write(SmallBody.data, to: "body.json")
  }

  private func list(_ arguments: String...) async throws -> Program.Outcome {
    let words = (["modeldex", "list", "source:openrouter", "--upstream", body] + arguments)
      .map { "'\($0)'" }.joined(separator: " ")
    return try await program.shell(words)
  }

  @Test func `in a pipe the output is tsv with a header line`() async throws {
    let outcome = try await list()
    #expect(outcome.status == 0)
    #expect(outcome.error == "")
    #expect(
      outcome.output == """
        id\tname\tauthor\tcategory\tsource\tcontext\tmaxout\tinput\toutput\tcacheread\t\
        cachewrite\tabilities\tcreated
        openrouter/auto\tAuto Router\topenrouter\tother\topenrouter\t2000000\t\tvariable\t\
        variable\t\t\t\t2026-01-01
        wide/wide\t模型:\\\\ 雪\twide\tother\topenrouter\t\t\t\t\t\t\t\t2026-01-01
        hostile/formula\t=1+1|`x`\thostile\tother\topenrouter\t8192\t\t0.0208333333333333\t0.1\t\
        \t\t\t2026-01-01
        acme/alpha:free\tAcme: Alpha (free)\tacme\tother\topenrouter\t32768\t\t0\t0\t\t\t\t\
        2026-01-01
        acme/alpha\tAcme: Alpha\tacme\tother\topenrouter\t200000\t64000\t3\t15\t0.3\t\t\
        vision,tools,caching\t2026-01-01

        """)
  }

  @Test func `csv quotes where needed, and disarms formulas`() async throws {
    let outcome = try await list("--format", "csv", "--columns", "id,name,input,description")
    #expect(
      outcome.output
        == [
          "id,name,input,description", "openrouter/auto,Auto Router,variable,Chooses.",
          "wide/wide,模型:\\ 雪,,", "hostile/formula,'=1+1|`x`,0.0208333333333333,'@SUM(A1)",
          "acme/alpha:free,Acme: Alpha (free),0,Costs nothing.",
          "acme/alpha,Acme: Alpha,3,\"The first, \"\"quoted\"\", and on\ntwo lines.\"", "",
        ].joined(separator: "\r\n"))
  }

  @Test func `a table is aligned by cells and only as wide as needed`() async throws {
    let outcome = try await list("--format", "table", "--columns", "id,name,context,input")
    #expect(
      outcome.output == """
        ID               NAME                CONTEXT  IN $/M
        openrouter/auto  Auto Router              2M  varies
        wide/wide        模型:\\ 雪                 ?       ?
        hostile/formula  =1+1|`x`               8.2k  0.0208
        acme/alpha:free  Acme: Alpha (free)      33k    free
        acme/alpha       Acme: Alpha            200k    3.00

        """)
  }

  /// What the table of all models has as its first line.
  private func titles(columns: Int?, _ arguments: String = "") async throws -> String {
    let outcome = try await program.shell(
      "modeldex list source:openrouter --upstream '\(body)' --format table \(arguments)",
      setting: columns.map { ["COLUMNS": "\($0)"] } ?? [:])
    let words = outcome.output.split(separator: "\n").first?.split(separator: " ") ?? []
    return words.joined(separator: " ")
  }

  @Test func `a table uses the width of the terminal, by importance`() async throws {
    let usual = "ID CONTEXT IN $/M OUT $/M LISTED ABILITIES"
    #expect(try await titles(columns: nil) == usual, "a pipe has no width")
    #expect(try await titles(columns: 78) == usual)
    // No model has a score, so there is no column for one.
    #expect(
      try await titles(columns: 90) == "ID CONTEXT MAX OUT IN $/M OUT $/M LISTED ABILITIES")
    #expect(
      try await titles(columns: 200)
        == "ID NAME CONTEXT MAX OUT IN $/M OUT $/M CACHE READ $/M LISTED KNOWLEDGE ABILITIES")
    #expect(try await titles(columns: 200, "--columns id,input") == "ID IN $/M")
  }

  @Test(arguments: [40, 60, 80, 100, 120, 160, 200])
  func `no line of a table is wider than the terminal`(columns: Int) async throws {
    let outcome = try await program.shell(
      "modeldex list source:openrouter --upstream '\(body)' --format table",
      setting: ["COLUMNS": "\(columns)"])
    for line in outcome.output.split(separator: "\n") {
      #expect(CellWidth.of(String(line)) <= columns, "\(line)")
    }
  }

  @Test func `a table on a narrow screen truncates names by cells`() async throws {
    let outcome = try await program.shell(
      "modeldex list source:openrouter --upstream '\(body)' --format table "
        + "--columns name,description,context", setting: ["COLUMNS": "37"])
    #expect(
      outcome.output == """
        NAME                DESCRIP…  CONTEXT
        Auto Router         Chooses.       2M
        模型:\\ 雪                           ?
        =1+1|`x`            @SUM(A1)     8.2k
        Acme: Alpha (free)  Costs n…      33k
        Acme: Alpha         The fir…     200k

        """)
  }

  @Test func `markdown is a table in which markup is escaped`() async throws {
    let outcome = try await list("--format", "markdown", "--columns", "id,name,input")
    #expect(
      outcome.output == #"""
        | ID | NAME | IN $/M |
        | --- | --- | ---: |
        | openrouter/auto | Auto Router | varies |
        | wide/wide | 模型:\\ 雪 | ? |
        | hostile/formula | =1+1\|\`x\` | 0.0208 |
        | acme/alpha:free | Acme: Alpha (free) | free |
        | acme/alpha | Acme: Alpha | 3.00 |

        """#)
  }

  @Test func `ids are one per line, limited and in the given order`() async throws {
    #expect(
      try await list("--format", "ids", "--sort", "price", "--limit", "2")
        == .init(output: "acme/alpha:free\nhostile/formula\n", error: "", status: 0))
    #expect(
      try await list("--format", "ids", "--sort=-price", "--limit", "1").output == "acme/alpha\n")
    #expect(
      try await list("sort:price", "--format", "ids", "--sort", "ctx", "--limit", "1").output
        == "hostile/formula\n")
  }

  @Test func `jsonl is one model per line, with exact prices and null if unknown`()
    async throws
  {
    let outcome = try await list("--format", "jsonl", "formula")
    #expect(
      outcome.output == """
        {"id":"hostile/formula","name":"=1+1|`x`","author":"hostile","category":"other",\
        "source":"openrouter","provider":"openrouter","description":"@SUM(A1)","pricing":{"input":0.0208333333333333,"output":0.1,\
        "cacheRead":null,"cacheWrite":null,"cacheWrite1h":null,"reasoning":null,"characters":null,\
        "audioDuration":null,"image":null,"imageInput":null,"imageOutput":null,"audio":null,\
        "audioOutput":null,"audioCache":null,"request":null,"webSearch":null,"other":{},\
        "variable":false,"overrides":[]},"contextWindow":8192,"maxOutputTokens":null,\
        "supportsVision":false,"supportsFunction":false,"supportsReasoning":false,\
        "inputModalities":["text"],"outputModalities":["text"],"supportedParameters":null,\
        "reasoning":null,"supportedVoices":[],"defaultParameters":{},\
        "created":"2026-01-01T00:00:02Z","knowledgeCutoff":null,"expirationDate":null,\
        "lastListed":null,"isRetired":false,"canonicalSlug":null,"huggingFaceId":null,"aliasOf":null,\
        "counterpart":null,"benchmarks":null,"scoreSource":null,"topProvider":{"context_length":8192,\
        "max_completion_tokens":null,"is_moderated":null},"architecture":{"modality":\
        "text->text","input_modalities":["text"],"output_modalities":["text"],\
        "tokenizer":null,"instruct_type":null},"openRouterData":{"id":"hostile/formula",\
        "created":1767225602,"per_request_limits":null}}

        """)
  }

  @Test func `colours are written on request, and not into a pipe by default`()
    async throws
  {
    let plain = try await list("--format", "table", "--columns", "id", "--limit", "1")
    #expect(plain.output == "ID\nopenrouter/auto\n")
    let painted = try await list(
      "--format", "table", "--columns", "id", "--limit", "1", "--color", "always")
    #expect(
      painted.output == "\u{1B}[2mID\u{1B}[0m\n\u{1B}[1;36mopenrouter/auto\u{1B}[0m\n")
  }

  @Test func `a closed pipe is not an error`() async throws {
    let outcome = try await program.shell(
      "set -o pipefail; modeldex list --offline --format json | head -c 1")
    #expect(outcome.output == "[")
    #expect(outcome.status == 0)
  }

  @Test func `a failed write is an error`() async throws {
    let outcome = try await program.shell(
      "modeldex list --upstream '\(body)' --format ids > /dev/full")
    #expect(
      outcome
        == .init(
          output: "",
          error: "modeldex: standard output cannot be written: no space left on device\n",
          status: 2))
  }

  @Test func `a terminal without UTF-8 gets ASCII of the same width, a program gets UTF-8`()
    async throws
  {
    let table = try await program.shell(
      "modeldex list wide --upstream '\(body)' --format table --columns id,name",
      setting: ["LANG": "C"])
    #expect(table.output == "ID         NAME\nwide/wide  ????:\\ ??\n")
    let lines = try await program.shell(
      "modeldex list wide --upstream '\(body)' --format tsv --columns name",
      setting: ["LANG": "C"])
    #expect(lines.output == "name\n模型:\\\\ 雪\n")
  }
}
