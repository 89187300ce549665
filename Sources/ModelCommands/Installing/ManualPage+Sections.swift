import ModelCatalog

extension ManualPage {
  /// The keys that hold without a config file.
  func writeKeys(to roff: inout Roff) {
    roff.section("KEYS")
    roff.paragraph(
      "Of the browser; ? shows them there. The file config.json can change them, by the names of "
        + "the actions that the help shows.")
    for group in keys {
      roff.subsection(group.title)
      for row in group.rows { roff.item(row.keys, row.words) }
    }
  }

  func writeQueryLanguage(to roff: inout Roff) {
    roff.section("QUERY LANGUAGE")
    roff.paragraph(
      "Words are searched in id, name, author and description; all terms must match. "
        + "A - before a term negates it; quotes make a phrase; commas between values mean or. "
        + "The value of a comparison may be a model's id. Retired models are shown only on request."
    )
    for field in QueryField.all { roff.item(field.name, field.summary) }
    roff.paragraph("Values of is:")
    for state in ModelState.allCases { roff.item("is:\(state.rawValue)", state.summary) }
    roff.paragraph("Values of has:, in addition to parameter names and the names of facts:")
    for ability in Ability.allCases { roff.item("has:\(ability.rawValue)", ability.summary) }
  }

  func writeEnvironment(to roff: inout Roff) {
    roff.section("ENVIRONMENT")
    roff.paragraph(
      "Flags take precedence over the environment, then the config file, then the default. "
        + "An empty variable counts as not set.")
    for setting in Setting.allCases {
      let flag = setting.hasFlag ? "\(setting.flag), or " : ""
      roff.item(
        setting.variable, "\(setting.values); as \(flag)\"\(setting.rawValue)\" in config.json")
    }
    roff.item("NO_COLOR", "if set to anything, no colours")
    roff.item(
      "OPENROUTER_API_KEY",
      "sent to the upstream's own host over https, never kept, and not passed on to programs")
    roff.item(
      "HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY",
      "HTTP proxies, and the hosts, domains and networks that are reached without")
    roff.item("SSL_CERT_FILE", "a PEM file with the trusted certificate authorities")
    roff.item("FORCE_HYPERLINK", "1 or 0: whether show writes links (OSC 8); else by the terminal")
    roff.item("COLUMNS, LINES", "the size of tables and plots that are not on a terminal")
    roff.item(
      "XDG_CONFIG_HOME, XDG_CACHE_HOME, XDG_STATE_HOME",
      "the directories of the files below; otherwise ~/.config, ~/.cache and ~/.local/state")
  }

  func writeFiles(to roff: inout Roff) {
    roff.section("FILES")
    let names = Setting.allCases.map(\.rawValue) + ["keys"]
    roff.item(
      "$XDG_CONFIG_HOME/modeldex/config.json",
      "settings: a JSON object with \(names.joined(separator: ", ")); an unknown name or an "
        + "invalid value is an error")
    roff.item(
      "$XDG_CACHE_HOME/modeldex/openrouter_models.json",
      "the last response of OpenRouter's list, as received; what is known of it is in "
        + "openrouter_meta.json, its models in a form that is read sooner in "
        + "openrouter_models.image, the last failure in openrouter_failure.json")
    roff.item(
      "$XDG_CACHE_HOME/modeldex/history.sqlite",
      "every list that differed from the one before; past dates and changes are read from it")
    roff.item("$XDG_CACHE_HOME/modeldex/endpoints/", "who serves the models that were asked about")
    roff.item(
      "$XDG_STATE_HOME/modeldex/state.json",
      "favorites, kept views, choices of the browser, past queries, what has been read, where the "
        + "last run ended")
    roff.item(
      "$XDG_STATE_HOME/modeldex/modeldex.log", "a line for each refresh and failure of the browser")
  }

  func writeExitStatus(to roff: inout Roff) {
    roff.section("EXIT STATUS")
    roff.item("0", "done")
    roff.item(
      "1",
      "nothing matched, no such model, the history does not cover that date, or lint found "
        + "something")
    roff.item(
      "2",
      "it could not run: no terminal, an unusable upstream or history, a full disk, files "
        + "that import could not read")
    roff.item(
      "64", "wrong usage: an unknown flag, format, column or setting, a malformed query or date")
    roff.item("128+n", "ended by signal n; 130 for Ctrl-C")
  }

  /// What each example shows, and its command.
  static let examples: [(words: String, command: String)] = [
    (
      "The five cheapest models that take images and call tools:",
      "modeldex list 'has:vision has:tools -is:variant sort:price' --limit 5"
    ),
    (
      "What a month of your work costs with each of two models:",
      "modeldex cost openai/gpt-5.4 anthropic/claude-opus-5 --workload 'in=3000 out=500 calls=50000/day'"
    ),
    ("What changed since you last looked:", "modeldex changes --since last"),
    (
      "Who serves a model, the most reliable first:",
      "modeldex endpoints openai/gpt-5.4 --sort uptime"
    ),
    (
      "Prices for another program, as JSON:",
      "modeldex list 'author:anthropic' --format json"
    ),
    ("The catalogue as it was:", "modeldex list 'claude sort:price' --as-of 2026-08-01"),
  ]

  func writeExamples(to roff: inout Roff) {
    roff.section("EXAMPLES")
    for example in Self.examples {
      roff.paragraph(example.words)
      roff.lines(["    " + example.command])
    }
  }
}
