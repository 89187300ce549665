import ModelCatalog
import ModelRegistry

/// A setting that a flag, an environment variable or the config file can set.
///
/// The raw value is its key in the file; flag and variable are derived from it.
package enum Setting: String, CaseIterable, Sendable {
  case upstream, cacheDir, refreshInterval, offline, noOpenrouter, color, ascii, workload, columns,
    restore

  /// With two dashes: `--cache-dir`.
  var flag: String { "--" + words.joined(separator: "-") }

  /// Whether there is a flag; what concerns every run of a person is for the file.
  var hasFlag: Bool { self != .restore }

  /// With our prefix: `MODELDEX_CACHE_DIR`.
  var variable: String { "MODELDEX_" + words.joined(separator: "_").uppercased() }

  var isSwitch: Bool {
    switch self {
    case .offline, .noOpenrouter, .ascii, .restore: true
    case .upstream, .cacheDir, .refreshInterval, .color, .workload, .columns: false
    }
  }

  /// A description of its values.
  var values: String {
    switch self {
    case .upstream: "an http or https URL, or the path of a saved response"
    case .cacheDir: "a directory's path"
    case .refreshInterval: "a duration like 30s, 15m or 1h"
    case .offline, .noOpenrouter, .ascii, .restore: "true or false"
    case .color: ColorChoice.allCases.map(\.rawValue).joined(separator: ", ")
    case .workload: "a workload like \(Workload.example)"
    case .columns: "names of facts with commas between, like name,context,input"
    }
  }

  /// The normalised value, or why it is invalid, as a sentence without a full stop.
  func checked(_ text: String) -> Result<String, SettingFault> {
    func fault(_ reason: String) -> Result<String, SettingFault> {
      .failure(SettingFault(reason: reason))
    }
    let isGood: Bool
    switch self {
    case .upstream:
      do throws(Upstream.Invalid) {
        _ = try Upstream(text)
        isGood = true
      } catch {
        return fault(error.description)
      }
    case .cacheDir: isGood = !text.isEmpty
    case .refreshInterval: isGood = DurationText.parse(text) != nil
    case .workload:
      do throws(QueryError) {
        return .success(try Workload.parse(text).description)
      } catch {
        return fault(QueryFault(error: error, query: text).description)
      }
    case .columns:
      do throws(UnknownColumn) {
        return .success(try FactColumns.parse(text).map(\.name).joined(separator: ","))
      } catch {
        return fault(error.description)
      }
    case .color: isGood = ColorChoice(rawValue: text) != nil
    case .offline, .noOpenrouter, .ascii, .restore:
      guard let isOn = Self.isOn(text) else { return fault("“\(text)” is not \(values)") }
      return .success(isOn ? "true" : "false")
    }
    return isGood ? .success(text) : fault("“\(text)” is not \(isList ? "one of " : "")\(values)")
  }

  private var isList: Bool { self == .color }

  /// Parses a Boolean; nil for anything else.
  static func isOn(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "1", "true", "yes", "on": true
    case "0", "false", "no", "off": false
    default: nil
    }
  }

  private var words: [String] {
    switch self {
    case .upstream, .offline, .color, .ascii, .workload, .columns, .restore: [rawValue]
    case .cacheDir: ["cache", "dir"]
    case .refreshInterval: ["refresh", "interval"]
    case .noOpenrouter: ["no", "openrouter"]
    }
  }
}

/// Why a value is invalid.
struct SettingFault: Error {
  let reason: String
}
