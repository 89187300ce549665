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

  @Test mutating func `after the last answer nothing is read`() {
    progress.readHead()
    progress.readEnd()
    progress.beginAnswer(isLast: true)
    #expect(progress.endAnswer() == .close)
    #expect(progress.isOver)
  }
}
