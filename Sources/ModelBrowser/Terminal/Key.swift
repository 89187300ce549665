/// A key as the browser distinguishes keys.
///
/// Modifiers of arrows, Home, End, PgUp and PgDn are ignored, but for Control with ← and →.
package enum Key: Hashable, Sendable {
  case character(Character)
  case up, down, left, right
  case controlLeft, controlRight
  case home, end, pageUp, pageDown
  case tab, backTab, enter, escape
  case backspace, delete, insert
  /// With a lower-case letter or one of `@ \ ] ^ _`. Control-h, -i, -j and -m are decoded as
  /// Backspace, Tab and Enter.
  case control(Character)
  case alt(Character)
  /// From 1.
  case function(Int)
}

/// Input by the user, decoded from what the terminal sends.
package enum TerminalInput: Hashable, Sendable {
  case key(Key)
  /// One line without control characters.
  case paste(String)
  case mouse(MouseInput)
}

/// A mouse button or wheel event and its cell.
package struct MouseInput: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The left button; other buttons are left to the terminal.
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
