import Foundation
import ModelCatalog
import ModelText
import Support
import Testing

/// Facts as cells of a table and lines of a page.
struct FactTextTests {
  @Test func `the page of a model has every fact with a section`() {
    let catalog = Catalog([.bare, .full])
    let today = CalendarDay(daysSince1970: 20_700)
    var priced = Model.full
    priced.outputModalities = [.text]
    priced.pricing.prices[.request] = .fixed(0)
    let shown = FactSection.allCases.flatMap {
      catalog.pageFacts(
        of: priced, in: $0, today: today, workload: Workload(input: 1, output: 0))
    }
    let wanted = FactTable.all.filter { $0.section != nil }
    #expect(Set(shown.map(\.fact)) == Set(wanted))
    let text = Dictionary(uniqueKeysWithValues: shown.map { ($0.fact.name, $0.text) })
    #expect(text["context"] == "1 tokens" && text["endpointcontext"] == "2 tokens of context")
    #expect(text["cutoff"] == "until 2026-01-01" && text["moderated"] == "yes")
    #expect(text["arenas"] == "3d 1200 (#1)" && text["defaults"] == "top_p 1")
    #expect(catalog.pageFacts(of: Model.bare, in: .lists, today: today).isEmpty)
  }

  @Test func `a cell of a table is short, one for programs exact`() {
    let catalog = Catalog([.bare, .full])
    let context = FactContext(model: Model.full, catalog: catalog)
    func cells(_ name: String) -> [String?] {
      [FactTable[name]?.cell(in: context), FactTable[name]?.rawCell(in: context)]
    }
    #expect(cells("input") == ["1000000.00", "1000000"])
    #expect(cells("requestprice") == ["varies", "variable"])
    #expect(cells("takes") == ["text image", "text,image"])
    #expect(cells("vision") == ["vision", "true"])
    #expect(cells("created") == ["2026-05-28", "2026-05-28"])
    #expect(cells("defaults") == ["top_p 1", #"{"top_p":1.0}"#])
    let bare = FactContext(model: Model.bare, catalog: catalog)
    #expect(FactTable["context"]?.cell(in: bare) == nil)
    #expect(FactTable["context"]?.rawCell(in: bare) == "")
  }
}
