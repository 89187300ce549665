/// The meaning of sequences after ESC `[` and ESC `O`, as sent by xterm, rxvt, the Linux console
/// and terminals that follow them.
enum ControlSequence {
  enum Meaning {
    case inputs([TerminalInput])
    case pasteBegins
  }

  /// - Parameters:
  ///   - parameters: The bytes between the bracket and the last one.
  ///   - final: The last byte.
  /// - Returns: No inputs for sequences that are not keys.
  static func meaning(parameters: [UInt8], final: UInt8) -> Meaning {
    if parameters.first == 0x3C {
      return .inputs(mouse(numbers(parameters.dropFirst()), final: final))
    }
    // With a private marker or intermediate bytes: a reply to a query.
    guard parameters.allSatisfy({ (0x30...0x3B).contains($0) }) else { return .inputs([]) }
    let fields = ModifiedKey.fields(parameters)
    if let key = ModifiedKey(fields, final: final) { return .inputs(key.inputs) }
    let numbers = fields.map { $0.first ?? 0 }
    if final == 0x7E, numbers.first == 200 { return .pasteBegins }
    return .inputs(key(numbers, final: final).map { [.key($0)] } ?? [])
  }

  private static func key(_ numbers: [Int], final: UInt8) -> Key? {
    switch final {
    case 0x7E, 0x5E, 0x24, 0x40: numbered(numbers.first ?? 0)
    case 0x5A: .backTab
    // With numbers it is a cursor position report.
    case 0x52: numbers.isEmpty ? .function(3) : nil
    case 0x61...0x64: singleKey(final - 0x20)
    case 0x43, 0x44:
      cursorKey(final, ModifiedKey.Modifiers(numbers.dropFirst().first ?? 1))
    case 0x41, 0x42, 0x46, 0x48, 0x50, 0x51, 0x53: singleKey(final)
    default: nil
    }
  }

  private static func cursorKey(_ final: UInt8, _ modifiers: ModifiedKey.Modifiers) -> Key? {
    guard modifiers == .control else { return singleKey(final) }
    return final == 0x43 ? .controlRight : .controlLeft
  }

  private static func numbered(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...26: .function(number - 12)
    case 28, 29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
    }
  }

  /// The key of a sequence ESC `O`; the keypad uses the same letters.
  static func singleKey(_ final: UInt8) -> Key? {
    switch final {
    case 0x41: .up
    case 0x42: .down
    case 0x43: .right
    case 0x44: .left
    case 0x46: .end
    case 0x48: .home
    case 0x49: .tab
    case 0x4D: .enter
    case 0x50...0x53: .function(Int(final) - 0x4F)
    case 0x58: .character("=")
    // Of rxvt, with Control.
    case 0x63: .controlRight
    case 0x64: .controlLeft
    case 0x6A...0x79: .character(Character(Unicode.Scalar(final - 0x40)))
    default: nil
    }
  }

  private static func mouse(_ numbers: [Int], final: UInt8) -> [TerminalInput] {
    guard numbers.count == 3, final == 0x4D || final == 0x6D else { return [] }
    return mouse(button: numbers[0], column: numbers[1], row: numbers[2], isPress: final == 0x4D)
  }

  /// Decodes three bytes, each with an offset of 32.
  static func oldMouse(_ bytes: [UInt8]) -> [TerminalInput] {
    guard bytes.count == 3, bytes.allSatisfy({ $0 >= 0x20 }) else { return [] }
    let numbers = bytes.map { Int($0) - 0x20 }
    return mouse(
      button: numbers[0], column: numbers[1], row: numbers[2], isPress: numbers[0] & 3 != 3)
  }

  private static func mouse(
    button: Int, column: Int, row: Int, isPress: Bool
  ) -> [TerminalInput] {
    guard column > 0, row > 0 else { return [] }
    // 4, 8 and 16 are modifiers; 32 is motion, which was not requested.
    let kind: MouseInput.Kind
    switch button & ~0b11100 {
    case 0: kind = isPress ? .press : .release
    case 3: kind = .release
    case 64 where isPress: kind = .wheelUp
    case 65 where isPress: kind = .wheelDown
    default: return []
    }
    return [.mouse(MouseInput(kind, row: row - 1, column: column - 1))]
  }

  /// Parameters between semicolons; invalid or large ones are 0.
  private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
    guard !bytes.isEmpty else { return [] }
    return bytes.split(separator: 0x3B, omittingEmptySubsequences: false).map { digits in
      guard digits.count <= 5 else { return 0 }
      return Int(String(decoding: digits, as: UTF8.self)) ?? 0
    }
  }
}
