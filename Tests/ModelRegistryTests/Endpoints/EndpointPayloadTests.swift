import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

/// Bodies about endpoints that are not as they should be.
struct EndpointPayloadTests {
  private static let received = Date(timeIntervalSince1970: 1_787_440_000)

  private func read(_ elements: String..., of id: String = "a/1") throws -> ModelEndpoints {
    try EndpointPayload.endpoints(
      from: EndpointBody.ofJSON(id, elements), of: "a/1", received: Self.received)
  }

  private func row(_ tag: String) -> EndpointBody.Row { EndpointBody.Row(tag) }

  @Test func `an alias or a router has an empty list, which is an answer`() throws {
    #expect(try read().endpoints == [])
  }

  @Test func `null everywhere is unknown everywhere`() throws {
    let names = [
      "context_length", "pricing", "quantization", "max_completion_tokens", "supported_parameters",
      "uptime_last_30m", "uptime_last_1d", "status",
    ]
    let empty = names.reduce(row("one")) { $0.with($1, "null") }
    let endpoint = try #require(try read(empty.json).endpoints.first)
    var expected = Endpoint(tag: EndpointTag("one"), provider: "One")
    expected.pricing = Pricing()
    #expect(endpoint == expected)
  }

  @Test func `values of another type are unknown, and the row stays`() throws {
    let endpoint = try #require(
      try read(
        row("one").with("context_length", "\"long\"").with("pricing", "[]")
          .with("uptime_last_1d", "101").with("latency_last_30m", "250")
          .with("throughput_last_30m", #"{"p50":-1}"#).with("supported_parameters", "{}").json
      ).endpoints.first)
    #expect(endpoint.contextLength == nil && endpoint.pricing == Pricing())
    #expect(endpoint.health == Endpoint.Health(uptime30m: 100))
    #expect(endpoint.supportedParameters == nil)
  }

  @Test func `medians are read, and unknown members are stepped over`() throws {
    let endpoint = try #require(
      try read(
        row("one").with("latency_last_30m", #"{"p50":1230,"p75":2629,"p90":3857.0000000000005}"#)
          .with("throughput_last_30m", #"{"p50":48,"p75":67}"#)
          .with("supports_tool_choice", #"{"none":true}"#).with("native_tools", "{}").json
      ).endpoints.first)
    #expect(endpoint.health.latency == 1230 && endpoint.health.throughput == 48)
  }

  @Test func `rows that are none are left out and counted`() throws {
    let nameless = row("x").with("tag", nil).with("provider_name", nil)
    let read = try read(row("one").json, "7", "null", nameless.json, row("two").json)
    #expect(read.endpoints.map(\.tag.description) == ["one", "two"] && read.leftOut == 3)
  }

  @Test func `a tag that is there twice is two endpoints`() throws {
    let read = try read(row("one").json, row("one").with("uptime_last_1d", "90").json)
    #expect(read.endpoints.map(\.health.uptime1d) == [99.5, 90])
  }

  @Test func `five thousand endpoints are a thousand, and four thousand that are left out`() throws
  {
    let body = EndpointBody.of("a/1", (0..<5000).map { EndpointBody.Row("p\($0)") })
    let read = try EndpointPayload.endpoints(from: body, of: "a/1", received: Self.received)
    #expect(read.endpoints.count == 1000 && read.leftOut == 4000)
  }

  @Test func `another id in the answer is known as such`() throws {
    #expect(try read(row("one").json, of: "a/other").answeredID == "a/other")
    #expect(try read(row("one").json).answeredID == nil)
  }

  @Test(arguments: HostileText.all.map(\.text))
  func `names and tags are cleaned`(hostile: String) throws {
    let quoted = ListingBody.Row.quoted(hostile)
    let endpoints = try read(
      row("one").with("tag", quoted).with("provider_name", quoted).with("quantization", quoted)
        .with("supported_parameters", "[\(quoted)]").json
    ).endpoints
    for endpoint in endpoints {
      let texts =
        [endpoint.tag.description, endpoint.provider, endpoint.quantization ?? ""]
        + (endpoint.supportedParameters ?? [])
      for text in texts { #expect(DisplayText.clean(text) == text) }
    }
  }

  @Test func `the discount is no price, however it is written`() throws {
    for (json, expected) in [("0", nil), ("0.28", "0.28"), ("-0.2", "-0.2"), ("\"0.5\"", nil)] {
      let pricing = #"{"prompt":"0.000001","completion":"0.000002","discount":\#(json)}"#
      let endpoint = try #require(
        try read(row("one").with("pricing", pricing).json).endpoints.first)
      #expect(endpoint.discount == expected.flatMap { Decimal(string: $0) })
      #expect(endpoint.pricing.other.isEmpty && endpoint.pricing.prices.count == 2)
    }
  }
}
