import ArgumentParser
import Foundation
import ModelCatalog
import ModelRegistry
import ModelText

/// Checks the ids of models in code and configuration.
struct Lint: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check files for model ids that are gone, expiring, repriced or misspelt.",
    discussion: """
      Without a path it reads the files of the current directory that git does not ignore. Only ids \
      that OpenRouter lists or listed since the history began, and the core list's ids as values of \
      keys like model, are looked for; modeldex import adds older lists to the history.

      Errors are ids that are gone or retired; warnings are ids whose last day is within \
      \(LintIndex.notice) days, and other spellings of listed ids; notes are raised prices \
      (--since), aliases, and other names of listed models.

      A line with “\(LintScanner.pragma)” is left out. Markdown and changelogs are left out but for \
      settings at the beginning of a Markdown file.

      Exits with 1 if a finding is at or above --level, with 2 if there is no list of OpenRouter's.

      Examples:
        modeldex lint
        modeldex lint src .env --since 2026-08-01
        modeldex lint --write-baseline .modeldex.json; modeldex lint --baseline .modeldex.json
        modeldex lint --format sarif > modeldex.sarif
      """)

  @Argument(help: "Files and directories.", completion: .file())
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("text, json, sarif or github (default: text).", valueName: "format"))
  var format = LintFormat.text

  @Option(
    help: ArgumentHelp(
      "The least level that ends with 1 (default: warning); all findings are listed.",
      valueName: "level"))
  var level = LintLevel.warning

  @Option(help: ArgumentHelp("Report prices that rose since this date.", valueName: "date"))
  var since: String?

  @Option(
    help: ArgumentHelp("Leave out the findings in this file.", valueName: "file"),
    completion: .file())
  var baseline: String?

  @Option(
    help: ArgumentHelp("Write all findings to this file and end with 0.", valueName: "file"),
    completion: .file())
  var writeBaseline: String?

  @Flag(help: "Replace gone ids by their successors, and other spellings by the listed ids.")
  var fix = false

  @Flag(help: "Read Markdown and changelogs too.")
  var prose = false

  @OptionGroup var registry: RegistryOptions

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let settings = try registry.settings(environment: environment)
    let console = Console(settings)
    guard baseline == nil || writeBaseline == nil else {
      throw CommandFailure.usage("--baseline and --write-baseline exclude each other")
    }
    let start = try since.map { text throws(CommandFailure) in
      try PastOption.read(text, of: "--since", day: .start)
    }
    let accepted = try baseline.map { path throws(CommandFailure) in
      try LintBaseline(reading: path)
    }
    let now = Date()
    let today = CalendarDay(now)
    let modelSource = ModelSource(settings: settings, console: console)
    let index = try await index(from: modelSource, since: start, now: now)
    let files = SourceFiles(below: paths, environment: environment)
    var run = await LintRun(of: files.files, with: LintScanner(index), prose: prose)
    for problem in files.problems + run.unreadable { console.note(problem) }
    if let writeBaseline {
      try write(LintBaseline(run.findings), to: writeBaseline)
      console.note("\(CountText.of(run.findings.count, "finding")) written to \(writeBaseline)")
    } else {
      if let accepted { run.findings = accepted.new(in: run.findings) }
      let fixed = fix ? self.fixed(in: run, console) : nil
      try write(LintReport(findings: run.findings, fixed: fixed, today: today), of: run, console)
      console.note(LintSummary(run: run, fixed: fixed ?? []).text)
      let left = run.findings.filter { fixed?.contains($0) != true }
      if files.problems.isEmpty, left.contains(where: { $0.level >= level }) {
        throw ExitCode(1)
      }
    }
    if !files.problems.isEmpty { throw ExitCode(2) }
  }

  /// The ids to look for: those of now, and those that the history remembers.
  private func index(
    from modelSource: ModelSource, since start: Date?, now: Date
  ) async throws -> LintIndex {
    let snapshot = await modelSource.snapshot(now: now)
    guard snapshot.freshness != .coreOnly else {
      throw CommandFailure.unable(
        "there is no list of OpenRouter's models to check with; fetch it with modeldex refresh")
    }
    if modelSource.registry.history == nil {
      modelSource.console.note(
        "no history is kept of a file, so ids that are gone are not known")
    }
    let catalog = await modelSource.loadHistory().catalog
    var changes: [ModelChange] = []
    if let start {
      let history = try modelSource.history()
      do throws(HistoryFault) {
        changes = try await history.changes(from: start, to: now).changed
      } catch {
        throw CommandFailure(error)
      }
    }
    return LintIndex(catalog, today: CalendarDay(now), changes: changes)
  }

  private func write(_ report: LintReport, of run: LintRun, _ console: Console) throws {
    func write(_ json: JSONValue) throws {
      try console.write([UInt8](json.encoded(.pretty)) + [UInt8(ascii: "\n")])
    }
    switch format {
    case .text: try console.write(report.text(console.styler))
    case .json: try write(report.json)
    case .sarif: try write(SARIFLog(report: report, paths: run.paths).json)
    case .github: try console.write(Array(report.github.utf8))
    }
  }

  /// The findings whose ids were replaced; each is shown.
  private func fixed(in run: LintRun, _ console: Console) -> Set<LintFinding> {
    var fixed: Set<LintFinding> = []
    for (text, findings) in Dictionary(grouping: run.findings, by: \.path).sorted(by: {
      $0.key < $1.key
    }) {
      guard let path = run.paths[text] else { continue }
      do {
        for finding in try LintFix(path: path, findings: findings).apply() {
          fixed.insert(finding)
          console.note(
            "\(SourcePath.shown(text)):\(finding.match.line): \(finding.id) → "
              + (finding.verdict.replacement ?? ""))
        }
      } catch let refusal as LintFix.Refusal {
        console.note("\(SourcePath.shown(text)) \(refusal.reason), and is not changed")
      } catch {
        console.note("\(SourcePath.shown(text)) is not changed")
      }
    }
    return fixed
  }

  private func write(_ baseline: LintBaseline, to path: String) throws(CommandFailure) {
    do throws(AtomicFile.Fault) {
      let place = path.contains("/") ? path : "./\(path)"
      try AtomicFile(following: place).write(baseline.json, mode: 0o644)
    } catch {
      throw .unable("--write-baseline: \(SourcePath.shown(path)): \(error.reason)")
    }
  }
}
