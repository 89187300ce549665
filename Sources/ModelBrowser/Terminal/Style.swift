/// The sixteen colours of the terminal's own palette; what they look like is the person's choice.
package enum Color: UInt8, CaseIterable, Sendable {
  case black, red, green, yellow, blue, magenta, cyan, white
  case brightBlack, brightRed, brightGreen, brightYellow
  case brightBlue, brightMagenta, brightCyan, brightWhite
}

/// How a cell looks, on the terminal's default background always.
package struct Style: Hashable, Sendable {
  package struct Attributes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let bold = Attributes(rawValue: 1)
    package static let dim = Attributes(rawValue: 2)
    package static let underline = Attributes(rawValue: 4)
    package static let reverse = Attributes(rawValue: 8)
  }

  /// nil is the terminal's default, which fits its background.
  package var foreground: Color?
  package var attributes: Attributes

  package init(_ foreground: Color? = nil, _ attributes: Attributes = []) {
    self.foreground = foreground
    self.attributes = attributes
  }

  package static let plain = Style()
  package static let bold = Style(nil, .bold)
  package static let dim = Style(nil, .dim)
  package static let underline = Style(nil, .underline)
  /// Selection: no colour inside, since a reversed colour is unreadable on some palettes.
  package static let reverse = Style(nil, .reverse)

  package static func color(_ color: Color) -> Style { Style(color) }
}
