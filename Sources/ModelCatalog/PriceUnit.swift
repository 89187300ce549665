/// The unit that a price is per.
package enum PriceUnit: Hashable, Sendable, CaseIterable {
  case token
  /// A character of the text to be spoken.
  case character
  /// A length of audio (a second, a minute or an hour): upstream does not say which.
  case audioDuration
  case image, request, search

  /// Decimal places between the amount per unit and the amount that is shown and written: prices of
  /// tokens and characters are given per million.
  package var shownPlaces: Int {
    switch self {
    case .token, .character: 6
    case .audioDuration, .image, .request, .search: 0
    }
  }

  /// Follows an amount in narrow places: `$/M`, `$/Mchar`, `$/audio`.
  package var symbol: String { "$" + suffix }

  /// ``symbol`` without the currency: `/M`, `/Mchar`, `/audio`.
  package var suffix: String {
    switch self {
    case .token: "/M"
    case .character: "/Mchar"
    case .audioDuration: "/audio"
    case .image: "/image"
    case .request: "/request"
    case .search: "/search"
    }
  }

  /// In words: `per million tokens`.
  package var words: String {
    switch self {
    case .token: "per million tokens"
    case .character: "per million characters"
    case .audioDuration: "per unit of audio, unnamed upstream"
    case .image: "per image"
    case .request: "per request"
    case .search: "per search"
    }
  }
}
