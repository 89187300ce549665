import Foundation
import Support
import Testing

/// The key is sent to the upstream and appears nowhere else.
@Suite(.timeLimit(.minutes(Sanitizers.patience)))
struct KeySecrecyTests {
  private let program: Program
  private let key = "sk-or-v1-very-secret"

  init() throws { program = try Program() }

  private func run(_ arguments: String...) async throws -> Program.Outcome {
    try await program.shell(
      "exec modeldex " + arguments.joined(separator: " "), setting: ["OPENROUTER_API_KEY": key])
  }

  @Test func `output, state and cache never contain the key, even if upstream echoes it`()
    async throws
  {
    let echo = Answer.error(401, "No user has the key \(key)")
    try await SimulatedOpenRouter.serving(
      echo, .redirect(to: "http://\(key).example/"), otherwise: .listing(["a/b"])
    ) { server in
      let upstream = "--upstream \(server.address)"
      var outcomes = [try await run("refresh", upstream), try await run("status", upstream)]
      #expect(outcomes[0].error.contains("OpenRouter answered 401: No user has the key (your key)"))
      for command in [
        "refresh", "refresh", "list", "plot", "show a/b --format json", "show a/b --as curl",
        "lint",
        "fit < /dev/null", "status", "stats", "endpoints a/b",
      ] {
        outcomes.append(try await run(command, upstream))
      }
      #expect(!outcomes.contains { ($0.output + $0.error).contains(key) })
      #expect(server.requests.count == 4)
      #expect(server.requests.allSatisfy { $0.headers["authorization"] == "Bearer \(key)" })
    }
    let files = FileManager.default.enumerator(atPath: program.home.path)?.allObjects ?? []
    #expect(files.contains { "\($0)".hasSuffix("openrouter_models.json") })
    for case let file as String in files {
      let content = try? Data(contentsOf: program.home.url(file))
      #expect(content?.range(of: Data(key.utf8)) == nil, "\(file)")
    }
  }

  @Test(arguments: [
    ("", "key= OTHER=kept"), ("--exec-with-key", "key=sk-or-v1-very-secret OTHER=kept"),
  ])
  func `a watch's command gets the key only on request, and no open file of ours`(
    flag: String, environment: String
  ) async throws {
    let server = try await SimulatedOpenRouter(answering: .listing(["a/b", "a/c"]))
    server.next([.listing(["a/b"]), .listing(["a/b", "a/c"])])
    let outcome = try await program.shell(
      #"""
      modeldex watch source:openrouter --once --refresh-interval 1s --upstream \#(server.address) \
        \#(flag) --exec 'echo "key=$OPENROUTER_API_KEY OTHER=$OTHER"
        for n in $(seq 3 99); do [ -e /proc/$$/fd/$n ] && echo "open $n"; done; true'
      """#, setting: ["OPENROUTER_API_KEY": key, "OTHER": "kept"])
    await server.stop()
    #expect(outcome.output == "+ a/c  Name of a/c  listed\n\(environment)\n")
  }

  @Test func `passing the key on needs a command to pass it to`() async throws {
    let outcome = try await run("watch is:free --exec-with-key")
    #expect(outcome.status == 64)
    #expect(outcome.error.contains("--exec-with-key needs --exec"))
  }

  @Test func `no process's command line contains the key during a request`() async throws {
    let gate = Gate()
    try await SimulatedOpenRouter.serving(
      otherwise: .listing(["a/b"]).held(by: gate)
    ) { server in
      async let outcome = run("refresh", "--upstream", server.address)
      await server.received(1)
      let processes = try FileManager.default.contentsOfDirectory(atPath: "/proc")
      let lines = processes.compactMap { process in
        FileManager.default.contents(atPath: "/proc/\(process)/cmdline")
      }
      #expect(lines.contains { $0.range(of: Data(server.address.utf8)) != nil })
      #expect(!lines.contains { $0.range(of: Data(key.utf8)) != nil })
      gate.open()
      #expect(try await outcome.status == 0)
    }
  }
}
