import Foundation
import HTTPTypes
import HummingbirdTesting
import Logging
import NIOConcurrencyHelpers
import NIOPosix
import Support
import Testing

@testable import ModelServer

struct EventLoopTests {
  @Test(arguments: [
    ("q=claude", true), ("q=claude&workload=in=1m", false),
    ("q=claude&asOf={now}", false),
  ])
  func `only a quick answer is made on the event loop`(
    query: String, isOnLoop: Bool
  ) async throws {
    let served = try await ServedModels(hasHistory: true)
    let query = query.replacing("{now}", with: served.clock.date.formatted(.iso8601))
    let places = NIOLockedValueBox<Set<Bool>>([])
    let server = APIServer(
      registry: served.registry, settings: ServerSettings(port: 0), interval: .seconds(3600),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
      now: { [clock = served.clock] in
        let isOnLoop = MultiThreadedEventLoopGroup.currentEventLoop != nil
        places.withLockedValue { _ = $0.insert(isOnLoop) }
        return clock.date
      }, clock: served.clock)
    let application = await server.application()
    try await application.test(.live) { client in
      places.withLockedValue { $0 = [] }
      let answer = try await client.execute(
        uri: "/api/models/search?\(query)", method: .get)
      #expect(answer.status == .ok)
    }
    #expect(places.withLockedValue(\.self) == [isOnLoop])
  }
}
