/// Tracks the requests of one connection and decides when it must be closed.
struct RequestProgress {
  enum Action: Equatable {
    case proceed
    /// Close the connection.
    case close
    /// Send the error, then close.
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
  /// Sent when all earlier requests are answered.
  private var fault: APIError?
  /// Nothing more is read.
  private(set) var isOver = false
  /// Bytes of responses written to the connection.
  private var written = 0
  private var last: Sample?

  /// The state at the end of a period.
  private struct Sample {
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

  /// The input is not a valid request, or is too large.
  mutating func fail(_ error: APIError) -> Action {
    guard !isOver else { return .proceed }
    isOver = true
    // A request that has begun is answered by its own handler.
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

  /// Called at the end of each period; whether the client is too slow.
  ///
  /// A request must arrive completely within a period, and at least `minimumSent` bytes of a
  /// response must have been read; `unsent` bytes are still buffered.
  mutating func isTooSlow(unsent: Int, minimumSent: Int) -> Bool {
    let now = Sample(reading: isReading ? begun : nil, unsent: unsent, sent: written - unsent)
    defer { last = now }
    guard let last else { return false }
    let isSlowToSend = now.reading != nil && now.reading == last.reading
    let isSlowToReceive =
      now.unsent > 0 && last.unsent > 0 && now.sent - last.sent < minimumSent
    return isSlowToSend || isSlowToReceive
  }

  private func next() -> Action {
    guard isOver, unanswered <= 0 else { return .proceed }
    return fault.map(Action.refuse) ?? .close
  }
}
