import ModelCatalog

extension ComparisonTable {
  /// What marks and figures mean: the better end, the workload, and as the last line the source of
  /// the scores.
  package var notes: [String] {
    let mark = lines.contains { $0.cells.contains(where: \.isBest) }
    let note = [
      mark ? "\(Self.bestMark) the better end" : nil, workload.map { "cost of \($0)" },
    ].compactMap(\.self).joined(separator: " · ")
    let credit = sources.isEmpty ? "" : ScoreSource.line(sources)
    return [note, credit].filter { !$0.isEmpty }
  }

  /// A Markdown table with the notes below; the better end is bold.
  package var markdown: String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    var text = line([""] + heads.map { "\(Markdown.escaped($0.name))<br>`\($0.id)`" })
    text += line(heads.reduce(into: ["---"]) { cells, _ in cells.append("---") })
    for row in lines {
      text += line(
        [Markdown.escaped(row.title)]
          + row.cells.map { cell in
            let value = Markdown.escaped(cell.text)
            return cell.isBest ? "**\(value)**" : value
          })
    }
    let notes = notes.map { $0.replacing("\(Self.bestMark) the", with: "Bold: the") }
    return text + notes.map { "\n" + Markdown.escaped($0) + "\n" }.joined()
  }
}
