import Foundation
import Support
import Testing

/// `modeldex show ID --as FORM`: what is printed is run by its own tool.
struct CopyAsTests {
  private let program: Program
  private static let hostile = #"evil/a'b"c$(touch ran)`touch ran`\"#

  init() throws {
    program = try Program()
    func row(_ id: String, output: String) -> ListingBody.Row {
      ListingBody.Row(id).with(
        "architecture", #"{"input_modalities":["text"],"output_modalities":["\#(output)"]}"#)
    }
    try program.write(
      ListingBody.of([
        row("acme/alpha", output: "text"), row("acme/painter", output: "image"),
        row("acme/vectors", output: "embeddings"), row("acme/voice", output: "speech"),
        row(Self.hostile, output: "text"), row("openai/gpt-5.4", output: "text"),
      ]), to: "body.json")
    try program.write(Data(Self.hostile.utf8), to: "hostile-id")
  }

  private func show(_ id: String, as form: String) async throws -> Program.Outcome {
    try await program.run("show", id, "--as", form, "--upstream", "body.json")
  }

  @Test(arguments: [
    ("acme/alpha", "id", "acme/alpha\n"), ("acme/alpha", "litellm", "openrouter/acme/alpha\n"),
    ("acme/alpha", "pydantic-ai", "openrouter:acme/alpha\n"),
    // A core model is called by OpenRouter's id of it.
    ("gpt-5.4", "id", "gpt-5.4\n"), ("gpt-5.4", "litellm", "openrouter/openai/gpt-5.4\n"),
    ("acme/alpha", "markdown", "| acme/alpha | 128k | 1.00 | 1.00 | 2026-05-28 |  |\n"),
  ])
  func `a short form is a line`(id: String, form: String, expected: String) async throws {
    let outcome = try await show(id, as: form)
    #expect(outcome.output == expected && outcome.status == 0)
  }

  @Test func `JSON is that of --format json`() async throws {
    let json = try await program.run(
      "show", "acme/alpha", "--format", "json", "--upstream", "body.json")
    #expect(try await show("acme/alpha", as: "json").output == json.output)
  }

  @Test(arguments: ["litellm", "pydantic-ai", "curl", "python", "javascript"])
  func `what cannot be called so ends with 1`(form: String) async throws {
    // No row of OpenRouter's is the same model.
    let core = try await show("o1-preview", as: form)
    #expect(core.status == 1 && core.output.isEmpty)
    #expect(core.error.contains("o1-preview is not listed by OpenRouter"))
    let voice = try await show("acme/voice", as: form)
    let isName = ["litellm", "pydantic-ai"].contains(form)
    #expect(voice.status == (isName ? 0 : 1))
  }

  @Test func `two formats at once, and an unknown form, are wrong usage`() async throws {
    let both = try await program.run("show", "acme/alpha", "--as", "id", "--format", "json")
    #expect(both.status == 64 && both.error.contains("--as and --format exclude each other"))
    let unknown = try await program.run("show", "acme/alpha", "--as", "perl")
    #expect(unknown.status == 64 && unknown.error.contains("litellm, pydantic-ai, curl, python"))
  }

  /// The model that a request has, for each id.
  private static let ids = ["acme/alpha", "acme/painter", "acme/vectors", hostile]

  @Test(arguments: ids) func `curl gets the model in a JSON body`(id: String) async throws {
    let outcome = try await program.shell(
      #"""
      id=\#(id == Self.hostile ? #""$(cat hostile-id)""# : id)
      modeldex show "$id" --as curl --upstream body.json > call.sh || exit
      curl() { printf '%s\0' "$@" > arguments; }
      OPENROUTER_API_KEY='a key'; . ./call.sh
      ls ran 2>&1 >/dev/null | grep -c 'No such file'
      """#)
    #expect(outcome.output == "1\n" && outcome.status == 0, "\(outcome.error)")
    let file = try Data(contentsOf: program.home.url("arguments"))
    let arguments = file.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    let path = id == "acme/vectors" ? "embeddings" : "chat/completions"
    #expect(arguments.first == "https://openrouter.ai/api/v1/\(path)")
    #expect(arguments.contains("Authorization: Bearer a key"))
    let last = try #require(arguments.last)
    let body = try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Any]
    #expect(body?["model"] as? String == id)
    #expect((body?["input"] as? String == "Hello") == (id == "acme/vectors"))
    #expect((body?["modalities"] as? [String] == ["image"]) == (id == "acme/painter"))
  }

  @Test(.enabled(if: Tool.isThere("curl"), "there is no curl"))
  func `curl itself sends it, with the key of the environment`() async throws {
    let server = try await SimulatedOpenRouter(answering: .body(Data("{}".utf8)))
    let outcome = try await program.shell(
      """
      modeldex show acme/alpha --as curl --upstream body.json \
        | sed 's|https://openrouter.ai|http://127.0.0.1:\(server.port)|' | sh -s
      """, setting: ["OPENROUTER_API_KEY": "key-of-a-test"])
    await server.stop()
    #expect(outcome.output == "{}")
    let request = try #require(server.requests.first)
    #expect(request.method == "POST" && request.path == "/api/v1/chat/completions")
    #expect(request.headers["authorization"] == "Bearer key-of-a-test")
    #expect(request.headers["content-type"] == "application/json")
  }

  @Test(.enabled(if: Tool.isThere("python3"), "there is no python3"), arguments: ids)
  func `Python runs it`(id: String) async throws {
    // Records the call in place of the client's library.
    try program.write(
      Data(
        """
        import json
        class Call:
            def __init__(self, path=()): self.path = path
            def __getattr__(self, name): return Call(self.path + (name,))
            def __getitem__(self, place): return Call(self.path + (str(place),))
            def __call__(self, **arguments):
                print(json.dumps([self.path, arguments])); return Call()
            def __str__(self): return "answer"
        class OpenAI(Call):
            def __init__(self, base_url, api_key):
                print(base_url, api_key); super().__init__()
        """.utf8), to: "openai.py")
    let outcome = try await program.shell(
      #"""
      id=\#(id == Self.hostile ? #""$(cat hostile-id)""# : id)
      modeldex show "$id" --as python --upstream body.json > call.py && python3 call.py
      """#, setting: ["OPENROUTER_API_KEY": "key"])
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 3, "\(outcome)")
    #expect(lines.first == "https://openrouter.ai/api/v1 key" && lines.last == "answer")
    let call = try JSONSerialization.jsonObject(with: Data(lines[1].utf8)) as? [Any]
    let isVector = id == "acme/vectors"
    #expect(
      call?.first as? [String]
        == (isVector ? ["embeddings", "create"] : ["chat", "completions", "create"]))
    #expect((call?.last as? [String: Any])?["model"] as? String == id)
  }

  @Test(.enabled(if: Tool.isThere("node"), "there is no node"), arguments: ids)
  func `JavaScript is checked and run by node`(id: String) async throws {
    try program.write(
      Data(
        """
        globalThis.fetch = async (address, options) => {
          console.log(address, options.method, options.headers.Authorization, options.body);
          const message = { message: { content: "answer" } };
          return { ok: true, json: async () => ({ choices: [message], data: [{ embedding: 1 }] }) };
        };
        """.utf8), to: "fetch.cjs")
    let outcome = try await program.shell(
      #"""
      id=\#(id == Self.hostile ? #""$(cat hostile-id)""# : id)
      modeldex show "$id" --as javascript --upstream body.json > call.mjs
      node --check call.mjs && node --require ./fetch.cjs call.mjs
      """#, setting: ["OPENROUTER_API_KEY": "key"])
    let path = id == "acme/vectors" ? "embeddings" : "chat/completions"
    let start = "https://openrouter.ai/api/v1/\(path) POST Bearer key "
    #expect(outcome.output.hasPrefix(start), "\(outcome)")
    let line = outcome.output.split(separator: "\n").first.map(String.init) ?? ""
    let body = try JSONSerialization.jsonObject(with: Data(line.dropFirst(start.count).utf8))
    #expect((body as? [String: Any])?["model"] as? String == id)
  }

  @Test func `no form has the key itself`() async throws {
    for form in ["curl", "python", "javascript", "json", "markdown"] {
      let outcome = try await program.shell(
        "modeldex show acme/alpha --as \(form) --upstream body.json",
        setting: ["OPENROUTER_API_KEY": "sk-or-secret"])
      #expect(!outcome.output.contains("sk-or-secret"), "\(form)")
    }
  }
}
