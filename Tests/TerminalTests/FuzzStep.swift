import Glibc
import Support

/// A random step of a terminal session.
enum FuzzStep: CustomStringConvertible {
  case bytes([UInt8])
  case resize(columns: Int, rows: Int)
  case signals([Int32])
  /// Upstream serves another listing from now on.
  case listing(count: Int)
  case upstreamFails

  var description: String {
    switch self {
    case .bytes(let bytes): String(decoding: bytes.prefix(80), as: UTF8.self).debugDescription
    case .resize(let columns, let rows): "\(columns)×\(rows)"
    case .signals(let numbers): "signals \(numbers)"
    case .listing(let count): "\(count) models"
    case .upstreamFails: "upstream fails"
    }
  }

  static func random(using random: inout SeededRandom) -> FuzzStep {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<76: bytes(Self.bytes(using: &random))
    case 76..<88: resize(using: &random)
    case 88..<94:
      .signals(signals.randomElement(using: &random) ?? [])
    case 94..<99: .listing(count: Int.random(in: 0...60, using: &random))
    default: .upstreamFails
    }
  }

  private static let signals: [[Int32]] = [
    [SIGWINCH], [SIGWINCH, SIGWINCH, SIGCONT], [SIGCONT], [SIGTSTP], [SIGTSTP, SIGCONT],
    [SIGSTOP, SIGCONT], [SIGSTOP, SIGWINCH, SIGCONT],
  ]

  private static func resize(using random: inout SeededRandom) -> FuzzStep {
    let most = [10, 40, 100, 100, 200, 500].randomElement(using: &random) ?? 100
    return .resize(
      columns: Int.random(in: 1...most, using: &random),
      rows: Int.random(in: 1...(most < 500 ? most / 2 + 5 : most), using: &random))
  }

  /// Several inputs in one write, as over a slow connection.
  private static func bytes(using random: inout SeededRandom) -> [UInt8] {
    (0..<Int.random(in: 1...8, using: &random)).flatMap { _ in input(using: &random) }
      .filter { !ends.contains($0) }
  }

  /// Bytes that are not sent: `q` and Ctrl-c end the program, Ctrl-\ and Ctrl-s end or stop it
  /// while the shell has the terminal.
  private static let ends: Set<UInt8> = [0x71, 0x03, 0x1C, 0x13]

  private static func input(using random: inout SeededRandom) -> [UInt8] {
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<10: return Array((keys.randomElement(using: &random) ?? "").utf8)
    case 10..<13: return Array("/".utf8) + Array((words.randomElement(using: &random) ?? "").utf8)
    case 13..<15: return Array((pieces.randomElement(using: &random) ?? "").utf8)
    case 15..<17: return mouse(using: &random)
    case 17: return paste(using: &random)
    default:
      return (0..<Int.random(in: 1...10, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
    }
  }

  private static let keys = [
    "j", "k", "g", "G", "<", ">", "h", "l", "\t", "\u{1B}[Z", "\r", "\u{1B}", "\u{1B}\u{1B}", "/",
    "c", "s", "S", "t", "f", "x", "y", "Y", "o", "e", "r", "r", "\u{12}", "?", "m", "\u{C}",
    "\u{1A}", "\u{4}", "\u{15}", "\u{6}", "\u{2}", "\u{E}", "\u{10}", " ", "\u{1B}[A",
    "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}[H", "\u{1B}[F", "\u{1B}[5~", "\u{1B}[6~",
    "\u{1B}[3~", "\u{1B}[15~", "\u{7F}", "\u{17}", "\u{B}", "\u{1}", "\u{5}", "\u{1B}b",
  ]

  private static let words = [
    "claude", "gpt ctx>=200k", "is:free", "is:", "sort:-price", "author:\t\t", "has:t\t", "\"half",
    "ctx>", "pricee<3", "漢字", "e\u{301}", "👨‍👩‍👧‍👦", "source:core\r", "-x", "nothing matches this",
  ]

  /// Incomplete and unknown sequences.
  private static let pieces = [
    "\u{1B}[", "\u{1B}[1;", "\u{1B}O", "\u{1B}]11;rgb:00", "\u{1B}P1$r", "\u{1B}_G", "\u{1B}[<0;",
    "\u{1B}[M", "\u{1B}[[", "\u{1B}[201~", "\u{1B}[?1;2c", "\u{1B}[24;80R", "\u{1B}[I",
    "\u{1B}[99999999999999999999~", "\u{1B}[;;;;;;;;u", "\u{1B}\\", "\u{7}",
  ]

  private static func mouse(using random: inout SeededRandom) -> [UInt8] {
    let button = [0, 0, 0, 2, 3, 32, 64, 65, 65, 99].randomElement(using: &random) ?? 0
    let column = Int.random(in: 0...120, using: &random)
    let row = Int.random(in: 0...60, using: &random)
    let end = Bool.random(using: &random) ? "M" : "m"
    return Array("\u{1B}[<\(button);\(column);\(row)\(end)".utf8)
  }

  private static func paste(using random: inout SeededRandom) -> [UInt8] {
    let text = (words.randomElement(using: &random) ?? "") + "\n\t\u{1B}[31m"
    let repeated = String(
      repeating: text, count: [1, 1, 1, 300].randomElement(using: &random) ?? 1)
    let end = Bool.random(using: &random) ? "\u{1B}[201~" : ""
    return Array("\u{1B}[200~\(repeated)\(end)".utf8)
  }
}
