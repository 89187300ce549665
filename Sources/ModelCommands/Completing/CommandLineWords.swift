/// The words of a bash command line up to the cursor.
///
/// Bash completion also breaks words at `:`, `<`, `>` and `=`; queries need the shell's own words.
struct CommandLineWords: Equatable {
  /// Without quotes and backslashes; the last is the one being typed, empty after a space.
  private(set) var words: [String] = [""]
  /// Whether the last word begins with a quote that is still open.
  private(set) var isQuoted = false

  init(_ line: String) {
    var quote: Unicode.Scalar?
    var isEscaped = false
    var isBetween = true
    words = []
    for scalar in line.unicodeScalars {
      let isPlainInQuote = quote != nil && scalar != quote && (scalar != "\\" || quote == "'")
      if isEscaped || isPlainInQuote {
        append(scalar, isNew: isBetween)
        (isEscaped, isBetween) = (false, false)
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == quote {
        quote = nil
      } else if scalar == "'" || scalar == "\"" {
        quote = scalar
        if isBetween { words.append("") }
        isBetween = false
      } else if scalar == " " || scalar == "\t" {
        isBetween = true
      } else {
        append(scalar, isNew: isBetween)
        isBetween = false
      }
    }
    if isBetween { words.append("") }
    isQuoted = quote != nil
  }

  private mutating func append(_ scalar: Unicode.Scalar, isNew: Bool) {
    if isNew || words.isEmpty { words.append("") }
    words[words.count - 1].unicodeScalars.append(scalar)
  }
}
