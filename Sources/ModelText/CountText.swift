/// Counts of tokens and models, for people.
package enum CountText {
  /// In few cells: `131k`, `1M`, `1.05M`, `8.2k`, `512`.
  package static func short(_ count: Int) -> String {
    switch count {
    case ..<1000: String(count)
    case ..<10_000: scaled(count, unit: 1000, decimals: 1) + "k"
    case ..<999_500: String((count + 500) / 1000) + "k"
    case ..<10_000_000: scaled(count, unit: 1_000_000, decimals: 2) + "M"
    default: String(count / 1_000_000 + (count % 1_000_000 >= 500_000 ? 1 : 0)) + "M"
    }
  }

  /// Two different counts, in as few digits as distinguish them.
  package static func pair(_ left: Int, _ right: Int) -> (String, String) {
    let texts = (short(left), short(right))
    return texts.0 == texts.1 && left != right ? (grouped(left), grouped(right)) : texts
  }

  /// Every digit, in groups of three: `1,048,576`.
  package static func grouped(_ count: Int) -> String {
    let digits = Array(String(count.magnitude))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return (count < 0 ? "-" : "") + text
  }

  /// `1 model`, `2 models`.
  package static func of(_ count: Int, _ noun: String) -> String {
    "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  private static func scaled(_ count: Int, unit: Int, decimals: Int) -> String {
    let scale = decimals == 1 ? 10 : 100
    let value = (count * scale + unit / 2) / unit
    let (whole, part) = value.quotientAndRemainder(dividingBy: scale)
    guard part > 0 else { return String(whole) }
    var fraction = String(part)
    while fraction.count < decimals { fraction = "0" + fraction }
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return "\(whole).\(fraction)"
  }

  /// A file's size, as file managers count: `912 kB`, `23.4 MB`.
  package static func bytes(_ count: Int) -> String {
    guard count >= 999_500 else { return "\((count + 500) / 1000) kB" }
    let tenths = (count + 50_000) / 100_000
    return "\(grouped(tenths / 10)).\(tenths % 10) MB"
  }
}
