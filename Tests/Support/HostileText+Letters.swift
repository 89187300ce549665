/// Characters that change direction, hide, stack, or have a different width in each terminal.
extension HostileText {
  static let directions =
    between([0x61C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E], "direction")
    + between(0x2066...0x2069, "isolate")
    + [
      HostileText("an override to the end", "user\u{202E}gpj.exe"),
      HostileText("nested overrides", "\u{202E}\u{202D}\u{202E}x\u{202C}\u{202C}y"),
      HostileText("an isolate without an end", "price\u{2067}10"),
      HostileText("right to left letters", "אבג 123 دهو"),
      HostileText("an override in Hebrew", "א\u{202D}ב\u{202C}ג"),
    ]

  static let invisible =
    between([0xAD, 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180E], "invisible")
    + between([0x200B, 0x200C, 0x200D, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064], "invisible")
    + between([0x206A, 0x206F, 0x2800, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFB], "invisible")
    + between([0x1BCA0, 0x1D173, 0xE0001, 0xE0020, 0xE007F], "invisible")
    + between([0xFE00, 0xFE0E, 0xFE0F, 0xE0100, 0xE01EF], "variation")
    + [
      HostileText("a word in tags", "a\u{E0067}\u{E0062}\u{E0065}b"),
      HostileText("a word cut by joiners", "c\u{200D}l\u{200D}a\u{200D}u\u{200D}d\u{200D}e"),
      HostileText("only invisible letters", "\u{200B}\u{2060}\u{FEFF}\u{3164}"),
      HostileText("a thousand of no width", "a" + String(repeating: "\u{200B}", count: 1000)),
    ]

  static let marks = [
    HostileText("a mark before all", "\u{301}a"), HostileText("only a mark", "\u{301}"),
    HostileText("a mark on a blank", "a \u{301}b"),
    HostileText("a tower of accents", "e" + String(repeating: "\u{30D}", count: 50)),
    HostileText("a tower of a thousand", "e" + String(repeating: "\u{363}", count: 1000)),
    HostileText("towers on every letter", "a\u{30D}\u{363}\u{489}b\u{316}\u{317}\u{488}\u{20DD}"),
    HostileText("enclosing marks", "a\u{20DD}\u{20DE}\u{20E0}\u{20E3}"),
    HostileText("marks of many classes", "q\u{327}\u{307}\u{323}\u{345}\u{315}\u{59A}"),
    HostileText("a mark between blanks", "a \u{301} \u{301} b"),
    HostileText("Hangul in parts", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}"),
    HostileText("Hangul vowels alone", "\u{1161}\u{1161}\u{1161}"),
    HostileText("joined Devanagari", String(repeating: "क\u{94D}", count: 40) + "ष"),
    HostileText("a syllable of many vowels", "क" + String(repeating: "\u{93E}", count: 40)),
    HostileText("Thai towers", "ก\u{E49}\u{E49}\u{E49}\u{E49}\u{E49}\u{E38}\u{E38}"),
    HostileText("a mark on a control", "a\u{1B}\u{301}b"),
    HostileText("a mark on an override", "a\u{202E}\u{301}b"),
  ]

  static let lineBreaks =
    between([0x2028, 0x2029], "line break")
    + between([0xA0, 0x1680, 0x2000, 0x2003, 0x200A, 0x202F, 0x205F, 0x3000], "blank")
    + [
      HostileText("CR LF", "a\r\nb"), HostileText("lines in front", "\n\n\na"),
      HostileText("lines behind", "a\n\n\n"), HostileText("many lines", "a\nb\n\nc\n\n\n\nd"),
      HostileText("a line over a line", "model\rfree!"),
      HostileText("a fake prompt", "a\n$ rm -rf /\n"), HostileText("tabs", "\ta\t\tb\t"),
      HostileText("blanks", "   a    b   "), HostileText("only blanks", " \u{3000}\u{A0} "),
      HostileText("backspaces", "evil\u{8}\u{8}\u{8}\u{8}good"), HostileText("no text", ""),
    ]

  static let pictures = [
    HostileText("a family", "👩\u{200D}👩\u{200D}👧\u{200D}👦"),
    HostileText("a flag", "🇩🇪"), HostileText("half a flag", "🇩"),
    HostileText("flags", String(repeating: "🇫🇷", count: 30)),
    HostileText("a flag of tags", "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}"),
    HostileText("a rainbow flag", "🏳\u{FE0F}\u{200D}🌈"), HostileText("a skin tone", "👍🏽"),
    HostileText("a skin tone alone", "🏿"), HostileText("a key", "1\u{FE0F}\u{20E3}"),
    HostileText("a heart as a picture", "❤\u{FE0F}"),
    HostileText("a picture as text", "⌚\u{FE0E}"), HostileText("a picture of 2022", "a\u{1FAE8}b"),
    HostileText("a picture of 2024", "a\u{1FAE9}b"), HostileText("a letter of 2024", "a\u{A7CB}b"),
    HostileText("no letter at all", "a\u{378}b"), HostileText("a noncharacter", "a\u{FFFE}b"),
    HostileText("the last noncharacter", "a\u{10FFFF}b"), HostileText("private", "a\u{E000}b"),
    HostileText("private far off", "a\u{10FFFD}b"), HostileText("an object", "a\u{FFFC}b"),
    HostileText("the widest letter", "﷽﷽﷽"), HostileText("a wide sign", "𒐫𒐫"),
    HostileText("a hexagram", "䷀䷀"), HostileText("wide letters", "ＡＢＣ　界"),
    HostileText("narrow kana", "ｶﾞｷﾞ"), HostileText("of ambiguous width", "①②§¶±°"),
    HostileText("a wide one at an odd place", "x界x界x界x界"),
    HostileText("far ideographs", "\u{20000}\u{2A6DF}\u{30000}"),
  ]
}
