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
  /// Requests whose answers have not ended.
  private var unanswered = 0
  private var isReading = false
  private var received = 0
  private var isLast = false
  /// To be said when all that was asked before is answered.
  private var fault: APIError?
  /// Nothing more is read.
  private(set) var isOver = false

  init(bodyLimit: Int) { self.bodyLimit = bodyLimit }

  mutating func readHead() {
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

  private func next() -> Action {
    guard isOver, unanswered <= 0 else { return .proceed }
    return fault.map(Action.refuse) ?? .close
  }
}
