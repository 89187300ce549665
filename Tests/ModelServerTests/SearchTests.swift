import Foundation
import HTTPTypes
import HummingbirdTesting
import ModelCatalog
import ModelRegistry
import NIOCore
import Support
import Testing

@testable import ModelServer

struct SearchTests {
  private func search(_ query: String) async throws -> JSON {
    try await ServedModels().json("/api/models/search?\(query)")
  }

  @Test func `results are given by source, together, and in order`() async throws {
    let body = try await search("q=claude")
    #expect(body["data"].names == ["core", "openrouter", "combined", "results"])
    #expect(body["data"]["openrouter"].names == ["anthropic/claude-opus-5"])
    let results = body["data"]["results"]
    #expect(results[0]["id"].string?.contains("claude") == true)
    guard case .list(let models) = results else { return #expect(Bool(false)) }
    #expect(body["meta"]["totalResults"] == .number(Decimal(models.count)))
    #expect(Set(models) == Set(body["data"]["combined"].members.values))
    for model in models {
      let part = body["data"][model["source"].string ?? ""]
      #expect(part[model["id"].string ?? ""] == model)
    }
  }

  @Test(arguments: ["q=%20claude+opus%20", "q=claude%20opus", "x=1&q=claude+opus&y"])
  func `the answer has the decoded query`(query: String) async throws {
    #expect(try await search(query)["meta"]["query"] == "claude opus")
  }

  @Test func `the query language is supported`() async throws {
    let body = try await search("q=is:free+author:acme+sort:name")
    #expect(body["data"]["combined"].names == ["acme/gift", "~acme/gift-latest"])
  }

  @Test func `a limit truncates the results but not their count`() async throws {
    let body = try await search("q=claude&limit=2")
    guard case .list(let models) = body["data"]["results"] else { return #expect(Bool(false)) }
    #expect(models.count == 2)
    #expect(body["data"]["combined"].names.count == 2)
    #expect(body["meta"]["totalResults"] != 2)
  }

  @Test func `a change is recent for a week`() async throws {
    let served = try await ServedModels.repriced()
    let path = "/api/models/search?q=is:changed"
    #expect(try await served.json(path)["data"]["combined"].names == ["acme/gift"])
    served.clock.advance(by: .seconds(8 * 86400))
    #expect(try await served.json(path)["data"]["combined"].names == [])
  }

  @Test func `recent changes are relative to the requested date`() async throws {
    let served = try await ServedModels.repriced()
    let moment = (served.clock.date + 60).formatted(.iso8601)
    served.clock.advance(by: .seconds(8 * 86400))
    let body = try await served.json("/api/models/search?q=is:changed&asOf=\(moment)")
    #expect(body["data"]["combined"].names == ["acme/gift"])
  }

  @Test func `a search without results succeeds`() async throws {
    let body = try await search("q=%22no+such+words%22")
    #expect(body["success"] == true)
    #expect(body["meta"]["totalResults"] == 0)
    #expect(body["data"]["results"] == .list([]))
  }

  @Test(arguments: [
    ("", "missing_query"), ("q", "missing_query"), ("q=", "missing_query"),
    ("q=+%20+", "missing_query"), ("Q=claude", "missing_query"), ("q=a&q=b", "repeated_query"),
    ("q=a&%71=b", "repeated_query"), ("q=ctx%3E", "malformed_query"),
    ("q=colour%3E5", "malformed_query"), ("q=%22open", "malformed_query"),
    ("q=a%00b", "bad_request"), ("q=%", "bad_request"), ("q=%ff", "bad_request"),
    ("q=a&limit=0", "bad_limit"), ("q=a&limit=-1", "bad_limit"), ("q=a&limit=x", "bad_limit"),
    ("q=a&limit=", "bad_limit"), ("q=a&limit=1.5", "bad_limit"),
    ("q=a&limit=99999999999999999999", "bad_limit"), ("q=a&limit=1&limit=2", "bad_limit"),
  ])
  func `an invalid query is rejected`(query: String, code: String) async throws {
    let answer = try await ServedModels().ask("/api/models/search?" + query)
    #expect(answer.status == .badRequest)
    let body = try answer.json()
    #expect(body["success"] == false)
    #expect(body["code"] == .text(code))
    #expect(body["error"].string?.isEmpty == false)
  }

  @Test func `an error has a position and a suggestion`() async throws {
    let answer = try await ServedModels().ask("/api/models/search?q=claude+autor%3C5")
    let body = try answer.json()
    #expect(body["offset"] == 7)
    #expect(body["text"] == "autor")
    #expect(body["suggestion"] == "author")
  }

  @Test(arguments: [
    ("q=vision", "“vision” is looked for as text; did you mean “has:vision”?"),
    (
      "q=free+image",
      "“free image” is looked for as text; did you mean “is:free in:image” or “is:free out:image”?"
    ),
    ("q=autor:acme", "“autor:acme” is looked for as text; did you mean “author:acme”?"),
  ])
  func `a hint offers the term for a word`(query: String, hint: String) async throws {
    #expect(try await search(query)["meta"]["hint"] == .text(hint))
  }

  @Test func `a search that means what it says has no hint`() async throws {
    #expect(!(try await search("q=claude+has:vision"))["meta"].names.contains("hint"))
  }

  @Test func `a query of 10 kB is too long`() async throws {
    let served = try await ServedModels()
    let words = String(repeating: "a+", count: 2000)
    let answer = try await served.ask("/api/models/search?q=\(words)")
    #expect(try answer.json()["code"] == "query_too_long")
    #expect(
      try await served.ask("/api/models/search?q=\(words)\(words)\(words)").status == .uriTooLong)
  }

  @Test(arguments: [
    "/api/models?format=xml", "/api/models?format=", "/api/models?format=frontend&format=frontend",
  ])
  func `an unknown format is rejected`(path: String) async throws {
    let answer = try await ServedModels().ask(path)
    #expect(answer.status == .badRequest)
    #expect(try answer.json()["code"] == "unknown_format")
  }
}
