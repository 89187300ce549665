import Testing

@testable import ModelServer

struct RequestProgressTests {
  private var progress = RequestProgress(bodyLimit: 10)

  @Test mutating func `requests within the limits can go on indefinitely`() {
    for _ in 0..<3 {
      progress.readHead()
      #expect(progress.readBody(10) == .proceed)
      progress.readEnd()
      progress.beginAnswer(isLast: false)
      #expect(progress.endAnswer() == .proceed)
    }
    #expect(!progress.isOver)
  }

  @Test mutating func `a too large body after its answer closes the connection`() {
    progress.readHead()
    progress.beginAnswer(isLast: false)
    #expect(progress.endAnswer() == .proceed)
    #expect(progress.readBody(6) == .proceed)
    #expect(progress.readBody(5) == .close)
    #expect(progress.isOver)
  }

  @Test mutating func `a too large body before its answer waits for the answer`() {
    progress.readHead()
    #expect(progress.readBody(11) == .proceed)
    #expect(progress.isOver)
    progress.beginAnswer(isLast: false)
    #expect(progress.endAnswer() == .close)
  }

  @Test mutating func `invalid input gets an error`() {
    #expect(progress.fail(.unreadable) == .refuse(.unreadable))
    #expect(progress.fail(.headersTooLarge) == .proceed)
  }

  @Test mutating func `invalid input gets an error after the answers before it`() {
    progress.readHead()
    progress.readEnd()
    #expect(progress.fail(.unreadable) == .proceed)
    progress.beginAnswer(isLast: false)
    #expect(progress.endAnswer() == .refuse(.unreadable))
  }

  @Test mutating func `a request that takes longer than a period is too slow`() {
    let before = progress.isTooSlow(unsent: 0, minimumSent: 5)
    progress.readHead()
    let first = progress.isTooSlow(unsent: 0, minimumSent: 5)
    _ = progress.readBody(1)
    let second = progress.isTooSlow(unsent: 0, minimumSent: 5)
    #expect([before, first, second] == [false, false, true])
  }

  @Test mutating func `consecutive requests are not too slow`() {
    for _ in 0..<3 {
      progress.readHead()
      let isTooSlow = progress.isTooSlow(unsent: 0, minimumSent: 5)
      #expect(!isTooSlow)
      progress.readEnd()
    }
  }

  @Test mutating func `a client that reads its answer is not too slow, and one that does not is`() {
    progress.write(20)
    var looks = [18, 13].map { progress.isTooSlow(unsent: $0, minimumSent: 5) }
    progress.write(20)
    looks += [28, 24, 0].map { progress.isTooSlow(unsent: $0, minimumSent: 5) }
    #expect(looks == [false, false, false, true, false])
  }

  @Test mutating func `nothing is read after the last answer`() {
    progress.readHead()
    progress.readEnd()
    progress.beginAnswer(isLast: true)
    #expect(progress.endAnswer() == .close)
    #expect(progress.isOver)
  }
}
