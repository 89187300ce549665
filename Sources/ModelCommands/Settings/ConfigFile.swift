import Foundation
import ModelRegistry

/// The config file: `$XDG_CONFIG_HOME/modeldex/config.json`.
enum ConfigFile {
  /// Bytes.
  private static let limit = 65_536

  /// Nil if neither `XDG_CONFIG_HOME` nor `HOME` is set.
  static func path(environment: [String: String]) -> String? {
    if let base = environment["XDG_CONFIG_HOME"], base.hasPrefix("/") {
      return base + "/modeldex/config.json"
    }
    return environment.nonEmpty("HOME").map { $0 + "/.config/modeldex/config.json" }
  }

  /// The settings in the file; empty if there is no file.
  ///
  /// An unknown key or invalid value is an error: an ignored misspelt key would go unnoticed.
  static func settings(at path: String) throws(CommandFailure) -> [Setting: String] {
    guard FileManager.default.fileExists(atPath: path) else { return [:] }
    let data: Data
    do throws(RegularFile.Fault) {
      data = try RegularFile.read(path, limit: limit).data
    } catch {
      switch error {
      case .unreadable(let reason): throw .usage("\(path) cannot be read: \(reason)")
      case .tooLarge: throw .usage("\(path) is larger than \(limit) bytes")
      }
    }
    let members: [String: Scalar]
    do {
      members = try JSONDecoder().decode([String: Scalar].self, from: data)
    } catch {
      throw .usage("\(path) is not a JSON object of settings")
    }
    var settings: [Setting: String] = [:]
    for (key, value) in members.sorted(by: { $0.key < $1.key }) {
      guard let setting = Setting(rawValue: key) else {
        let known = Setting.allCases.map(\.rawValue).joined(separator: ", ")
        throw .usage("\(path): there is no setting “\(key)”; there are \(known)")
      }
      settings[setting] = try read(value, of: setting, in: path)
    }
    return settings
  }

  private static func read(
    _ value: Scalar, of setting: Setting, in path: String
  ) throws(CommandFailure) -> String {
    switch (value, setting.isSwitch) {
    case (.flag(let isOn), true): return isOn ? "true" : "false"
    case (.text(let text), false):
      switch setting.checked(text) {
      case .success(let text): return text
      case .failure(let fault): throw .usage("\(path): \(setting.rawValue): \(fault.reason)")
      }
    case (.flag, false), (.text, true), (.other, _):
      let kind = setting.isSwitch ? setting.values : "a string: \(setting.values)"
      throw .usage("\(path): \(setting.rawValue) must be \(kind)")
    }
  }

  private enum Scalar: Decodable {
    case text(String)
    case flag(Bool)
    case other

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let flag = try? value.decode(Bool.self) {
        self = .flag(flag)
      } else if let text = try? value.decode(String.self) {
        self = .text(text)
      } else {
        self = .other
      }
    }
  }
}
