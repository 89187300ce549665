import ArgumentParser
import Foundation
import ModelCatalog
import ModelText

/// A command's output: data on standard output, messages on standard error.
struct Console: Sendable {
  let isTerminal: Bool
  let isErrorTerminal: Bool
  let styler: ANSIStyler
  /// Cells per line; nil if unknown, then nothing is truncated.
  let width: Int?
  /// Lines on the screen; nil if unknown.
  let height: Int?
  private let isUTF8: Bool

  init(_ settings: Settings) {
    self.init(
      color: settings.color, isASCII: settings.isASCII, environment: settings.environment)
  }

  init(color: ColorChoice, isASCII: Bool = false, environment: [String: String]) {
    isTerminal = OutputStream.output.isTerminal
    isErrorTerminal = OutputStream.error.isTerminal
    let isSimple = ["", "dumb"].contains(environment["TERM"] ?? "")
    let hasColor =
      switch color {
      case .auto: isTerminal && !isSimple
      case .always: true
      case .never: false
      }
    styler = ANSIStyler(
      hasColor: hasColor, hasLinks: isTerminal && LinkSupport.isKnown(in: environment))
    func chosen(_ name: String) -> Int? {
      environment[name].flatMap(Int.init).flatMap { $0 > 0 ? $0 : nil }
    }
    let size = OutputStream.output.terminalSize
    width = chosen("COLUMNS") ?? size?.columns
    height = chosen("LINES") ?? size?.rows
    isUTF8 = !isASCII && Self.isUTF8(environment)
  }

  /// Data for programs: always UTF-8.
  func write(_ bytes: [UInt8]) throws { try OutputStream.output.write(bytes) }

  /// Text for people, replaced by ASCII if the locale is not UTF-8.
  func write(_ text: String) throws { try OutputStream.output.write(Array(shown(text).utf8)) }

  /// One line on standard error.
  ///
  /// A closed or full standard error is ignored.
  func note(_ text: String) { OutputStream.complain(shown(DisplayText.harmless(text))) }

  /// Shows progress on a line of standard error that is overwritten.
  func showProgress(_ text: String) { OutputStream.message("\r\(shown(text)) ") }

  func clearProgress() { OutputStream.message("\r\u{1B}[K") }

  private func shown(_ text: String) -> String {
    isUTF8 || text.utf8.allSatisfy { $0 < 0x80 } ? text : ASCIIFallback.text(for: text)
  }

  private static func isUTF8(_ environment: [String: String]) -> Bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(environment.nonEmpty).first
    let name = (locale ?? "C").lowercased()
    return name.contains("utf-8") || name.contains("utf8")
  }
}
