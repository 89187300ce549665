package import ModelCatalog

extension LintVerdict {
  /// What is wrong and what to use instead, as a sentence without a full stop.
  package func words(about id: String, today: CalendarDay) -> String {
    switch self {
    case .gone(let date, let successor):
      "\(id) is no longer on OpenRouter, last seen \(CalendarDay(date))\(Self.instead(successor, of: id))"
    case .retired(let successor):
      "\(id) is retired: its maker no longer serves it\(Self.instead(successor, of: id))"
    case .expiring(let day, let successor):
      "\(id) \(Model.expiryNotice(day, today: today))\(Self.instead(successor, of: id))"
    case .spelling(let other): "\(id) is written \(other) on OpenRouter"
    case .repriced(let differences):
      "\(id) costs more: \(ChangeWords.phrases(differences).map(\.text).joined(separator: "; "))"
    case .alias(let target): "\(id) moves with time; now it stands for \(target)"
    case .canonicalSlug(let other): "\(id) is the canonical slug of \(other)"
    case .bedrock(let other): "\(id) is Amazon Bedrock's name of \(other)"
    }
  }

  private static func instead(_ successor: Model.ID?, of id: String) -> String {
    guard let successor else { return "; no successor is known" }
    return id.hasPrefix("\(successor):")
      ? "; \(successor) is still listed" : "; the likely successor is \(successor)"
  }
}

extension LintRule {
  /// What it finds, for a list of rules.
  package var words: String {
    switch self {
    case .gone: "An id that OpenRouter no longer lists"
    case .retired: "A core id that its maker no longer serves"
    case .expiring: "An id whose last day is near"
    case .spelling: "An id with other dots and hyphens than the listed one"
    case .repriced: "An id whose price rose"
    case .alias: "An alias, which stands for another model from time to time"
    case .canonicalSlug: "A canonical slug in place of the id"
    case .bedrock: "A model by its name at Amazon Bedrock"
    }
  }
}
