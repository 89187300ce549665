import Foundation
import ModelCatalog
import Testing

/// The terms of the query language about endpoints.
struct EndpointTermTests {
  @Test(arguments: [
    ("on:deepinfra", "on:deepinfra"), ("ON:DeepInfra,together", "on:deepinfra,together"),
    ("-on:x", "-on:x"), ("region:eu", "region:eu"), ("data:zdr", "data:zdr"),
    ("quant>=8", "quant>=8"), ("quant:fp8", "quant=8"), ("quant<bf16", "quant<16"),
    ("uptime>=99.5%", "uptime>=99.5"), ("latency<800ms", "latency<800"),
    ("latency<1.5s", "latency<1500"), ("speed>=50", "speed>=50"), ("speed>50tps", "speed>50"),
    ("sort:uptime", "sort:uptime"), ("sort:-latency", "sort:-latency"),
    ("sort:throughput", "sort:speed"),
  ])
  func `a term and its canonical text`(typed: String, canonical: String) throws {
    let query = try Query.parse(typed)
    #expect(query.description == canonical)
    #expect(try Query.parse(canonical) == query)
    #expect(query.needsEndpoints)
  }

  @Test(arguments: [
    ("data:none", "“none” is not one of data:zdr"),
    ("uptime>=lots", "“lots” is not a number of per cent like 99"),
    ("latency<soon", "“soon” is not a time like 800ms"),
    ("quant>=$8", "“$8” is not a number of bits like 8"), ("on:", "“on:” needs a value"),
    ("on<3", "on takes a colon, not <"),
  ])
  func `a bad value is an error with a sentence`(text: String, message: String) {
    let error = #expect(throws: QueryError.self) { try Query.parse(text) }
    #expect(error?.message == message)
  }

  @Test(arguments: ["claude on:x", "sort:uptime", "latency<1s", "-region:eu", "quant>=8"])
  func `in the past they are an error that points at the field`(text: String) {
    let error = #expect(throws: QueryError.self) {
      try Query.parse(text, noEndpoints: Query.noPastEndpoints)
    }
    #expect(error?.message.contains("is not known of the past") == true)
  }

  @Test func `what a query needs to know`() throws {
    func needs(_ text: String) throws -> [Bool] {
      let query = try Query.parse(text)
      return [query.needsEndpoints, query.needsHealth, query.needsZeroRetention]
    }
    #expect(try needs("claude has:tools ctx>=200k") == [false, false, false])
    #expect(try needs("on:x quant>=8") == [true, false, false])
    #expect(try needs("uptime>=99") == [true, true, false])
    #expect(try needs("sort:speed") == [true, true, false])
    #expect(try needs("data:zdr") == [true, false, true])
    #expect(try needs("has:uptime") == [true, false, false])
  }

  @Test func `a model without a known endpoint matches no term about one`() throws {
    let models = [Model(id: "a/b", source: .openRouter, name: "B", author: "a")]
    let index = SearchIndex(Catalog(models))
    let context = QueryContext(now: .distantPast)
    for text in ["on:x", "-on:x", "quant>=8", "-data:zdr", "uptime>=0"] {
      #expect(index.search(try Query.parse(text), in: context).isEmpty, "\(text)")
    }
    #expect(index.search(try Query.parse("sort:uptime"), in: context).matches.count == 1)
  }

  @Test(arguments: [
    ("openai/flex", "openai", nil, "flex"),
    ("google-vertex/us-east5", "google-vertex", "us-east5", nil),
    ("google-vertex/global/priority", "google-vertex", "global", "priority"),
    ("fireworks/fast-us", "fireworks", "us", nil), ("x/turbo", "x", nil, nil),
    ("azure/swedencentral", "azure", "swedencentral", nil), ("us/fp8", "us", nil, nil),
    ("", "", nil, nil), ("//", "", nil, nil), ("a/ULTRAFAST", "a", nil, "ultrafast"),
  ])
  func `the parts of a tag`(
    text: String, provider: String, region: String?, tier: String?
  ) {
    let tag = EndpointTag(text)
    #expect(tag.provider == provider && tag.region == region && tag.tier?.rawValue == tier)
  }

  @Test(arguments: [
    ("fp8", 8), ("FP8", 8), ("int4", 4), ("nvfp4", 4), ("mxfp4", 4), ("bf16", 16), ("fp16", 16),
    ("unknown", nil), ("fp", nil), ("8", nil), ("fp800", nil), ("q4", nil), ("", nil),
  ])
  func `bits of a quantization`(name: String, bits: Int?) {
    #expect(Endpoint.bits(ofQuantization: name) == bits)
  }
}
