/// A key as the browser tells keys apart.
///
/// Arrows and their neighbours count the same with Shift, Alt or Control held.
package enum Key: Hashable, Sendable {
  case character(Character)
  case up, down, left, right
  case home, end, pageUp, pageDown
  case tab, backTab, enter, escape
  case backspace, delete, insert
  /// With a small letter, or one of `@ \ ] ^ _`. Control-h, -i, -j and -m are their own keys.
  case control(Character)
  case alt(Character)
  /// From 1.
  case function(Int)
}

/// What a terminal sends that a person meant.
package enum TerminalInput: Hashable, Sendable {
  case key(Key)
  /// One line without control characters.
  case paste(String)
  case mouse(MouseInput)
}

/// A button or a wheel, and the cell it happened on.
package struct MouseInput: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The left button; the others are the terminal's own.
    case press, release
    case wheelUp, wheelDown
  }

  package var kind: Kind
  /// From 0.
  package var column: Int
  /// From 0.
  package var row: Int

  package init(_ kind: Kind, row: Int, column: Int) {
    self.kind = kind
    self.row = row
    self.column = column
  }
}
