package import Foundation
package import ModelCatalog

/// Changes as an Atom feed (RFC 4287): an entry a model and day, the newest first.
package struct AtomFeed: Sendable {
  private let entries: [Entry]
  private let updated: Date
  /// Where the feed itself is; nil for a file whose place is unknown.
  private let address: String?

  /// What is no news has no entry.
  ///
  /// `updated` is the time of a feed without entries.
  package init(_ history: [HistoryEntry], updated: Date, address: String? = nil) {
    let news = history.compactMap(\.news)
    let days = Dictionary(grouping: news) { Key(model: $0.id, day: CalendarDay($0.date)) }
    entries = days.compactMap { key, parts in
      Entry(key, parts.sorted { $0.date > $1.date })
    }.sorted { ($1.updated, $0.key.model) < ($0.updated, $1.key.model) }
    self.updated = entries.first?.updated ?? updated
    self.address = address
  }

  package var count: Int { entries.count }

  /// UTF-8.
  package var xml: Data {
    var text = """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom">
      <title>Changes of OpenRouter's models</title>
      <id>https://openrouter.ai/models#changes</id>
      <updated>\(Self.time(updated))</updated>
      <author><name>modeldex</name></author>
      <generator uri="https://openrouter.ai/models">modeldex</generator>
      <link rel="alternate" type="text/html" href="https://openrouter.ai/models"/>\n
      """
    if let address {
      text +=
        "<link rel=\"self\" type=\"application/atom+xml\" href=\"\(Self.escaped(address))\"/>\n"
    }
    for entry in entries { text += entry.xml }
    return Data((text + "</feed>\n").utf8)
  }

  private struct Key: Hashable {
    let model: Model.ID
    let day: CalendarDay
  }

  private struct Entry: Sendable {
    let key: Key
    let updated: Date
    let title: String
    /// A line for each thing that happened, the newest first.
    let lines: [String]

    /// `parts` are those of the day, the newest first; nil without any.
    init?(_ key: Key, _ parts: [HistoryEntry]) {
      guard let newest = parts.first else { return nil }
      self.key = key
      updated = newest.date
      lines = parts.map { $0.kind.feedWords }
      title = "\(newest.name): \(lines.joined(separator: "; "))"
    }

    var xml: String {
      // Every byte but letters and digits is encoded, so that any id makes an address.
      let page = "https://openrouter.ai/" + AtomFeed.encoded(key.model)
      return """
        <entry>
        <title>\(AtomFeed.escaped(title))</title>
        <id>\(page)#\(key.day)</id>
        <updated>\(AtomFeed.time(updated))</updated>
        <link rel="alternate" type="text/html" href="\(page)"/>
        <category term="\(AtomFeed.escaped(key.model))"/>
        <content type="text">\(AtomFeed.escaped(([key.model] + lines).joined(separator: "\n")))</content>
        </entry>\n
        """
    }
  }

  /// To the second: a reader that compares texts sees the same one.
  private static func time(_ date: Date) -> String {
    Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down))
      .formatted(Date.ISO8601FormatStyle())
  }

  /// Text as XML; a character that XML 1.0 does not have is left out.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\t", "\n", " "..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"...:
        escaped.unicodeScalars.append(scalar)
      default: continue
      }
    }
    return escaped
  }

  private static func encoded(_ id: Model.ID) -> String {
    id.utf8.map { byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        scalar.isASCII && (Character(scalar).isLetter || Character(scalar).isNumber)
        || "-._~/:".unicodeScalars.contains(scalar)
      let digits = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(scalar) : "%" + (byte < 16 ? "0" : "") + digits
    }.joined()
  }
}

extension HistoryEntry.Kind {
  fileprivate var feedWords: String {
    switch self {
    case .added: "listed"
    case .returned(let lastSeen): "listed again, last seen \(CalendarDay(lastSeen))"
    case .removed: "no longer listed"
    case .changed(let fields): ChangeWords.phrases(fields).map(\.text).joined(separator: "; ")
    case .scheduledPrice(let scheduled): scheduled.words
    }
  }
}
