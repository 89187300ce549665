import Foundation
import Support
import Testing

@testable import ModelRegistry

struct CacheLockTests {
  private let directory: TemporaryDirectory
  private let now = Date(timeIntervalSince1970: 1_787_400_000)

  init() throws { directory = try TemporaryDirectory() }

  private func attempt(after seconds: Double) -> Bool {
    if case .held = CacheLock.attempt(
      in: directory.path, now: now.addingTimeInterval(seconds))
    {
      true
    } else {
      false
    }
  }

  @Test(arguments: [(0, false), (59, false), (61, true), (86_400, true), (-61, true)])
  func `a lease is waited for as long as a fetch can take`(seconds: Double, isGranted: Bool) throws
  {
    let first = CacheLock.attempt(in: directory.path, now: now)
    guard case .held = first else {
      Issue.record("nobody holds it")
      return
    }
    #expect(attempt(after: seconds) == isGranted)
    withExtendedLifetime(first) {}
  }

  @Test func `a lock that any program holds for ever is waited for only at first`() throws {
    let path = directory.url(CacheLock.name).path
    let descriptor = open(path, O_RDONLY | O_CREAT, 0o600)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX) == 0)
    try FileManager.default.setAttributes([.modificationDate: now], ofItemAtPath: path)
    #expect(!attempt(after: 1))
    #expect(CacheLock.isTakenByAnother(in: directory.path, now: now))
    #expect(attempt(after: 61))
    #expect(!CacheLock.isTakenByAnother(in: directory.path, now: now.addingTimeInterval(61)))
  }

  @Test func `this process is no other one`() {
    let first = CacheLock.attempt(in: directory.path, now: now)
    #expect(!CacheLock.isTakenByAnother(in: directory.path, now: now))
    withExtendedLifetime(first) {}
    #expect(!CacheLock.isTakenByAnother(in: directory.path + "/none", now: now))
  }
}
