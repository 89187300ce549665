import Foundation
import ModelCatalog
import ModelText
import Support
import Testing

@testable import ModelCommands
@testable import ModelRegistry

/// The output of commands for models with only hostile texts.
///
/// Serialized: all at once they would delay other tests beyond their time limits.
@Suite(.serialized)
struct HostileOutputTests {
  private static var columns: [Column<ListedModel>] { FactTable.all.map(ModelColumn.column) }
  private static let narrow = Console(color: .never, environment: ["COLUMNS": "80"])
  private static let wide = Console(color: .never, environment: ["COLUMNS": "1000000"])

  private func catalog(_ hostile: HostileText) throws -> Catalog {
    let models = try OpenRouterPayload.listing(from: hostile.body).models
    try #require(!models.isEmpty)
    return Catalog(models)
  }

  private func listed(_ hostile: HostileText) throws -> [ListedModel] {
    let catalog = try catalog(hostile)
    return catalog.models.map { ListedModel(model: $0, catalog: catalog) }
  }

  @Test func `hostile texts are unique, and there are at least 200`() {
    #expect(HostileText.all.count >= 200)
    let byName = Dictionary(grouping: HostileText.all) { Array($0.name.unicodeScalars) }
    let byText = Dictionary(grouping: HostileText.all) { Array($0.text.unicodeScalars) }
    for same in Array(byName.values) + Array(byText.values) {
      #expect(same.count == 1, "\(same.map(\.name))")
    }
  }

  @Test(arguments: HostileText.all)
  func `table lines fit, and cells are aligned with their titles`(
    hostile: HostileText
  ) throws {
    let models = try listed(hostile)
    for (console, room) in [(Self.narrow, 80), (Self.wide, 1_000_000)] {
      let text = TableText(columns: Self.columns, console: console).text(of: models)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == models.count + 2)
      for line in lines {
        #expect(ShownText.fault(in: String(line)) == nil)
        #expect(CellWidth.of(line) <= room)
      }
    }
    let ends = ["name", "author", "canonical", "parameters", "description", "source"]
      .compactMap { FactTable[$0] }
    let text = TableText(columns: ends.map(ModelColumn.column), console: Self.wide).text(of: models)
    let indices = text.split(separator: "\n").map { line in
      let isTitle = line.hasSuffix("SOURCE")
      #expect(isTitle || line.hasSuffix("OpenRouter"))
      return CellWidth.of(line.dropLast(isTitle ? 6 : 10))
    }
    #expect(Set(indices).count == 1)
  }

  @Test(arguments: HostileText.all)
  func `tsv has the same number of cells in each line`(hostile: HostileText) throws {
    for listed in try listed(hostile) {
      let raw = Self.columns.map { $0.raw(listed) }
      let line = DelimitedText.tsv.line(raw.map { .text($0) })
      #expect(line.hasSuffix("\n"))
      let cells = line.dropLast().split(separator: "\t", omittingEmptySubsequences: false)
      #expect(cells.map { Self.unescaped($0) } == raw)
      for cell in cells { #expect(ShownText.fault(in: String(cell)) == nil) }
    }
  }

  private static func unescaped(_ cell: Substring) -> String {
    var text = ""
    var isEscaped = false
    for scalar in cell.unicodeScalars {
      if isEscaped {
        text.unicodeScalars.append(
          scalar == "n" ? "\n" : scalar == "t" ? "\t" : scalar == "r" ? "\r" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  @Test(arguments: HostileText.all)
  func `csv has the same number of cells in each record and no formula`(
    hostile: HostileText
  ) throws {
    for listed in try listed(hostile) {
      let raw = Self.columns.map { $0.raw(listed) }
      let cells = Self.columns.map { column in
        column.isNumber
          ? DelimitedText.Cell.number(column.raw(listed)) : .text(column.raw(listed))
      }
      let read = CSVReader.records(DelimitedText.csv.line(cells))
      #expect(read.count == 1)
      #expect(
        read.first?.map { $0.hasPrefix("'") ? String($0.dropFirst()) : $0 }
          == raw.map {
            $0.hasPrefix("'") ? String($0.dropFirst()) : $0
          })
      for cell in read.first ?? [] {
        let first = cell.unicodeScalars.first ?? "x"
        #expect(!"=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first), "\(cell)")
        #expect(ShownText.fault(in: cell, withLineBreaks: true) == nil)
      }
    }
  }

  @Test(arguments: HostileText.all)
  func `markdown has the same number of cells in each line`(hostile: HostileText) throws {
    let models = try listed(hostile)
    let text = MarkdownTable(columns: Self.columns).text(of: models)
    let lines = text.split(separator: "\n")
    #expect(lines.count == models.count + 2)
    for line in lines {
      var bars = 0
      var isEscaped = false
      for scalar in line.unicodeScalars {
        if scalar == "|", !isEscaped { bars += 1 }
        isEscaped = scalar == "\\" && !isEscaped
      }
      #expect(bars == Self.columns.count + 1)
      #expect(ShownText.fault(in: String(line)) == nil)
    }
  }

  @Test(arguments: HostileText.all)
  func `json is decoded as the cleaned text`(hostile: HostileText) throws {
    for listed in try listed(hostile) {
      let model = listed.model
      for layout in [JSONValue.Layout.compact, .pretty] {
        let json = listed.json.encoded(layout)
        #expect(layout == .pretty || !json.contains(UInt8(ascii: "\n")))
        let read = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
        #expect(read["id"] as? String == model.id)
        #expect(read["name"] as? String == model.name)
        #expect(read["author"] as? String == model.author)
        #expect(read["description"] as? String == model.description)
        #expect(read["canonicalSlug"] as? String == model.canonicalSlug)
        #expect(read["aliasOf"] as? String == model.aliasTarget)
        #expect(read["supportedVoices"] as? [String] == model.supportedVoices)
        #expect(read["supportedParameters"] as? [String] == model.supportedParameters)
        #expect(read["inputModalities"] as? [String] == model.inputModalities.map(\.name))
        #expect(
          (read["defaultParameters"] as? [String: Double])?.keys.sorted()
            == model.defaultParameters.keys.sorted())
      }
    }
  }

  @Test(arguments: HostileText.all)
  func `a page and its links are harmless`(hostile: HostileText) throws {
    let catalog = try catalog(hostile)
    for model in catalog.models {
      func page(_ styler: ANSIStyler) -> String {
        ModelPage(
          model: model, catalog: catalog, workload: Workload(input: 1000, output: 100),
          today: CalendarDay(daysSince1970: 20_686), styler: styler, width: 60
        ).text
      }
      #expect(ShownText.fault(in: page(.none), withLineBreaks: true) == nil)
      // Our own sequences are allowed; links contain only visible ASCII.
      let painted = page(ANSIStyler(hasColor: true, hasLinks: true))
        .replacing(/\u{1B}\[[0-9;]*m/, with: "")
        .replacing(/\u{1B}\]8;;[!-~]*\u{1B}\\/, with: "")
      #expect(ShownText.fault(in: painted, withLineBreaks: true) == nil)
    }
  }

  @Test(arguments: HostileText.all)
  func `a description is wrapped into lines that fit`(hostile: HostileText) throws {
    for model in try catalog(hostile).models {
      for width in [2, 3, 10, 61] {
        for line in TextWrap.lines(model.description ?? "", width: width) {
          #expect(CellWidth.of(line) <= width)
        }
      }
    }
  }

  @Test(arguments: HostileText.all)
  func `a page of changes is harmless`(hostile: HostileText) throws {
    let before = HostileText.all.first?.rows().map { $0.with("name", "\"before\"") } ?? []
    let old = Catalog(try OpenRouterPayload.listing(from: ListingBody.of(before)).models)
    let new = try catalog(hostile)
    for changes in [CatalogChanges(from: old, to: new), CatalogChanges(from: new, to: old)] {
      let page = ChangesPage(
        changes: changes, total: new.models.count, isFirst: false, styler: .none
      ).text
      #expect(ShownText.fault(in: page, withLineBreaks: true) == nil)
      // One line per model below the summary.
      let models = changes.added.count + changes.removed.count + changes.changed.count
      #expect(page.split(separator: "\n", omittingEmptySubsequences: false).count == models + 2)
      _ = try JSONSerialization.jsonObject(with: changes.json.encoded())
    }
  }

  @Test(arguments: HostileText.all)
  func `categories of hostile authors are harmless`(hostile: HostileText) throws {
    let catalog = try catalog(hostile)
    let categories = catalog.categories.map { ListedCategory(category: $0, count: 1) }
    let table = TableText(columns: ListedCategory.columns, console: Self.narrow)
      .text(of: categories)
    #expect(ShownText.fault(in: table, withLineBreaks: true) == nil)
    #expect(table.split(separator: "\n").count == categories.count + 1)
  }

  @Test(arguments: HostileText.all)
  func `an error message of upstream is one harmless line`(hostile: HostileText) throws {
    let error = ProviderError.rejected(
      status: 503, message: ErrorBody.message(hostile.errorBody, without: nil), retryAfter: nil)
    #expect(ShownText.fault(in: error.summary) == nil)
    // Others who can write the cache can write this file.
    let note = FailureNote(summary: hostile.text, date: Date(), nextRefresh: nil)
    let read = FailureNote(json: note.json)
    #expect(ShownText.fault(in: read?.summary ?? "") == nil)
  }
}
