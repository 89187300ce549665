import Foundation
import NIOCore
import NIOPosix
import Support

/// A real nginx with the configuration in the page about serving.
final class Nginx: Sendable {
  static let path = ["/usr/sbin/nginx", "/usr/bin/nginx"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  let port: Int
  private let directory: TemporaryDirectory
  /// Started and stopped only by the test's own task.
  private let process: Process

  struct Failure: Error { let reason: String }

  /// In front of the two servers; returns once it accepts connections.
  init(before ports: (Int, Int)) async throws {
    let directory = try TemporaryDirectory()
    self.directory = directory
    port = try await Self.freePort()
    var text = try Self.printed()
    for (old, new) in [
      ("/var/cache/nginx/modeldex", directory.path + "/cache"),
      ("127.0.0.1:3018", "localhost:\(ports.0)"), ("127.0.0.1:3019", "localhost:\(ports.1)"),
      ("listen 80;", "listen 127.0.0.1:\(port);"),
    ] {
      guard text.contains(old) else {
        throw Failure(reason: "\(old) is not in the page about serving")
      }
      text.replace(old, with: new)
    }
    let paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map { "\($0)_temp_path \(directory.path)/\($0);" }.joined(separator: "\n")
    let user = geteuid() == 0 ? "user root;" : ""
    let file = """
      \(user)
      daemon off;
      pid \(directory.path)/pid;
      error_log \(directory.path)/error.log;
      events {}
      http {
        access_log off;
        \(paths)
        \(text)
      }
      """
    let configuration = directory.url("nginx.conf")
    try Data(file.utf8).write(to: configuration)
    let process = Process()
    self.process = process
    process.executableURL = URL(filePath: Self.path ?? "/usr/sbin/nginx")
    process.arguments = [
      "-p", directory.path, "-c", configuration.path, "-e", directory.path + "/error.log",
    ]
    try process.run()
    while true {
      if let client = try? await RawClient(port: port) {
        await client.close()
        return
      }
      guard process.isRunning else {
        let log = try? String(contentsOf: directory.url("error.log"), encoding: .utf8)
        throw Failure(reason: log ?? "it did not start")
      }
      await Task.yield()
    }
  }

  deinit { stop() }

  func stop() {
    guard process.isRunning else { return }
    process.terminate()
    process.waitUntilExit()
  }

  func ask(_ target: String, _ lines: String...) async throws -> RawAnswer {
    try await RawClient.ask(
      RawRequest(target: target, host: "127.0.0.1:\(port)", lines: lines), port: port)
  }

  func post(_ target: String) async throws -> RawAnswer {
    try await RawClient.ask(
      RawRequest(method: "POST", target: target, host: "127.0.0.1:\(port)"), port: port)
  }

  /// The configuration block of the page.
  private static func printed() throws -> String {
    let page = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/ModelServer/ModelServer.docc/Serving.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    guard let match = text.firstMatch(of: /```nginx\n((?s).*?)```/) else {
      throw Failure(reason: "the page about serving has no configuration of nginx")
    }
    return String(match.1)
  }

  private static func freePort() async throws -> Int {
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .bind(host: "127.0.0.1", port: 0).get()
    let port = channel.localAddress?.port ?? 0
    try await channel.close()
    return port
  }
}
