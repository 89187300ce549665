/// Terminal commands, with ESC and with the single C1 character that replaces ESC and the next
/// character.
extension HostileText {
  static let controls =
    between(0x00...0x1F, "C0 control") + between([0x7F], "control")
    + between(0x80...0x9F, "C1 control")

  /// ESC and one or two characters.
  static let escapes = [
    "c": "reset", "7": "save the cursor", "8": "restore the cursor", "D": "index",
    "M": "reverse index", "E": "next line", "Z": "who are you", "=": "keypad",
    "(0": "line drawing letters", "%@": "leave UTF-8", "#8": "fill with E", "n": "shift",
    " G": "8-bit controls", "\u{1B}[": "twice", "l": "lock the memory",
  ].sorted { $0.key < $1.key }.map { HostileText("ESC: \($0.value)", "a\u{1B}\($0.key)b") }

  static let controlSequences = [
    "2J", "3J", "K", "H", "999;999H", "999A", "9P", "9M", "9@", "31m", "8m", "7m",
    "38;2;255;0;0m", "48;5;1m", "?25l", "?1049h", "?1049l", "?1000h", "?1003h", "?1006h",
    "?2004h", "?2026h", "?7l", "?5h", "6n", "5n", "?15n", "c", ">c", "=c", ">0q", "14t", "18t",
    "21t", "8;1;1t", "22;0t", "2;4r", "4h", "20h", "!p", "\"p", "1$r", "?1$p", "5i", "0;0;0#q",
  ].flatMap { body in
    [
      HostileText("CSI \(body)", "a\u{1B}[\(body)b"),
      HostileText("8-bit CSI \(body)", "a\u{9B}\(body)b"),
    ]
  }

  /// OSC: titles, colours, links, the clipboard, notifications; with and without a terminator.
  static let commands = [
    "0;owned", "1;owned", "2;owned", "4;0;?", "4;1;#ff0000", "7;file://evil/", "8;;https://evil/",
    "9;notice", "9;4;1;50", "10;?", "11;?", "12;#000000", "50;?", "52;c;cm0gLXJmIC8=", "52;c;?",
    "104", "112", "133;A", "633;A", "777;notify;a;b", "1337;File=inline=1:AAAA", "L", "l",
  ].flatMap { body in
    [
      HostileText("OSC \(body)", "a\u{1B}]\(body)\u{7}b"),
      HostileText("OSC \(body) with ST", "a\u{1B}]\(body)\u{1B}\\b"),
      HostileText("8-bit OSC \(body)", "a\u{9D}\(body)\u{9C}b"),
      HostileText("OSC \(body) without an end", "a\u{1B}]\(body)"),
    ]
  }

  /// DCS, SOS, PM and APC.
  static let deviceStrings = [
    ("sixel", "P", "\u{90}", "q#0;2;0;0;0~-"), ("DECRQSS", "P", "\u{90}", "$qm"),
    ("XTGETTCAP", "P", "\u{90}", "+q544e"), ("function keys", "P", "\u{90}", "0;1|17/0D"),
    ("tmux passthrough", "P", "\u{90}", "tmux;\u{1B}\u{1B}]0;x\u{7}"),
    ("screen title", "k", "\u{90}k", "owned"), ("start of string", "X", "\u{98}", "text"),
    ("privacy message", "^", "\u{9E}", "text"), ("kitty image", "_", "\u{9F}", "Gi=1;AAAA"),
  ].flatMap { name, introducer, single, body in
    [
      HostileText("device string: \(name)", "a\u{1B}\(introducer)\(body)\u{1B}\\b"),
      HostileText("8-bit device string: \(name)", "a\(single)\(body)\u{9C}b"),
      HostileText("device string without an end: \(name)", "a\u{1B}\(introducer)\(body)"),
    ]
  }
}
