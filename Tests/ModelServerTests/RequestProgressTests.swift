import Testing

@testable import ModelServer

struct RequestProgressTests {
  private var progress = RequestProgress(bodyLimit: 10)

  @Test mutating func `requests within measure go on for ever`() {
    for _ in 0..<3 {
      progress.readHead()
      #expect(progress.readBody(10) == .proceed)
      progress.readEnd()
      progress.beginAnswer(isLast: false)
      #expect(progress.endAnswer() == .proceed)
    }
    #expect(!progress.isOver)
  }

  @Test mutating func `a body that is too large after its answer ends the connection`() {
    progress.readHead()
    progress.beginAnswer(isLast: false)
    #expect(progress.endAnswer() == .proceed)
    #expect(progress.readBody(6) == .proceed)
    #expect(progress.readBody(5) == .close)
    #expect(progress.isOver)
  }

  @Test mutating func `a body that is too large before its answer waits for that`() {
    progress.readHead()
    #expect(progress.readBody(11) == .proceed)
    #expect(progress.isOver)
    progress.beginAnswer(isLast: false)
    #expect(progress.endAnswer() == .close)
  }

  @Test mutating func `what is no request is told so`() {
    #expect(progress.fail(.unreadable) == .refuse(.unreadable))
    #expect(progress.fail(.headersTooLarge) == .proceed)
  }

  @Test mutating func `what is no request is told so after the answers before it`() {
    progress.readHead()
    progress.readEnd()
    #expect(progress.fail(.unreadable) == .proceed)
    progress.beginAnswer(isLast: false)
    #expect(progress.endAnswer() == .refuse(.unreadable))
  }

  @Test mutating func `a request that takes more than a period to come is too slow`() {
    let before = progress.isTooSlow(unsent: 0, minimumSent: 5)
    progress.readHead()
    let first = progress.isTooSlow(unsent: 0, minimumSent: 5)
    _ = progress.readBody(1)
    let second = progress.isTooSlow(unsent: 0, minimumSent: 5)
    #expect([before, first, second] == [false, false, true])
  }

  @Test mutating func `requests that come one after another are not too slow`() {
    for _ in 0..<3 {
      progress.readHead()
      let isTooSlow = progress.isTooSlow(unsent: 0, minimumSent: 5)
      #expect(!isTooSlow)
      progress.readEnd()
    }
  }

  @Test mutating func `an answer that gets on is not too slow, and one that does not is`() {
    progress.write(20)
    var looks = [18, 13].map { progress.isTooSlow(unsent: $0, minimumSent: 5) }
    progress.write(20)
    looks += [28, 24, 0].map { progress.isTooSlow(unsent: $0, minimumSent: 5) }
    #expect(looks == [false, false, false, true, false])
  }

  @Test mutating func `after the last answer nothing is read`() {
    progress.readHead()
    progress.readEnd()
    progress.beginAnswer(isLast: true)
    #expect(progress.endAnswer() == .close)
    #expect(progress.isOver)
  }
}
