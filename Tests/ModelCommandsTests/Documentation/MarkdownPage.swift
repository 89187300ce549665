import Foundation

/// A page of the documentation, as far as the tests read it: headings, links, code.
struct MarkdownPage {
  struct Block: Equatable {
    /// What is written behind the fence, such as `sh`.
    var language: String
    var text: String
  }

  let path: String
  private(set) var lines: [String]
  /// Lines outside of fenced code.
  private(set) var prose: [String] = []
  private(set) var blocks: [Block] = []

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// README, `.github` and the pages of the documentation catalogues, by path below the root.
  static func all() throws -> [String: MarkdownPage] {
    let sources = root.appending(path: "Sources")
    let catalogues = try FileManager.default.subpathsOfDirectory(atPath: sources.path)
      .filter { $0.contains(".docc/") && $0.hasSuffix(".md") }.map { "Sources/\($0)" }
    let forge = try FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: ".github").path
    ).filter { $0.hasSuffix(".md") }.map { ".github/\($0)" }
    return try Dictionary(
      uniqueKeysWithValues: (["README.md"] + forge + catalogues).map { ($0, try read($0)) })
  }

  static func read(_ path: String) throws -> MarkdownPage {
    MarkdownPage(
      path, try String(contentsOf: root.appending(path: path), encoding: .utf8))
  }

  init(_ path: String, _ text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var block: Block?
    for line in lines {
      if line.hasPrefix("```") {
        if let ended = block { blocks.append(ended) }
        block = block == nil ? Block(language: String(line.dropFirst(3)), text: "") : nil
      } else if block != nil {
        block?.text += line + "\n"
      } else {
        prose.append(line)
      }
    }
  }

  /// The parts of a link that are needed to follow it.
  struct Link: Hashable {
    /// Empty for the page itself.
    var file: String
    var anchor: String?
  }

  /// Links to files of the project and to headings, without those to other hosts.
  var links: [Link] {
    prose.flatMap { line in
      line.replacing(/`[^`]*`/, with: "").matches(of: /\]\(([^)\s]+)\)/).compactMap { match in
        let target = String(match.1)
        guard !target.contains("://"), !target.hasPrefix("mailto:") else { return nil }
        let parts = target.split(
          separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        return Link(file: String(parts[0]), anchor: parts.count > 1 ? String(parts[1]) : nil)
      }
    }
  }

  /// The anchors that a forge gives to the headings.
  var anchors: Set<String> {
    var counts: [String: Int] = [:]
    var anchors: Set<String> = []
    for line in prose where line.wholeMatch(of: /#{1,6} .+/) != nil {
      let letters = line.drop { $0 == "#" }.dropFirst().lowercased()
        .filter { $0.isLetter || $0.isNumber || " -_".contains($0) }
      let anchor = letters.replacing(" ", with: "-")
      let before = counts[anchor, default: 0]
      counts[anchor] = before + 1
      anchors.insert(before == 0 ? anchor : "\(anchor)-\(before)")
    }
    return anchors
  }

  /// What is between backticks outside of fenced code.
  var codeSpans: [String] {
    prose.flatMap { $0.matches(of: /`([^`]+)`/).map { String($0.1) } }
  }

  /// The commands of a block: lines joined where they end with a backslash; in a console those that
  /// begin with `$ `.
  static func commands(in block: Block) -> [String] {
    let isConsole = block.text.hasPrefix("$ ")
    var commands: [String] = []
    var isContinued = false
    for line in block.text.split(separator: "\n").map(String.init) {
      if isContinued {
        commands[commands.count - 1] += "\n" + line
      } else if isConsole {
        guard line.hasPrefix("$ ") else { continue }
        commands.append(String(line.dropFirst(2)))
      } else if !line.hasPrefix("#") {
        commands.append(line)
      }
      isContinued = line.hasSuffix("\\")
    }
    return commands
  }

  /// Every command of the page: of its blocks for shells, and those in the text that name modeldex.
  var commands: [String] {
    let shells = ["sh", "console", ""]
    let inBlocks = blocks.filter { shells.contains($0.language) }.flatMap(Self.commands)
    let inText = codeSpans.filter { $0 == "modeldex" || $0.hasPrefix("modeldex ") }
    var seen: Set<String> = []
    return (inBlocks + inText).filter { seen.insert($0).inserted }
  }
}

extension MarkdownPage {
  /// Links of this page that lead nowhere, given all pages by path.
  func brokenLinks(among pages: [String: MarkdownPage]) -> [Link] {
    links.filter { link in
      let target = link.file.isEmpty ? path : resolved(link.file)
      guard let anchor = link.anchor else {
        return pages[target] == nil
          && !FileManager.default.fileExists(atPath: Self.root.appending(path: target).path)
      }
      return pages[target]?.anchors.contains(anchor) != true
    }
  }

  /// The path below the root of a file that is named relative to this page.
  func resolved(_ file: String) -> String {
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in file.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}
