/// What one amount of a price pays for.
package enum PriceUnit: Hashable, Sendable, CaseIterable {
  case token
  /// A character of the text that is spoken.
  case character
  /// A length of audio (a second, a minute or an hour): upstream does not name it.
  case audioDuration
  case image, request, search

  /// Decimal places from the amount of one unit to the amount that is shown and written: prices of
  /// tokens and characters are given per million.
  package var shownPlaces: Int {
    switch self {
    case .token, .character: 6
    case .audioDuration, .image, .request, .search: 0
    }
  }

  /// Behind an amount where there is little room: `$/M`, `$/Mchar`, `$/audio`.
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

  /// In full: `per million tokens`.
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
