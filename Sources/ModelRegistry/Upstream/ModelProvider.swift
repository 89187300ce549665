package import Foundation
package import ModelCatalog

/// Where a whole listing of models comes from.
package protocol ModelProvider: Sendable {
  /// The whole listing or an error, never a part of one.
  ///
  /// Cancelling the task ends it early with ``ProviderError/unreachable(_:)``.
  func models() async throws(ProviderError) -> ProviderListing

  /// The path of the saved body that it reads; nil for a server.
  var file: String? { get }
}

extension ModelProvider {
  package var file: String? { nil }
}

/// What a provider returned.
package struct ProviderListing: Sendable {
  package var models: [Model]
  /// The body as received, for the cache.
  package var body: [UInt8]
  /// The first rows that could not be read, with the reason of each.
  package var skipped: [SkippedRow]
  /// When its source fetched it from OpenRouter, by its own account, if that is another modeldex.
  package var fetched: Date?
  /// What was left out, counted.
  package var omissions: ListingOmissions

  package struct SkippedRow: Hashable, Sendable {
    /// Its index in the body, from 0.
    package var row: Int
    /// Its id, if it had one.
    package var id: String?
    package var reason: String

    package init(row: Int, id: String?, reason: String) {
      self.row = row
      self.id = id
      self.reason = reason
    }
  }

  package init(
    models: [Model], body: [UInt8], skipped: [SkippedRow] = [],
    omissions: ListingOmissions = ListingOmissions()
  ) {
    self.models = models
    self.body = body
    self.skipped = skipped
    self.omissions = omissions
  }
}

/// Why there is no listing.
///
/// An error is about one attempt, never about the models known before.
package enum ProviderError: Error, Hashable, Sendable {
  /// No answer: refused, unknown host, timed out, reset, or a file that cannot be read; the text
  /// says which in a few words ("connection refused", "no such file or directory").
  case unreachable(String)
  /// An HTTP status other than 200, with upstream's message, if any, and its `Retry-After`, counted
  /// from the response.
  case rejected(status: Int, message: String?, retryAfter: Duration?)
  /// A body that is not a listing; the text says what is wrong with it.
  case malformed(String)
  /// A body over the limit, in bytes.
  case tooLarge(limit: Int)
  /// A listing that is not accepted.
  case refused(Refusal)
  /// Another error, about the saved body at this path.
  indirect case inFile(String, ProviderError)
  /// An error of another process that shares the cache; its message.
  case elsewhere(String)

  package enum Refusal: Hashable, Sendable {
    /// Without a single model.
    case empty
    /// A part of a list; the text says how much of it is there.
    case incomplete(String)
    /// More than half of the `known` models are missing, all but `kept`. It is accepted after
    /// `needed` refreshes in a row with the same models; so far there were `seen`.
    case shrunken(known: Int, kept: Int, seen: Int, needed: Int)
    /// The network is switched off.
    case offline
    /// Upstream asked not to be asked again for so long; the reason is what it answered then.
    case waiting(Duration, reason: String)
  }
}

extension ProviderError {
  /// One clear sentence for people, without a full stop.
  package var summary: String {
    switch self {
    case .unreachable(let reason): "OpenRouter cannot be reached: \(reason)"
    case .rejected(let status, let message, _):
      "OpenRouter answered \(status)" + (message.map { ": \($0)" } ?? "")
    case .malformed(let reason): "OpenRouter's answer is no model list: \(reason)"
    case .tooLarge(let limit):
      "OpenRouter's answer is larger than \(limit / 1_048_576) MiB"
    case .refused(.empty): "OpenRouter's list is empty, so it is not believed"
    case .refused(.incomplete(let reason)):
      "OpenRouter's list is incomplete (\(reason)), so it is not used"
    case .refused(.shrunken(let known, let kept, let seen, let needed)):
      "OpenRouter's list lost \(known - kept) of \(known) models, so it is held back "
        + "(\(seen) of \(needed) refreshes in a row)"
    case .refused(.offline): "the network is switched off"
    case .refused(.waiting(let wait, let reason)):
      "\(reason); it may be asked again in \(wait.inWords)"
    case .inFile(let path, let error):
      error.summary(ofFile: ErrorBody.shown(WebAddress.shown(path)))
    case .elsewhere(let sentence): sentence
    }
  }

  private func summary(ofFile path: String) -> String {
    switch self {
    case .unreachable(let reason): "\(path) cannot be read: \(reason)"
    case .malformed(let reason): "\(path) is no model list: \(reason)"
    case .tooLarge(let limit): "\(path) is larger than \(limit / 1_048_576) MiB"
    case .refused(.empty): "the list in \(path) is empty, so it is not believed"
    case .refused(.incomplete(let reason)):
      "the list in \(path) is incomplete (\(reason)), so it is not used"
    case .refused(.shrunken(let known, let kept, let seen, let needed)):
      "the list in \(path) lost \(known - kept) of \(known) models, so it is held back "
        + "(\(seen) of \(needed) refreshes in a row)"
    case .rejected, .refused(.offline), .refused(.waiting), .inFile, .elsewhere: summary
    }
  }
}
