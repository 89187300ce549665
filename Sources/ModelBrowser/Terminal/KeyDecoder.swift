/// Decodes bytes from a terminal into keys, independent of how they are split into reads.
///
/// Replies, focus reports and unknown sequences are consumed completely, so that no part of them is
/// taken for typing. Memory use is bounded.
package struct KeyDecoder: Sendable {
  /// Pasted bytes beyond this are dropped.
  package static let pasteLimit = 100_000

  private enum State {
    case ground
    /// Inside a UTF-8 sequence.
    case letter(isAlt: Bool)
    case escape
    /// After ESC `[`.
    case control
    /// After ESC `[` `[`: the Linux console's function keys.
    case linuxFunction
    /// After ESC `[` `M`: the mouse protocol before SGR; three bytes follow.
    case oldMouse
    /// After ESC `O`.
    case single
    /// Inside a string that ESC `]`, `P`, `X`, `^` or `_` started and BEL or ESC `\` ends.
    case string(UInt8, isEmpty: Bool, sawEscape: Bool)
    case paste
  }

  private var state = State.ground
  private var letter = UTF8Letter()
  private var parameters: [UInt8] = []
  private var pasted = PasteBuffer()
  private var output: [TerminalInput] = []

  package init() {}

  /// Whether the last bytes have another meaning if nothing follows them; see ``flush()``.
  ///
  /// An incomplete UTF-8 sequence has none, so it waits without a time limit.
  package var isPending: Bool {
    switch state {
    case .ground, .letter: false
    case .escape, .control, .linuxFunction, .oldMouse, .single, .string, .paste: true
    }
  }

  /// Whether a paste has started and not ended; its parts may arrive slowly.
  package var isPasting: Bool {
    if case .paste = state { true } else { false }
  }

  /// Drops an unfinished paste or string, which may never end.
  ///
  /// For an interrupt that arrived alone, so that it was typed: one inside of pasted text must not
  /// end the paste, since what follows would be taken for typing.
  package mutating func abandonText() {
    switch state {
    case .paste, .string: state = .ground
    case .ground, .letter, .escape, .control, .linuxFunction, .oldMouse, .single: return
    }
    pasted = PasteBuffer()
  }

  package mutating func feed(_ bytes: some Sequence<UInt8>) -> [TerminalInput] {
    for byte in bytes { consume(byte) }
    return takeOutput()
  }

  /// Decodes pending bytes as complete: a lone ESC is the Escape key, ESC `[` is Alt-[.
  package mutating func flush() -> [TerminalInput] {
    switch state {
    case .ground, .letter: return []
    case .linuxFunction, .oldMouse: break
    case .escape: emit(.escape)
    case .control: if parameters.isEmpty { emit(.alt("[")) }
    case .single: if parameters.isEmpty { emit(.alt("O")) }
    case .string(let opener, let isEmpty, _):
      if isEmpty { emit(.alt(Character(Unicode.Scalar(opener)))) }
    case .paste: output.append(.paste(pasted.drain()))
    }
    state = .ground
    return takeOutput()
  }

  private mutating func takeOutput() -> [TerminalInput] {
    defer { output = [] }
    return output
  }

  private mutating func emit(_ key: Key) { output.append(.key(key)) }

  private mutating func consume(_ byte: UInt8) {
    switch state {
    case .ground: consumeInGround(byte, isAlt: false)
    case .letter(let isAlt): consumeInLetter(byte, isAlt: isAlt)
    case .escape: consumeAfterEscape(byte)
    case .control: consumeInControl(byte)
    case .linuxFunction:
      state = .ground
      if (0x41...0x45).contains(byte) { emit(.function(Int(byte) - 0x40)) }
    case .oldMouse:
      parameters.append(byte)
      guard parameters.count == 3 else { return }
      state = .ground
      output += ControlSequence.oldMouse(parameters)
    case .single: consumeAfterSingle(byte)
    case .string(let opener, _, let sawEscape):
      consumeInString(byte, opener: opener, sawEscape: sawEscape)
    case .paste:
      guard pasted.append(byte) else { return }
      output.append(.paste(pasted.drain()))
      state = .ground
    }
  }

  private mutating func consumeInGround(_ byte: UInt8, isAlt: Bool) {
    state = .ground
    switch byte {
    case 0x1B: state = .escape
    case 0x00...0x1F, 0x7F: emit(Self.controlKey(byte))
    case 0x20...0x7E:
      let character = Character(Unicode.Scalar(byte))
      emit(isAlt ? .alt(character) : .character(character))
    default:
      if letter.begin(byte) { state = .letter(isAlt: isAlt) }
    }
  }

  private mutating func consumeInLetter(_ byte: UInt8, isAlt: Bool) {
    switch letter.append(byte) {
    case .unfinished: break
    case .broken: consumeInGround(byte, isAlt: false)
    case .finished(let scalar):
      state = .ground
      // C1 controls have no key, even encoded as UTF-8.
      guard let scalar, scalar.value >= 0xA0 else { return }
      emit(isAlt ? .alt(Character(scalar)) : .character(Character(scalar)))
    }
  }

  private mutating func consumeAfterEscape(_ byte: UInt8) {
    parameters = []
    switch byte {
    case 0x5B: state = .control
    case 0x4F: state = .single
    case 0x5D, 0x50, 0x58, 0x5E, 0x5F:
      state = .string(byte, isEmpty: true, sawEscape: false)
    case 0x1B: emit(.escape)
    // Alt-Backspace deletes a word, wherever text is edited.
    case 0x7F, 0x08:
      state = .ground
      emit(.control("w"))
    case 0x00...0x1F:
      emit(.escape)
      consumeInGround(byte, isAlt: false)
    default: consumeInGround(byte, isAlt: true)
    }
  }

  private mutating func consumeInControl(_ byte: UInt8) {
    switch byte {
    case 0x20...0x3F:
      // No known sequence is longer; its last byte still ends it.
      if parameters.count < 64 { parameters.append(byte) }
    case 0x5B where parameters.isEmpty: state = .linuxFunction
    case 0x4D where parameters.isEmpty: state = .oldMouse
    case 0x40...0x7E:
      state = .ground
      switch ControlSequence.meaning(parameters: parameters, final: byte) {
      case .inputs(let inputs): output += inputs
      case .pasteBegins: state = .paste
      }
    default: consumeInGround(byte, isAlt: false)
    }
  }

  private mutating func consumeAfterSingle(_ byte: UInt8) {
    switch byte {
    case 0x30...0x3B where parameters.count < 8: parameters.append(byte)
    case 0x40...0x7E:
      state = .ground
      if let key = ControlSequence.singleKey(byte) { emit(key) }
    default: consumeInGround(byte, isAlt: false)
    }
  }

  private mutating func consumeInString(_ byte: UInt8, opener: UInt8, sawEscape: Bool) {
    switch (byte, sawEscape) {
    case (0x07, _), (0x18, _), (0x1A, _), (0x5C, true): state = .ground
    case (0x1B, _): state = .string(opener, isEmpty: false, sawEscape: true)
    // ESC without a backslash: the string was cut off, and a new sequence starts.
    case (_, true): consumeAfterEscape(byte)
    case (_, false): state = .string(opener, isEmpty: false, sawEscape: false)
    }
  }

  /// The key of a control character.
  static func controlKey(_ byte: UInt8) -> Key {
    switch byte {
    case 0x1B: .escape
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    default: .control(Character(Unicode.Scalar(byte + 0x40)))
    }
  }
}
