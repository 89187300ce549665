import Foundation
import Support
import Testing

/// `modeldex endpoints`, and `list` with terms about endpoints, against a simulated OpenRouter.
@Suite(.timeLimit(.minutes(Sanitizers.patience)))
struct EndpointsTests {
  private static let list = Answer.body(
    ListingBody.of([
      ListingBody.Row("acme/one", price: "0.000002")
        .with("supported_parameters", #"["tools","structured_outputs"]"#),
      ListingBody.Row("acme/two", price: "0.000003"),
      ListingBody.Row("~acme/latest").with("alias_target", #"{"slug":"acme/one"}"#),
    ]))

  private static let one = Answer.endpoints(
    "acme/one",
    .init("slow/fp8", input: "0.000001", output: "0.000003", parameters: ["tools"]),
    .init(
      "fast", input: "0.000002", output: "0.000002", parameters: ["tools", "structured_outputs"]
    )
    .with("uptime_last_1d", "99.96").with("quantization", #""unknown""#),
    .init("slow/flex", input: "0.0000005", output: "0.000001", context: 64_000))

  private func run(
    _ arguments: [String], _ server: SimulatedOpenRouter, program: Program? = nil
  ) async throws -> Program.Outcome {
    server.answer("/models?output_modalities=all", with: Self.list)
    let program = try program ?? Program()
    return try await program.run(arguments: arguments + ["--upstream", server.address])
  }

  @Test func `a table has the head, the cheapest first, and what is missing`() async throws {
    try await SimulatedOpenRouter.serving { server in
      server.answer(endpointsOf: "acme/one", with: Self.one)
      let outcome = try await run(["endpoints", "acme/one", "--format", "table"], server)
      #expect(
        outcome.output == """
          Name of acme/one  acme/one
          3 endpoints · input 1.00–2.00, output 2.00–3.00 $/M · the list says 2.00 and 2.00
          1 of 3 has everything that the list promises (structured_outputs, tools, 128,000 tokens)
          prices and health under 1 min old

          PROVIDER   IN $/M  OUT $/M  CACHE  CONTEXT  MAX OUT  QUANT  UP 1d  UP 30m  LATENCY  TOK/S  LACKS
          slow/flex    0.50     1.00      ?      64k      32k  fp8     99.5   100.0        ?      ?  structured 128k
          slow/fp8     1.00     3.00      ?     128k      32k  fp8     99.5   100.0        ?      ?  structured
          fast         2.00     2.00      ?     128k      32k  ?       99.9   100.0        ?      ?
          LATENCY and TOK/S need OPENROUTER_API_KEY

          """)
      #expect(outcome.status == 0 && outcome.error == "")
    }
  }

  @Test(arguments: [
    ("price", "slow/flex\nslow/fp8\nfast\n"), ("uptime", "fast\nslow/fp8\nslow/flex\n"),
    ("context", "slow/fp8\nfast\nslow/flex\n"),
  ])
  func `ids are tags, in the order asked for`(order: String, tags: String) async throws {
    try await SimulatedOpenRouter.serving { server in
      server.answer(endpointsOf: "acme/one", with: Self.one)
      let outcome = try await run(
        ["endpoints", "~acme/latest", "--format", "ids", "--sort", order], server)
      #expect(outcome.output == tags)
      #expect(outcome.error == "modeldex: ~acme/latest is acme/one\n")
    }
  }

  @Test func `JSON and csv have exact numbers, and the workload's cost`() async throws {
    try await SimulatedOpenRouter.serving { server in
      server.answer(endpointsOf: "acme/one", with: Self.one)
      let workload = ["--workload", "in=1m out=1m"]
      let json = try await run(
        ["endpoints", "acme/one", "--format", "json", "--sort", "uptime"] + workload, server)
      let rows = try #require(
        try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
      #expect(rows.map { $0["tag"] as? String } == ["fast", "slow/fp8", "slow/flex"])
      #expect(rows[0]["missing"] as? [String] == [] && rows[0]["quantization"] is NSNull)
      #expect(rows[2]["missing"] as? [String] == ["structured_outputs", "context"])
      #expect(rows[2]["tier"] as? String == "flex" && rows[0]["tier"] is NSNull)
      #expect((rows[0]["uptime"] as? [String: Double])?["last1d"] == 99.96)
      #expect((rows[0]["pricing"] as? [String: Any])?["input"] as? Double == 2)
      #expect((rows[1]["cost"] as? [String: Double])?["perMonth"] == 4)
      let csv = try await run(["endpoints", "acme/one", "--format", "csv"] + workload, server)
      let lines = csv.output.split(separator: "\r\n")
      #expect(
        lines.first == """
          tag,provider,region,tier,input,output,cacheread,cost,context,maxin,maxout,quant,uptime1d,\
          uptime30m,latency,throughput,discount,lacks
          """)
      #expect(
        lines.dropFirst().first == """
          slow/flex,Slow,,flex,0.5,1,,1.5,64000,,32000,fp8,99.5,100.0,,,,"structured_outputs,context"
          """)
    }
  }

  @Test func `no endpoints are a sentence and a status`() async throws {
    try await SimulatedOpenRouter.serving { server in
      server.answer(endpointsOf: "acme/two", with: .error(500, "Oh"))
      let core = try await run(["endpoints", "gpt-4o"], server)
      #expect(core.status == 1 && core.output == "")
      #expect(
        core.error
          == "modeldex: gpt-4o is a core model, served by its maker alone: it has no endpoints\n")
      let failed = try await run(["endpoints", "acme/two"], server)
      #expect(failed.status == 1)
      #expect(
        failed.error
          == "modeldex: the endpoints of acme/two are not known: OpenRouter answered 500: Oh\n")
      let unknown = try await run(["endpoints", "acme/three"], server)
      #expect(unknown.status == 1 && unknown.error.contains("the nearest are:"))
      #expect(try await run(["endpoints", "acme/one", "--sort", "name"], server).status == 64)
    }
  }

  @Test func `what is kept is shown without a network, with its age`() async throws {
    let program = try Program()
    try await SimulatedOpenRouter.serving { server in
      server.answer(endpointsOf: "acme/one", with: Self.one)
      _ = try await run(["endpoints", "acme/one"], server, program: program)
      let kept = try await run(
        ["endpoints", "acme/one", "--format", "ids", "--offline"], server, program: program)
      #expect(kept.output == "slow/flex\nslow/fp8\nfast\n")
      // Fresh enough: nothing has to be asked, so nothing is said.
      #expect(kept.error == "" && server.paths.count == 2)
    }
  }

  @Test func `list asks about what the other terms leave, and shows the cheapest endpoint`()
    async throws
  {
    try await SimulatedOpenRouter.serving { server in
      server.answer(endpointsOf: "acme/one", with: Self.one)
      server.answer(endpointsOf: "acme/two", with: .endpoints("acme/two", .init("fast")))
      let arguments = [
        "list", "one on:slow has:tools", "--format", "csv", "--columns", "id,input,servedby",
      ]
      let outcome = try await run(arguments, server)
      #expect(outcome.output == "id,input,servedby\r\nacme/one,1,slow/fp8\r\n")
      #expect(Set(server.paths.dropFirst()) == ["/models/acme/one/endpoints"])
      let program = try Program()
      let json = try await run(
        ["list", "on:fast sort:-price", "--format", "jsonl"], server, program: program)
      let lines = json.output.split(separator: "\n")
      #expect(lines.count == 3)
      let first = try #require(
        try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
      #expect((first["endpoint"] as? [String: Any])?["tag"] as? String == "fast")
      #expect((first["pricing"] as? [String: Any])?["input"] as? Double == 2)
    }
  }

  @Test func `what is not known is said, and the rest is the answer`() async throws {
    try await SimulatedOpenRouter.serving { server in
      server.answer(endpointsOf: "acme/one", with: Self.one)
      server.answer(endpointsOf: "acme/two", with: .error(500, "Oh"))
      let outcome = try await run(["list", "quant>=8", "--format", "ids"], server)
      #expect(Set(outcome.output.split(separator: "\n")) == ["acme/one", "~acme/latest"])
      #expect(
        outcome.error
          == "modeldex: the endpoints of 1 of 2 models are not known: OpenRouter answered 500: Oh\n"
      )
    }
  }

  @Test func `a file has no endpoints, which is said once`() async throws {
    let program = try Program()
    let path = try program.write(ListingBody.of(["acme/one", "acme/two"]), to: "body.json")
    let outcome = try await program.run("list", "on:fast", "--upstream", path)
    #expect(outcome.status == 1)
    #expect(
      outcome.error.hasPrefix(
        """
        modeldex: the endpoints of 2 of 2 models are not known: a list that is read from a file \
        says nothing about who serves its models

        """))
    let one = try await program.run("endpoints", "acme/one", "--upstream", path)
    #expect(one.status == 1 && one.error.contains("says nothing about who serves its models"))
  }

  @Test func `the past has no endpoints`() async throws {
    let program = try Program()
    for arguments in [
      ["list", "claude on:x"], ["list", "--sort", "uptime"], ["plot", "quant>=8"],
    ] {
      let outcome = try await program.run(
        arguments: arguments + ["--as-of", "2026-08-01", "--offline"])
      #expect(outcome.status == 64, "\(arguments)")
      #expect(outcome.error.contains("is not known of the past"))
    }
    let watch = try await program.run("watch", "on:x")
    #expect(watch.status == 64 && watch.error.contains("not followed"))
  }
}
