/// How far the requests of one connection are, and when it has to end because of one.
struct RequestProgress {
  enum Action: Equatable {
    case proceed
    /// Hang up.
    case close
    /// Say why, then hang up.
    case refuse(APIError)
  }

  /// In bytes.
  private let bodyLimit: Int
  private var begun = 0
  /// Requests whose answers have not ended.
  private var unanswered = 0
  private var isReading = false
  private var received = 0
  private var isLast = false
  /// To be said when all that was asked before is answered.
  private var fault: APIError?
  /// Nothing more is read.
  private(set) var isOver = false
  /// Bytes of answers that were given to the connection.
  private var written = 0
  private var last: Look?

  /// What was seen at the end of a period.
  private struct Look {
    /// The number of the request that is being read.
    var reading: Int?
    var unsent: Int
    var sent: Int
  }

  init(bodyLimit: Int) { self.bodyLimit = bodyLimit }

  mutating func readHead() {
    begun += 1
    unanswered += 1
    received = 0
    isReading = true
  }

  mutating func readBody(_ count: Int) -> Action {
    received += count
    return received > bodyLimit ? fail(.bodyTooLarge) : .proceed
  }

  mutating func readEnd() { isReading = false }

  /// What comes is no request, or too much of one.
  mutating func fail(_ error: APIError) -> Action {
    guard !isOver else { return .proceed }
    isOver = true
    // A request that has begun gets its own answer, if it has not had it already.
    if !isReading { fault = error }
    return next()
  }

  mutating func beginAnswer(isLast: Bool) { self.isLast = isLast }

  mutating func endAnswer() -> Action {
    unanswered -= 1
    isOver = isOver || isLast
    return isLast ? .close : next()
  }

  mutating func write(_ count: Int) { written += count }

  /// Looks at the end of each period; whether a whole one has brought nothing to its end.
  ///
  /// A request must have come, and of an answer at least so many bytes must have been taken, of
  /// which `unsent` still wait.
  mutating func isTooSlow(unsent: Int, leastTaken: Int) -> Bool {
    let now = Look(reading: isReading ? begun : nil, unsent: unsent, sent: written - unsent)
    defer { last = now }
    guard let last else { return false }
    let isSlowToSay = now.reading != nil && now.reading == last.reading
    let isSlowToTake =
      now.unsent > 0 && last.unsent > 0 && now.sent - last.sent < leastTaken
    return isSlowToSay || isSlowToTake
  }

  private func next() -> Action {
    guard isOver, unanswered <= 0 else { return .proceed }
    return fault.map(Action.refuse) ?? .close
  }
}
