import Foundation
import HTTPTypes
import HummingbirdTesting
import ModelCatalog
import ModelRegistry
import NIOCore
import Support

@testable import ModelServer

/// The states of a server under test.
enum Scenario: CaseIterable {
  case ordinary
  case failing
  /// Upstream asks for patience.
  case waiting
  case offline
  /// Upstream may not be asked for endpoints.
  case withoutEndpoints
  /// No event stream is allowed.
  case full
  /// Without a history.
  case withoutHistory
  /// No computation of past answers is allowed.
  case busy

  func served() async throws -> ServedModels {
    switch self {
    case .ordinary:
      let body = EndpointBody.of("a/1", [EndpointBody.Row("acme/eu"), EndpointBody.Row("acme")])
      return try await ServedModels(
        hasHistory: true, endpoints: Self.endpoints(.success(body)))
    case .failing: return try await Self.served(.unreachable("connection refused"))
    case .waiting:
      return try await Self.served(
        .rejected(status: 429, message: nil, retryAfter: .seconds(60)))
    case .offline: return try await ServedModels(nil)
    case .withoutEndpoints:
      return try await ServedModels(endpoints: { clock in
        EndpointStore(source: nil, clock: clock, now: { clock.date })
      })
    case .withoutHistory: return try await ServedModels()
    case .busy:
      var settings = ServerSettings(port: 0)
      settings.limits.concurrentHistoryQueries = 0
      return try await ServedModels(hasHistory: true, settings: settings)
    case .full:
      var settings = ServerSettings(port: 0)
      settings.limits.eventStreams = 0
      return try await ServedModels(settings: settings)
    }
  }

  /// After its list, upstream answers everything with this error.
  private static func served(_ error: ProviderError) async throws -> ServedModels {
    try await ServedModels(
      [.success(ServedModels.listing), .failure(error)], endpoints: endpoints(.failure(error)))
  }

  private static func endpoints(
    _ outcome: Result<Data, ProviderError>
  ) -> (TestClock) -> EndpointStore? {
    { clock in
      EndpointStore(
        source: ScriptedEndpoints(outcome), clock: clock, now: { clock.date })
    }
  }

  /// Requests that produce every possible answer of the endpoint in this state.
  func requests(to endpoint: APIEndpoint) -> [RawRequest] {
    let plain = endpoint.request
    switch self {
    case .ordinary:
      return Self.always(endpoint) + Self.wrong(endpoint) + endpoint.ownRequests
    case .failing, .offline, .withoutEndpoints: return endpoint.asksUpstream ? [plain] : []
    case .waiting: return endpoint.asksUpstream ? [plain, plain] : []
    case .full: return endpoint == .events ? [plain] : []
    case .withoutHistory:
      let past = RawRequest(target: plain.target(with: "asOf=2026-01-01"))
      return endpoint.parameters.contains(.asOf) ? [past] : []
    case .busy:
      let past = RawRequest(target: plain.target(with: "asOf=2026-01-01"))
      let asks = [.changes, .feed, .history].contains(endpoint) ? [plain] : []
      return asks + (endpoint.parameters.contains(.asOf) ? [past] : [])
    }
  }

  private static func always(_ endpoint: APIEndpoint) -> [RawRequest] {
    var requests = [endpoint.request]
    if endpoint.methods.contains(.head) {
      requests.append(endpoint.request(method: "HEAD"))
    }
    if endpoint.isCacheable {
      var request = endpoint.request
      request.lines = ["If-None-Match: *"]
      requests.append(request)
      request.method = "HEAD"
      requests.append(request)
    }
    return requests
  }

  private static func wrong(_ endpoint: APIEndpoint) -> [RawRequest] {
    func request(_ change: (inout RawRequest) -> Void) -> RawRequest {
      var request = endpoint.request
      request.isEndless = false
      change(&request)
      return request
    }
    return [
      request { $0.target = $0.target(with: "x=%zz") },
      request { $0.host = nil },
      request { $0.lines = ["Host: localhost"] },
      request { $0.host = "evil.example" },
      request { $0.method = "DELETE" },
      request { $0.lines = ["Content-Length: 70000"] },
      request { $0.target += "?" + String(repeating: "x", count: 8200) },
      request { $0.lines = ["X-Long: " + String(repeating: "x", count: 40_000)] },
      request { $0.lines = ["no field"] },
    ]
  }
}

extension APIEndpoint {
  /// Whether its answer depends on what upstream answers now.
  fileprivate var asksUpstream: Bool {
    [.refresh, .endpoints, .upstreamEndpoints].contains(self)
  }

  /// A request for something that exists.
  var request: RawRequest {
    let path = path.replacing("{id}", with: "anthropic/claude-opus-5")
    return RawRequest(
      method: methods[0].rawValue, target: path + requiredQuery,
      isEndless: self == .events)
  }

  /// The parameters without which it answers with an error.
  private var requiredQuery: String {
    switch self {
    case .search: "?q=claude"
    case .compare: "?ids=\(ServedModels.coreID)"
    default: ""
    }
  }

  func request(method: String) -> RawRequest {
    var request = request
    request.method = method
    request.isEndless = false
    return request
  }

  /// Requests with invalid parameters that only some endpoints accept.
  fileprivate var ownRequests: [RawRequest] {
    var targets = parameters.flatMap { parameter in
      parameter.mistakes.map { request.target(with: "\(parameter)=\($0)") }
    }
    var requests: [RawRequest] = []
    switch self {
    case .search, .events:
      let long = String(repeating: "a", count: 1025)
      targets += ["?q=", "?q=a&q=b", "?q=ctx%3E", "?q=" + long].map { path + $0 }
    case .compare:
      let many = Array(repeating: "gpt-5.4", count: 65).joined(separator: ",")
      targets += ["", "?ids=", "?ids=,", "?ids=nobody/nothing", "?ids=" + many].map {
        path + $0
      }
    case .model: targets += ["/api/models/nobody/nothing", "/api/models/core/x"]
    case .provider, .history:
      targets += ["nobody/nothing", ""].map { path.replacing("{id}", with: $0) }
    case .endpoints:
      targets += ["nobody/nothing", "", ServedModels.coreID].map {
        path.replacing("{id}", with: $0)
      }
    case .upstreamEndpoints:
      targets += ["nobody/nothing", "", ServedModels.coreID].map {
        path.replacing("{id}", with: $0)
      }
    case .refresh:
      requests.append(
        RawRequest(method: "POST", target: path, lines: ["Origin: http://evil.example"]))
    case .models, .core, .openRouter, .categories, .status, .statistics, .changes, .feed,
      .upstreamList, .openAPI:
      break
    }
    return requests + targets.map { RawRequest(target: $0) }
  }
}

extension QueryParameter {
  /// Invalid values, each for a different reason.
  fileprivate var mistakes: [String] {
    switch self {
    case .format: ["xml"]
    case .q: []
    case .limit: ["0"]
    case .asOf: ["yesterday", "1999-01-01"]
    case .since: ["yesterday"]
    case .workload: ["", "in=x", "in=5%20cached=200%25"]
    case .ids: []
    }
  }
}
