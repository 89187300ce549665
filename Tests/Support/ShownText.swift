/// What may reach a terminal, defined independently of the sanitiser's tables.
package enum ShownText {
  /// Why a text must not be shown, in a few words; nil if it is safe.
  ///
  /// Line breaks are safe if allowed. No other character is that moves the cursor, changes the
  /// direction, is invisible, or has no width that all terminals agree on.
  package static func fault(in text: String, withLineBreaks: Bool = false) -> String? {
    var marks = 0
    var takesMarks = false
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if scalar == "\n", withLineBreaks {
        takesMarks = false
        continue
      }
      if let what = fault(of: scalar) {
        return "\(what) \(HostileText.number(scalar.value)) at \(index)"
      }
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark:
        marks += 1
        if !takesMarks { return "a mark on nothing at \(index)" }
        if marks > 4 { return "a tower of marks at \(index)" }
      default:
        marks = 0
        takesMarks = scalar != " "
      }
    }
    return nil
  }

  /// The same for typed text: one line without control and invisible characters.
  package static func controlFault(in text: String) -> String? {
    let controls: [Unicode.GeneralCategory] = [
      .control, .format, .surrogate, .lineSeparator, .paragraphSeparator,
    ]
    return text.unicodeScalars.first {
      !(" "..."~").contains($0) && controls.contains($0.properties.generalCategory)
    }.map {
      "a control character \(HostileText.number($0.value))"
    }
  }

  private static func fault(of scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF: return "a variation selector"
    case 0x1F1E6...0x1F1FF: return "half a flag"
    case 0x1F3FB...0x1F3FF: return "a skin tone"
    case 0x34F, 0x115F, 0x1160, 0x3164, 0xFFA0: return "a filler"
    default: break
    }
    return switch scalar.properties.generalCategory {
    case .control: "a control character"
    case .format: "an invisible character"
    case .surrogate, .privateUse, .unassigned: "no letter"
    case .lineSeparator, .paragraphSeparator: "a line break"
    case .spaceSeparator: scalar == " " ? nil : "an odd blank"
    default: nil
    }
  }
}
