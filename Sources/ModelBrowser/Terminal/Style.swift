/// The colours of the terminal's palette, which the user defines, that differ from the background in
/// every theme.
///
/// Black and white are the background of some themes. So are the bright colours: in Solarized they
/// are the greys, and bright black is the background of its dark form.
package enum Color: UInt8, CaseIterable, Sendable {
  case red = 1
  case green, yellow, blue, magenta, cyan
}

/// Colour and attributes of a cell; the background is always the terminal's default.
package struct Style: Hashable, Sendable {
  package struct Attributes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let bold = Attributes(rawValue: 1)
    package static let dim = Attributes(rawValue: 2)
    package static let underline = Attributes(rawValue: 4)
    package static let reverse = Attributes(rawValue: 8)
  }

  /// Nil for the terminal's default.
  package var foreground: Color?
  package var attributes: Attributes

  package init(_ foreground: Color? = nil, _ attributes: Attributes = []) {
    self.foreground = foreground
    self.attributes = attributes
  }

  package static let plain = Style()
}
