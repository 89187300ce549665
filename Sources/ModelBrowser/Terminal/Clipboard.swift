import Foundation

/// Copies text to the clipboard.
package enum Clipboard {
  /// How to copy; computed without side effects.
  package struct Plan: Hashable, Sendable {
    /// Takes the text on stdin.
    package var tool: [String]?
    /// Whether the terminal gets the text as well, in an OSC 52 sequence.
    package var usesTerminal: Bool

    package init(tool: [String]?, usesTerminal: Bool) {
      self.tool = tool
      self.usesTerminal = usesTerminal
    }
  }

  /// The outcome, for the message.
  package enum Outcome: Hashable, Sendable {
    case copied(with: String)
    /// The terminal does not report whether it accepted the text.
    case sentToTerminal
    case failed(String)
  }

  /// Terminals drop longer sequences, some silently.
  package static let encodedLimit = 74_994

  /// Prefers a tool on a local desktop, which reports success.
  ///
  /// Through ssh its clipboard would be on the wrong machine, so the terminal's clipboard (OSC 52)
  /// is used.
  package static func plan(
    environment: [String: String], isInstalled: (String) -> Bool
  ) -> Plan {
    func isSet(_ name: String) -> Bool { !(environment[name] ?? "").isEmpty }
    let isRemote = isSet("SSH_CONNECTION") || isSet("SSH_TTY") || isSet("SSH_CLIENT")
    if !isRemote {
      if isSet("WAYLAND_DISPLAY"), isInstalled("wl-copy") {
        return Plan(tool: ["wl-copy"], usesTerminal: false)
      }
      if isSet("DISPLAY"), isInstalled("xclip") {
        return Plan(tool: ["xclip", "-selection", "clipboard"], usesTerminal: false)
      }
      if isSet("DISPLAY"), isInstalled("xsel") {
        return Plan(tool: ["xsel", "--clipboard", "--input"], usesTerminal: false)
      }
    }
    // tmux drops a program's own sequence unless configured otherwise; its command doesn't.
    if isSet("TMUX"), isInstalled("tmux") {
      return Plan(tool: ["tmux", "load-buffer", "-w", "-"], usesTerminal: true)
    }
    return Plan(tool: nil, usesTerminal: true)
  }

  /// The OSC 52 sequence; nil if it would be too long.
  package static func terminalSequence(for text: String) -> String? {
    let encoded = Data(text.utf8).base64EncodedString()
    guard encoded.utf8.count <= encodedLimit else { return nil }
    return "\u{1B}]52;c;\(encoded)\u{7}"
  }

  /// Runs the plan's tool, if it has one; blocks, possibly for seconds.
  ///
  /// - Parameters:
  ///   - plan: From ``plan(environment:isInstalled:)``.
  ///   - text: What to copy.
  ///   - environment: The tool's variables; the API key is not passed on.
  ///   - wasSent: The result of `Terminal.sendToClipboard`, if the plan uses the terminal.
  /// - Returns: The outcome as far as it is known.
  package static func finish(
    _ plan: Plan, text: String, environment: [String: String], wasSent: Bool
  ) -> Outcome {
    let failure: String
    if let tool = plan.tool, let name = tool.first {
      switch Child.run(
        tool, environment: environment, input: text, limit: .seconds(3), killsLate: true)
      {
      case .ended(status: 0): return plan.usesTerminal ? .sentToTerminal : .copied(with: name)
      case .ended(let status): failure = "\(name) ended with status \(status)"
      case .running: failure = "\(name) did not answer"
      case .notStarted(let reason): failure = "\(name) did not start: \(reason)"
      }
    } else {
      failure = "too long for the terminal, or the terminal is not responding"
    }
    return plan.usesTerminal && wasSent ? .sentToTerminal : .failed(failure)
  }
}
