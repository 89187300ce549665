import Foundation
import ModelRegistry

/// The config file: `$XDG_CONFIG_HOME/modeldex/config.json`.
enum ConfigFile {
  /// Bytes.
  private static let limit = 65_536

  /// Nil without `XDG_CONFIG_HOME` and a home directory.
  static func path(environment: [String: String]) -> String? {
    HomeDirectory(environment: environment)
      .base("XDG_CONFIG_HOME", or: ".config", environment: environment)
      .map { $0 + "/modeldex/config.json" }
  }

  /// What the file sets.
  struct Contents {
    var settings: [Setting: String] = [:]
    var keys: CustomKeys?
  }

  /// The key of the browser's keys, which are an object and not a ``Setting``.
  private static let keys = "keys"

  /// The contents of the file; empty if there is no file.
  ///
  /// An unknown key or invalid value is an error: an ignored misspelt key would go unnoticed.
  static func contents(at path: String) throws(CommandFailure) -> Contents {
    guard FileManager.default.fileExists(atPath: path) else { return Contents() }
    let data: Data
    do throws(RegularFile.Fault) {
      data = try RegularFile.read(path, limit: limit).data
    } catch {
      switch error {
      case .unreadable(let reason): throw .usage("\(path) cannot be read: \(reason)")
      case .tooLarge: throw .usage("\(path) is larger than \(limit) bytes")
      }
    }
    let members: [String: Member]
    do {
      members = try JSONDecoder().decode([String: Member].self, from: data)
    } catch {
      throw .usage("\(path) is not a JSON object of settings")
    }
    var contents = Contents()
    for (key, value) in members.sorted(by: { $0.key < $1.key }) {
      if key == keys {
        guard case .texts(let entries) = value else {
          throw .usage(
            "\(path): keys must be an object of action names with their keys, "
              + "like {\"refresh\": \"R\"}")
        }
        contents.keys = CustomKeys(path: path, entries: entries)
        continue
      }
      guard let setting = Setting(rawValue: key) else {
        let known = (Setting.allCases.map(\.rawValue) + [keys]).joined(separator: ", ")
        throw .usage("\(path): there is no setting “\(key)”; there are \(known)")
      }
      contents.settings[setting] = try read(value, of: setting, in: path)
    }
    return contents
  }

  private static func read(
    _ value: Member, of setting: Setting, in path: String
  ) throws(CommandFailure) -> String {
    switch (value, setting.isSwitch) {
    case (.flag(let isOn), true): return isOn ? "true" : "false"
    case (.text(let text), false):
      switch setting.checked(text) {
      case .success(let text): return text
      case .failure(let fault): throw .usage("\(path): \(setting.rawValue): \(fault.reason)")
      }
    case (.flag, false), (.text, true), (.texts, _), (.other, _):
      let kind = setting.isSwitch ? setting.values : "a string: \(setting.values)"
      throw .usage("\(path): \(setting.rawValue) must be \(kind)")
    }
  }

  private enum Member: Decodable {
    case text(String)
    case texts([String: String])
    case flag(Bool)
    case other

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let flag = try? value.decode(Bool.self) {
        self = .flag(flag)
      } else if let text = try? value.decode(String.self) {
        self = .text(text)
      } else if let texts = try? value.decode([String: String].self) {
        self = .texts(texts)
      } else {
        self = .other
      }
    }
  }
}
