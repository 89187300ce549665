import Foundation

/// Where the list of models comes from: a base address on the web, or a saved body.
package struct Upstream: Hashable, Sendable {
  /// Why a text is not an upstream, as a sentence without a full stop.
  package struct Invalid: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String
  }

  /// What kind of place it is.
  enum Place: Hashable, Sendable {
    case web(WebAddress)
    /// An absolute path.
    case file(String)
  }

  let place: Place

  package static let defaultText = "https://openrouter.ai/api/v1"
  private static let defaultPlace = Place.web(
    WebAddress(scheme: "https", host: "openrouter.ai", port: 443, path: "/api/v1"))

  /// OpenRouter itself.
  package static let openRouter = Upstream(place: defaultPlace)

  private init(place: Place) { self.place = place }

  /// Parses the value of `--upstream`: an http or https address, a file address, or a path,
  /// relative to `directory`.
  package init(
    _ text: String, relativeTo directory: String = FileManager.default.currentDirectoryPath
  ) throws(Invalid) {
    guard !text.isEmpty else { throw Invalid(description: "the upstream is empty") }
    guard let separator = text.range(of: "://") else {
      guard !Self.looksLikeHost(text) else {
        let shown = WebAddress.shown(text)
        throw Invalid(
          description: "the upstream `\(shown)` lacks its beginning: write `http://\(shown)`")
      }
      self.init(place: .file(Self.absolute(text, from: directory)))
      return
    }
    switch text[..<separator.lowerBound].lowercased() {
    case "http", "https": self.init(place: .web(try WebAddress(base: text)))
    case "file": self.init(place: .file(try Self.path(ofFileAddress: text)))
    case let scheme:
      throw Invalid(
        description: "the upstream `\(WebAddress.shown(text))` begins with "
          + "\(WebAddress.shown(scheme))://, not http, https or file")
    }
  }

  package var isDefault: Bool { place == Self.defaultPlace }

  package var isFile: Bool {
    switch place {
    case .web: false
    case .file: true
    }
  }

  /// Whether it is on this machine: a file, or a server on loopback.
  package var isLocal: Bool {
    switch place {
    case .web(let address): address.isLoopback
    case .file: true
    }
  }

  /// The shortest time allowed between two refreshes.
  package var minimumInterval: Duration { isLocal ? .seconds(1) : .seconds(60) }

  /// The shortest time between two requests of any program for the list.
  package var floor: Duration {
    if isFile { return .zero }
    return isLocal ? .seconds(1) : .seconds(5)
  }

  /// The folder of this upstream below the cache directory; nil for the default upstream, which
  /// uses the directory itself.
  package var cacheFolderName: String? {
    guard !isDefault else { return nil }
    let readable: String =
      switch place {
      case .web(let address): address.authority
      case .file(let path): path.split(separator: "/").last.map(String.init) ?? "file"
      }
    let safe = readable.prefix(40).map { letter in
      letter.isASCII && (letter.isLetter || letter.isNumber || "._-".contains(letter))
        ? letter : "-"
    }
    return String(safe.drop(while: { $0 == "." })) + "-" + Digest(description.utf8).hexadecimal
  }
}

extension Upstream: CustomStringConvertible {
  /// Equal for equal upstreams; ``init(_:relativeTo:)`` parses it.
  package var description: String {
    switch place {
    case .web(let address): address.description
    case .file(let path): path
    }
  }

  /// What to show to a person: ``description`` without what may be a secret, since a mistyped
  /// address can be read as the path of a file.
  package var shown: String {
    switch place {
    case .web(let address): address.description
    case .file(let path): WebAddress.shown(path)
    }
  }

  /// A name and a port, perhaps with a user: not likely a file.
  private static func looksLikeHost(_ text: String) -> Bool {
    let authority = text.prefix { $0 != "/" }
    let host =
      authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] }
      ?? authority
    let parts = host.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && UInt16(parts[1]) != nil
  }

  private static func absolute(_ path: String, from directory: String) -> String {
    let whole = path.hasPrefix("/") ? path : directory + "/" + path
    var kept: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = kept.popLast() } else { kept.append(part) }
    }
    return "/" + kept.joined(separator: "/")
  }

  private static func path(ofFileAddress text: String) throws(Invalid) -> String {
    let rest = text.dropFirst("file://".count)
    let path = rest.hasPrefix("localhost/") ? rest.dropFirst("localhost".count) : rest
    guard path.hasPrefix("/") else {
      throw Invalid(
        description: "the upstream `\(WebAddress.shown(text))` names no absolute path: "
          + "write `file:///…`")
    }
    guard let decoded = String(path).removingPercentEncoding else {
      throw Invalid(
        description: "the upstream `\(WebAddress.shown(text))` has a % that encodes nothing")
    }
    return absolute(decoded, from: "/")
  }
}
