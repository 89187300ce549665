import Foundation
import Support
import Testing

/// Parses the formats with Python's libraries.
@Suite(.enabled(if: Tool.isThere("python3"), "there is no python3"))
struct RoundTripTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.write(SmallBody.data, to: "body.json")
  }

  /// The output of a script that reads the command's output.
  private func read(_ options: String, with script: String) async throws -> String {
    try program.write(Data(script.utf8), to: "read.py")
    let outcome = try await program.shell(
      "modeldex list source:openrouter --upstream body.json \(options) | python3 read.py")
    #expect(outcome.error == "")
    return outcome.output
  }

  /// The cells as JSON, independent of their quoting.
  private static let expected = #"""
    [["id", "name", "input", "description"],
     ["openrouter/auto", "Auto Router", "variable", "Chooses."],
     ["wide/wide", "模型:\\ 雪", "", ""],
     ["hostile/formula", "=1+1|`x`", "0.0208333333333333", "@SUM(A1)"],
     ["acme/alpha:free", "Acme: Alpha (free)", "0", "Costs nothing."],
     ["acme/alpha", "Acme: Alpha", "3", "The first, \"quoted\", and on\ntwo lines."]]
    """#

  @Test func `csv is decoded unchanged except for the apostrophe before formulas`() async throws {
    let printed = try await read(
      "--format csv --columns id,name,input,description",
      with: #"""
        import csv, json, sys
        text = sys.stdin.buffer.read().decode()
        rows = list(csv.reader(text.splitlines(keepends=True), strict=True))
        rows = [[c[1:] if c[:2] in ("'=", "'@") else c for c in row] for row in rows]
        print(rows == json.loads('''\#(Self.pythonText(Self.expected))'''))
        """#)
    #expect(printed == "True\n")
  }

  @Test func `tsv is decoded unchanged after unescaping`() async throws {
    let printed = try await read(
      "--format tsv --columns id,name,input,description",
      with: #"""
        import csv, json, re, sys
        text = sys.stdin.buffer.read().decode()
        rows = list(csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
        undo = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}
        rows = [[re.sub(r"\\(.)", lambda m: undo[m[1]], c) for c in row] for row in rows]
        print(rows == json.loads('''\#(Self.pythonText(Self.expected))'''))
        """#)
    #expect(printed == "True\n")
  }

  @Test(arguments: ["json", "jsonl"])
  func `json is strict and has every digit of a price`(format: String) async throws {
    let printed = try await read(
      "--format \(format)",
      with: #"""
        import json, sys
        from decimal import Decimal
        def once(pairs):
            assert len(pairs) == len(set(name for name, value in pairs))
            return dict(pairs)
        def never(text):
            raise ValueError(text)
        def load(text):
            return json.loads(
                text, parse_float=Decimal, parse_constant=never, object_pairs_hook=once)
        text = sys.stdin.buffer.read().decode()
        models = load(text) if text[0] == "[" else [load(line) for line in text.splitlines()]
        print([model["id"] for model in models])
        print(models[2]["pricing"]["input"], models[0]["pricing"]["variable"])
        print(models[4]["description"] == 'The first, "quoted", and on\ntwo lines.')
        """#)
    #expect(
      printed == """
        ['openrouter/auto', 'wide/wide', 'hostile/formula', 'acme/alpha:free', 'acme/alpha']
        0.0208333333333333 True
        True

        """)
  }

  private static func pythonText(_ text: String) -> String { text.replacing("\\", with: "\\\\") }
}
