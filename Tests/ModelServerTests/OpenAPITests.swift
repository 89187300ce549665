import Foundation
import HTTPTypes
import HummingbirdTesting
import ModelCatalog
import ModelRegistry
import NIOCore
import Support
import Testing

@testable import ModelServer

extension Connections {
  /// Compares the description with the server's behaviour.
  struct OpenAPITests {
    private let document: JSON

    init() throws { document = try JSON(OpenAPI.document.encoded()) }

    @Test func `the description has exactly the router's paths`() {
      #expect(document["paths"].names == Set(APIEndpoint.allCases.map(\.path)))
    }

    @Test(arguments: APIEndpoint.allCases)
    func `the description has the methods that the router accepts`(endpoint: APIEndpoint) {
      let methods = document["paths"][endpoint.path].names.subtracting(["parameters"])
      #expect(methods == Set(endpoint.methods.map { $0.rawValue.lowercased() }))
    }

    @Test func `every reference in the description resolves`() throws {
      let text = String(decoding: OpenAPI.document.encoded(), as: UTF8.self)
      let names = text.matches(of: /#\/components\/schemas\/([A-Za-z]+)/).map { String($0.1) }
      #expect(!names.isEmpty)
      #expect(Set(names).subtracting(document["components"]["schemas"].names).isEmpty)
    }

    @Test func `the description is served unchanged`() async throws {
      let answer = try await ServedModels().ask("/api/openapi.json")
      #expect(try answer.json() == document)
    }

    @Test func `the schema of a model has exactly its members`() async throws {
      let models = try await ServedModels().json("/api/models?workload=in=1k")["data"]["combined"]
        .members.values
      let schema = document["components"]["schemas"]["Model"]
      for model in models {
        #expect(model.names.isSubset(of: schema["properties"].names))
        #expect(model.names.isSuperset(of: schema["required"].texts))
        let pricing = document["components"]["schemas"]["Pricing"]
        #expect(model["pricing"].names == Set(pricing["required"].texts))
      }
      // An endpoint is in the answers to queries about endpoints alone.
      let members = schema["properties"].names.subtracting(["endpoint"])
      #expect(models.contains { $0.names == members })
    }

    @Test(arguments: APIEndpoint.allCases)
    func `an endpoint gives the described answers, and all of them`(
      endpoint: APIEndpoint
    ) async throws {
      var seen: [String: Set<String>] = [:]
      for scenario in Scenario.allCases {
        let answers = try await scenario.served().serve(.live) { client, _ in
          let port = try #require(client.port)
          var seen: [(status: String, code: String?)] = []
          for request in scenario.requests(to: endpoint) {
            let answer = try await RawClient.ask(request, port: port)
            let status = answer.status.map(String.init) ?? "no answer to \(request)"
            let response = described(endpoint, request.method, status)
            #expect(response != .null, "\(status) for \(request)")
            for (name, _) in response["headers"].members {
              #expect(answer.headers[name.lowercased()] != nil, "\(name) of \(status)")
            }
            let media = response["content"].names
            if request.method != "HEAD", status != "304" {
              #expect(media == [answer.headers["content-type"] ?? "none"], "\(status)")
            }
            seen.append((status, answer.code))
          }
          return seen
        }
        for (status, code) in answers {
          seen[status, default: []].formUnion(code.map { [$0] } ?? [])
        }
      }
      let method = endpoint.methods[0].rawValue
      let responses = document["paths"][endpoint.path][method.lowercased()]["responses"]
      #expect(Set(seen.keys) == responses.names)
      for (status, codes) in seen where status != "200" && status != "304" {
        let content = responses[status]["content"]["application/json"]["schema"]
        #expect(codes == Set(content["properties"]["code"]["enum"].texts), "\(status)")
      }
    }

    /// The described responses; those of wrong methods are described with the allowed ones.
    private func described(_ endpoint: APIEndpoint, _ method: String, _ status: String) -> JSON {
      let operations = document["paths"][endpoint.path]
      let name = method == "HEAD" ? "head" : endpoint.methods[0].rawValue.lowercased()
      return operations[name]["responses"][status]
    }
  }
}
