import Foundation

/// The sort key of an observation: by time, then by content, so that the order in which they are
/// inserted does not matter.
struct ObservationKey: Hashable, Comparable {
  /// Milliseconds since 1970, then 20 bits of the content's digest.
  let number: Int64

  private static let digestBits: Int64 = 20
  /// The dates that fit 44 bits: the years 1691 to 2248.
  private static let countable = -8_796_093_022_206.0...8_796_093_022_206.0

  init(number: Int64) { self.number = number }

  init(date: Date, digest: String) {
    // The upper bits of the digests of short texts differ little; multiplying mixes all bits in.
    let bits = Digest(digest.utf8).bits
    let part = ((bits ^ (bits >> 32)) &* 0x9E37_79B9_7F4A_7C15) >> (64 - Self.digestBits)
    number = Self.milliseconds(date) << Self.digestBits | Int64(part)
  }

  /// The greatest key of that time.
  init(last date: Date) {
    number = (Self.milliseconds(date) + 1) << Self.digestBits - 1
  }

  /// The least key of that time.
  init(first date: Date) { number = Self.milliseconds(date) << Self.digestBits }

  /// Another key of the same time, for another body.
  var next: ObservationKey {
    let mask: Int64 = 1 << Self.digestBits - 1
    return ObservationKey(number: number & ~mask | (number + 1) & mask)
  }

  var date: Date { Date(timeIntervalSince1970: Double(number >> Self.digestBits) / 1000) }

  static func < (left: ObservationKey, right: ObservationKey) -> Bool {
    left.number < right.number
  }

  private static func milliseconds(_ date: Date) -> Int64 {
    let exact = (date.timeIntervalSince1970 * 1000).rounded()
    return Int64(min(max(exact, countable.lowerBound), countable.upperBound))
  }
}
