/// A key with its modifiers, from terminals that send more than ASCII has: CSI u (kitty's protocol,
/// tmux) and xterm's modifyOtherKeys.
struct ModifiedKey {
  struct Modifiers: OptionSet {
    let rawValue: Int

    static let shift = Modifiers(rawValue: 1)
    static let alt = Modifiers(rawValue: 2)
    static let control = Modifiers(rawValue: 4)
    /// Super and Hyper: keys of the desktop.
    static let foreign = Modifiers(rawValue: 8 | 16)
    static let meta = Modifiers(rawValue: 32)
    static let capsLock = Modifiers(rawValue: 64)

    init(rawValue: Int) { self.rawValue = rawValue }

    /// As sent: one more than the sum of the bits.
    init(_ number: Int) { rawValue = max(0, number - 1) }
  }

  /// The key without modifiers: a Unicode scalar, or a number of kitty's in the private use area.
  private let code: Int
  /// What it types with Shift, if the terminal says so.
  private let shifted: Int?
  private let modifiers: Modifiers
  private let isRelease: Bool

  /// Nil for another sequence: the fields are `code:shifted;modifiers:event` before `u`, or
  /// `27;modifiers;code` before `~`.
  init?(_ fields: [[Int]], final: UInt8) {
    func number(_ field: Int, _ part: Int = 0) -> Int? {
      guard fields.indices.contains(field), fields[field].indices.contains(part),
        fields[field][part] > 0
      else { return nil }
      return fields[field][part]
    }
    switch final {
    case 0x75:
      guard let code = number(0) else { return nil }
      self.code = code
      shifted = number(0, 1)
      modifiers = Modifiers(number(1) ?? 1)
      isRelease = number(1, 1) == 3
    case 0x7E:
      guard number(0) == 27, let code = number(2) else { return nil }
      self.code = code
      shifted = nil
      modifiers = Modifiers(number(1) ?? 1)
      isRelease = false
    default: return nil
    }
  }

  /// What the same key means without these protocols; nothing for a key of the desktop, and when a
  /// key is released.
  var inputs: [TerminalInput] {
    guard !isRelease, modifiers.isDisjoint(with: .foreign) else { return [] }
    return (named ?? typed).map { [.key($0)] } ?? []
  }

  private var hasAlt: Bool { !modifiers.isDisjoint(with: [.alt, .meta]) }
  private var hasControl: Bool { modifiers.contains(.control) }

  private var named: Key? {
    switch code {
    case 8, 127: hasAlt || hasControl ? .control("w") : .backspace
    case 9: modifiers.contains(.shift) ? .backTab : .tab
    case 13, 57414: .enter
    case 27: .escape
    case 57417: hasControl ? .controlLeft : .left
    case 57418: hasControl ? .controlRight : .right
    case 57419: .up
    case 57420: .down
    case 57421: .pageUp
    case 57422: .pageDown
    case 57423: .home
    case 57424: .end
    case 57425: .insert
    case 57426: .delete
    // The digits and signs of the keypad.
    case 57399...57413: .character(Self.keypad[code - 57399])
    case 57415: "="
    default: nil
    }
  }

  private static let keypad = Array("0123456789./*-+")

  private var typed: Key? {
    guard let scalar = Unicode.Scalar(UInt32(code)), code >= 0x20, !(0x7F...0x9F).contains(code),
      !(0xE000...0xF8FF).contains(code)
    else { return nil }
    if hasControl, let key = Self.control(scalar) { return key }
    let character = withShift(Character(scalar))
    return hasAlt ? .alt(character) : .character(character)
  }

  private func withShift(_ character: Character) -> Character {
    let isShifted =
      modifiers.contains(.shift) != (modifiers.contains(.capsLock) && character.isLetter)
    guard isShifted else { return character }
    if modifiers.contains(.shift), let shifted, let scalar = Unicode.Scalar(UInt32(shifted)) {
      return Character(scalar)
    }
    let upper = character.uppercased()
    return upper.count == 1 ? Character(upper) : character
  }

  /// The control character that ASCII has for it, if it has one.
  private static func control(_ scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 0x20: .control("@")
    case 0x3F: .backspace
    case 0x40...0x5F, 0x61...0x7A: KeyDecoder.controlKey(UInt8(scalar.value & 0x1F))
    default: nil
    }
  }

  /// Parameters between semicolons, each with its parts between colons; invalid or large ones are 0.
  static func fields(_ bytes: [UInt8]) -> [[Int]] {
    guard !bytes.isEmpty else { return [] }
    return bytes.split(separator: 0x3B, omittingEmptySubsequences: false).map { field in
      field.split(separator: 0x3A, omittingEmptySubsequences: false).map { digits in
        digits.count <= 7 ? Int(String(decoding: digits, as: UTF8.self)) ?? 0 : 0
      }
    }
  }
}
