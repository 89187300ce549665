/// Text that readers of our formats could interpret.
extension HostileText {
  static let formulas = [
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://evil\")",
    "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "\u{200B}=1+1", "\u{FEFF}=1+1", "\u{202E}=1+1",
    "\u{1B}=1+1", "＝1+1", "＋1+1", "－1+1", "＠SUM(A1)", "\"=1+1\"", "a\",\"=1+1", "a\r\n=1+1",
    "a\n=1+1", ",=1+1", ";=1+1", "'=1+1", "%0A=1+1", "−1+1", "\u{A0}=1+1", "\u{301}=1+1",
  ].map { HostileText("formula \($0.debugDescription)", $0) }

  static let markup = [
    "| a | b |", "|", "\\|", "a\n| --- | --- |", "a | b\nc | d", "[x](javascript:alert(1))",
    "![x](http://evil/)", "**b** _i_ ~~s~~", "`code` ``` fence", "# heading", "<b>bold</b>",
    "<script>alert(1)</script>", "</td></table>", "<!-- ", "&#124; &lt;b&gt;", "- a\n- b",
    "https://evil.example/", "@everyone", "\\", "\\\\", "a\\", "`", "*", "<img src=x onerror=y>",
  ].map { HostileText("markup \($0.debugDescription)", $0) }

  static let syntax = [
    "\"", "\"\"", "'", ",", ";", "a,b", "a\"b", "a\",\"b", "\"a\nb\"", "a\r\nb,c\r\n", "\u{0}",
    "a\tb\tc", "\\n", "\\t", "\\u001b[2J", "\\x1b[2J", "^[[2J", "␛[2J", "\"}]}", "{\"id\":1}",
    "null", "true", "1e999", "-1", "\u{FFFD}", "a\u{FFFF}b", "%s%n%x", "%00", "$(reboot)",
    "`reboot`", "'; reboot #", "\"; reboot #", "$'\\e[2J'", "?", "~", "!!", "{a,b}", "--help",
    "-", "../../../etc/passwd", "/", "//", "~/x", "a/b/c", "a:free", ":", "author:x", "is:free",
    "sort:-ctx", "\"open", "ctx>=", "#", "a b", "İıſK", "ß", "ﬁ", "\u{2126}", "\u{37E}",
  ].map { HostileText("syntax \($0.debugDescription)", $0) }

  static let sizes = [
    HostileText("3,000 letters", String(repeating: "x", count: 3000)),
    HostileText("3,000 wide letters", String(repeating: "界", count: 3000)),
    HostileText("3,000 words", String(repeating: "ab ", count: 3000)),
    HostileText("3,000 lines", String(repeating: "ab\n", count: 3000)),
    HostileText("3,000 escapes", String(repeating: "\u{1B}[2J", count: 3000)),
    HostileText("a long word, then words", String(repeating: "y", count: 300) + " a b c"),
  ]
}
