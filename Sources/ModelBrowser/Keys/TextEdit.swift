/// A change of a text field or of its cursor.
enum TextEdit: Hashable, Sendable {
  case deleteBack, deleteForward, deleteWord, deleteToStart, deleteToEnd
  case left, right, wordLeft, wordRight, start, end
}

extension TextField {
  mutating func apply(_ edit: TextEdit) {
    switch edit {
    case .deleteBack: deleteBackward()
    case .deleteForward: deleteForward()
    case .deleteWord: deleteWord()
    case .deleteToStart: deleteToStart()
    case .deleteToEnd: deleteToEnd()
    case .left: moveLeft()
    case .right: moveRight()
    case .wordLeft: moveWordLeft()
    case .wordRight: moveWordRight()
    case .start: moveToStart()
    case .end: moveToEnd()
    }
  }
}
