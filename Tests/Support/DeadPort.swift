import Glibc

/// A local port on which no connection succeeds, reserved so that no other test gets it.
package final class DeadPort {
  package enum Manner: Sendable {
    /// Nothing listens: connections are refused.
    case refusing
    /// Connections are neither accepted nor refused, because the queue is full.
    case silent
  }

  private let port: Int
  private let descriptors: [Int32]

  private struct Failure: Error {}

  /// Runs `body` with the port's address for `--upstream`.
  package static func holding(
    _ manner: Manner, body: (String) async throws -> Void
  ) async throws {
    let held = try DeadPort(manner)
    try await body("http://127.0.0.1:\(held.port)/api/v1")
    withExtendedLifetime(held) {}
  }

  private init(_ manner: Manner) throws {
    let holder = Self.socket()
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    guard Self.with(&address, { bind(holder, $0, $1.pointee) }) == 0,
      Self.with(&address, { getsockname(holder, $0, $1) }) == 0
    else {
      close(holder)
      throw Failure()
    }
    port = Int(UInt16(bigEndian: address.sin_port))
    switch manner {
    case .refusing: descriptors = [holder]
    case .silent:
      listen(holder, 0)
      // The kernel queues one connection more than the backlog; further ones are not answered.
      let visitors = (0..<3).map { _ in Self.socket() }
      for visitor in visitors { _ = Self.with(&address) { connect(visitor, $0, $1.pointee) } }
      descriptors = visitors + [holder]
    }
  }

  deinit { for descriptor in descriptors { close(descriptor) } }

  private static func socket() -> Int32 {
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    return Glibc.socket(AF_INET, kind, 0)
  }

  /// Calls `body` with the address as a `sockaddr`.
  private static func with(
    _ address: inout sockaddr_in,
    _ call: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
  ) -> Int32 {
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    return withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { call($0, &length) }
    }
  }
}
